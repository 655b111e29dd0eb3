internal import Answering
internal import ArgumentParser
internal import Corpus
internal import InvertedIndex
internal import Search

/// `lmask QUESTION…`, `lmask ask QUESTION…`, and questions from stdin.
struct AskCommand: LmaskCommand {
  static let configuration = CommandConfiguration(
    commandName: "ask",
    abstract: "Answer a question, or ask at a prompt.",
    usage: """
      lmask ask [OPTION...] QUESTION...     answer once; quotes are not needed
      lmask ask [OPTION...] -- QUESTION...  a question that starts with a dash
      lmask ask [OPTION...]                 ask at a prompt, or read a pipe
      lmask ask [OPTION...] -               read questions, one a line
      """)

  @OptionGroup var places: PlaceOptions
  @OptionGroup var answers: AnswerOptions

  // The usage above tells of it, which keeps the help within one screen.
  @Argument(help: ArgumentHelp(visibility: .hidden))
  var question: [String] = []

  func execute() throws(Trouble) -> ExitStatus {
    var settings = try AskSettings.usual()
    settings.corpus = places.corpus ?? settings.corpus
    settings.index = places.index
    settings.isQuiet = places.quiet
    settings.limit = answers.limit ?? settings.limit
    settings.format = answers.json ? .json : answers.format
    settings.color = answers.color ?? settings.color
    if answers.noPager { settings.usesPager = false }
    if answers.plain { settings.isPlain = true }
    if answers.noHistory { settings.history = .off }
    settings.explains = answers.explain
    settings.ranker = answers.ranker
    settings.refreshes = !answers.noRefresh
    settings.isConversation = answers.chat
    settings.readsInput = question == ["-"]
    let words = question == ["-"] ? [] : question
    return try settings.answer(words.isEmpty ? nil : words.joined(separator: " "))
  }
}

/// Everything that can be said about asking, as plain values; the defaults are those of the program.
struct AskSettings {
  /// How many results a question can ask for.
  static let limits = 1...1000

  /// Nil leaves it to `Locations`.
  var corpus: String?
  var index: String?
  var isQuiet = false
  var limit = 3
  var format = OutputFormat.text
  var color = ColorChoice.auto
  var explains = false
  var ranker = Ranker.bm25
  var refreshes = true
  /// Lines of stdin follow one another, as at the prompt.
  var isConversation = false
  /// Questions come from stdin, even if it is a terminal.
  var readsInput = false
  var usesPager = true
  /// Pure lines, for screen readers.
  var isPlain = false
  var history = HistoryPlace.usual
  /// Whose numbers stand on urgent cards; nil shows all.
  var country: String?

  /// The program's defaults, changed by the configuration file, changed by the environment.
  static func usual(environment: Environment = .process) throws(Trouble) -> AskSettings {
    var settings = AskSettings()
    try ConfigurationFile(environment: environment)?.apply(to: &settings)
    if let corpus = environment["LMASK_CORPUS"] { settings.corpus = corpus }
    if let history = environment["LMASK_HISTORY"] {
      settings.history = HistoryPlace(variable: history)
    }
    if let country = environment["LMASK_COUNTRY"] { settings.country = country }
    if environment["NO_COLOR"] != nil { settings.color = .auto }
    if let accessible = environment["ACCESSIBLE"] { settings.isPlain = accessible != "0" }
    return settings
  }

  /// What answers from an index, as these settings and the environment want it.
  func answerer(over reader: IndexReader) -> Answerer {
    Answerer(
      Searcher(reader, ranker: ranker), country: country, today: .today)
  }

  /// Answers one question, or, without one, whatever comes from the prompt or stdin.
  func answer(_ question: String?) throws(Trouble) -> ExitStatus {
    var terminal = Terminal()
    let isAtPrompt = question == nil && terminal.inputIsTerminal && !readsInput
    var settings = self
    // What a pipe gets does not depend on the kind of terminal; who asks for colour gets it.
    if terminal.isDumb, color != .always, isAtPrompt || terminal.outputIsTerminal {
      settings.isPlain = true
    }
    if settings.isPlain { terminal.isDumb = true }
    let library = Library(
      locations: try Locations(corpus: corpus, index: index), refreshes: refreshes,
      isQuiet: isQuiet, terminal: terminal)
    let reader = try library.open()
    if isAtPrompt {
      var repl = Repl(settings: settings, library: library, reader: reader, terminal: terminal)
      return try repl.run()
    }
    var printer = AnswerStream(
      settings: settings, reader: reader, terminal: terminal, echoesQuestions: question == nil)
    if let question { return try printer.answer(question, isOnly: true) ? .answered : .declined }
    var input = StandardInput()
    var anyAnswered = false
    while let line = try input.line() {
      guard !line.trimmed.isEmpty else { continue }
      if isConversation, ReplCommand.isNew(line.trimmed) {
        printer.forget()
        continue
      }
      anyAnswered = try printer.answer(line) || anyAnswered
    }
    return anyAnswered ? .answered : .declined
  }
}

