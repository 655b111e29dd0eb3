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
    if let question { return try answer(question, settings, library, terminal) }
    let reader = try library.open()
    if isAtPrompt {
      var repl = Repl(settings: settings, library: library, reader: reader, terminal: terminal)
      return try repl.run()
    }
    var output = StandardOutput()
    let makeStream: @Sendable () -> AnswerStream = { [settings, terminal] in
      AnswerStream(settings: settings, reader: reader, terminal: terminal, echoesQuestions: true)
    }
    if isConversation {
      var stream = makeStream()
      return try answerInTurn(&stream, &output)
    }
    var batch = AnswerBatch(makeStream, output: output)
    return try batch.answerAll() ? .answered : .declined
  }

  /// Answers one question and nothing else.
  private func answer(
    _ question: String, _ settings: AskSettings, _ library: Library, _ terminal: Terminal
  ) throws(Trouble) -> ExitStatus {
    let (answer, text) = try library.make { reader throws(Trouble) in
      var stream = AnswerStream(
        settings: settings, reader: reader, terminal: terminal, echoesQuestions: false)
      let answer = try stream.answered(question, number: 1)
      return (answer, answer.page.map { printer(for: terminal).text($0) })
    } shown: {
      $0.0.documents
    }
    var output = StandardOutput()
    if let page = answer.page, let text {
      output.show(text, self, terminal, paged: .usual) { $0.text(page) }
      try output.flush()
    } else {
      try output.hand(over: answer.bytes)
    }
    return answer.isAnswered ? .answered : .declined
  }

  /// Answers the lines of stdin as one conversation.
  private func answerInTurn(
    _ stream: inout AnswerStream, _ output: inout StandardOutput
  ) throws(Trouble) -> ExitStatus {
    var input = StandardInput()
    var anyAnswered = false
    var number = 0
    while let line = try input.line() {
      guard !line.trimmed.isEmpty else { continue }
      if ReplCommand.isNew(line.trimmed) {
        stream.forget()
        continue
      }
      number += 1
      let answer = try stream.answered(line, number: number)
      try output.hand(over: answer.bytes)
      anyAnswered = anyAnswered || answer.isAnswered
    }
    return anyAnswered ? .answered : .declined
  }
}