/// Answers questions one by one onto stdout, in the form asked for.
struct AnswerStream {
  let settings: AskSettings
  let reader: IndexReader
  let terminal: Terminal
  /// Whether each answer says which of many questions it is for.
  let echoesQuestions: Bool
  private var answerer: Answerer
  private var conversation = Conversation()
  private var output = StandardOutput()
  private var count = 0
  private var hardWords: HardWords

  init(
    settings: AskSettings, reader: IndexReader, terminal: Terminal, echoesQuestions: Bool
  ) {
    self.settings = settings
    self.reader = reader
    self.terminal = terminal
    self.echoesQuestions = echoesQuestions
    answerer = settings.answerer(over: reader)
    hardWords = HardWords(reader)
  }

  /// Prints the answer to one line of input; false if the question was declined.
  ///
  /// - Parameter isOnly: it is no part of a longer output, so a pager may show it.
  mutating func answer(_ line: String, isOnly: Bool = false) throws(Trouble) -> Bool {
    count += 1
    let isAnswered: Bool
    do throws(IndexError) {
      isAnswered =
        settings.format == .trec ? try rank(line) : try reply(to: line, isOnly: isOnly)
    } catch { throw Trouble(error) }
    try output.flush()
    return isAnswered
  }

  /// Lets the next line stand alone.
  mutating func forget() {
    conversation = Conversation()
    hardWords = HardWords(reader)
  }

  private mutating func reply(
    to question: String, isOnly: Bool
  ) throws(IndexError) -> Bool {
    if !settings.isConversation { forget() }
    let answer = try answerer.answer(
      question, in: &conversation, limit: settings.limit, explains: settings.explains)
    try write(answer, isOnly: isOnly)
    return !answer.verdict.isDeclined
  }

  private mutating func write(_ answer: Answer, isOnly: Bool) throws(IndexError) {
    switch settings.format {
    case .json: output.write(JSONPrinter().line(answer))
    case .tsv: output.write(TSVPrinter().lines(answer))
    case .text, .trec:
      if count > 1 { output.write("\n") }
      if echoesQuestions { output.write("? \(answer.question.onOneLine)\n") }
      let topics = answer.verdict.isDeclined ? try reader.topics().map(\.title) : []
      let page = AnswerPage(
        answer: answer, topics: topics,
        meanings: try hardWords.meanings(of: answer, first: answer.results.count))
      hardWords.tell(page.meanings)
      let (settings, terminal) = (settings, terminal)
      output.show(settings, terminal, paged: isOnly ? .usual : .never) { $0.text(page) }
    }
  }

  /// One line of `qid<TAB>question`; a line without a tab is a question numbered by its place.
  private mutating func rank(_ line: String) throws(IndexError) -> Bool {
    let parts = line.split(separator: "\t", maxSplits: 1, omittingEmptySubsequences: false)
    let (id, question) =
      parts.count == 2 ? (String(parts[0]), String(parts[1])) : ("\(count)", line)
    let ranking = try rankedDocuments(question)
    output.write(TRECPrinter().lines(questionID: id, ranking))
    return !ranking.isEmpty
  }

  /// The best documents, each by its best passage.
  private mutating func rankedDocuments(
    _ question: String
  ) throws(IndexError) -> [(document: String, score: Float)] {
    var wanted = settings.limit
    while true {
      let hits = try answerer.hits(for: question, limit: wanted)
      var seen: Set<String> = []
      var ranking: [(document: String, score: Float)] = []
      for hit in hits {
        let document = try reader.document(of: hit.passage)
        guard seen.insert(document.path).inserted else { continue }
        ranking.append((document.path, hit.score))
      }
      if ranking.count >= settings.limit || hits.count < wanted {
        return Array(ranking.prefix(settings.limit))
      }
      wanted *= 4
    }
  }
}
