internal import Answering
internal import Corpus
internal import InvertedIndex
internal import Search

/// The prompt: questions and commands are typed, answers appear, until the person leaves.
///
/// What the commands do stands in `Commands`, by subject.
struct Repl {
  var settings: AskSettings
  let library: Library
  let terminal: Terminal
  var reader: IndexReader
  var answerer: Answerer
  var output = StandardOutput()
  var conversation = Conversation()
  var last: LastQuestion?
  /// Every passage shown, in the order of showing, each once.
  var seen: [SeenPassage] = []
  var sheet = QuestionSheet()
  var editor = LineEditor()
  /// Explains each word once a session.
  var hardWords: HardWords
  /// What a bare number stands for in plain mode, if not for a result.
  var choices: [Choice] = []
  /// What the editor was told last.
  private var isPlain = false
  private var leaves = false

  init(settings: AskSettings, library: Library, reader: IndexReader, terminal: Terminal) {
    self.settings = settings
    self.library = library
    self.reader = reader
    self.terminal = terminal
    answerer = settings.answerer(over: reader)
    hardWords = HardWords(reader)
    apply()
  }

  /// Puts settings into effect that reach beyond the next answer.
  mutating func apply() {
    if settings.isPlain != isPlain { editor.bePlain(settings.isPlain) }
    isPlain = settings.isPlain
    if settings.history != editor.history { editor.keepHistory(at: settings.history) }
    let reader = reader
    editor.complete { $0.index = CompletedIndex(reader) }
  }

  mutating func run() throws(Trouble) -> ExitStatus {
    StandardError.write(
      """
      lmask answers from \(reader.summary.documentCount) documents in \
      \(library.locations.corpus.onOneLine). It informs; it does not advise.
      Type a question, :help for commands, :quit or Ctrl-D to leave.

      """)
    while !leaves {
      let count = last?.results.count ?? 0
      editor.complete { $0.resultCount = count }
      switch editor.line(prompt: "lmask> ") {
      case .end: leaves = true
      case .discarded: continue
      case .text(let line): if !line.isEmpty { try handle(line) }
      }
    }
    return .answered
  }

  mutating func leave() { leaves = true }

  private mutating func handle(_ line: String) throws(Trouble) {
    switch ReplCommand.parse(line) {
    case .question(let question):
      if !(try choose(question)) { try ask(question) }
    case .unknown(let name, let nearest):
      let hint = nearest.map { "did you mean \($0)?" } ?? ":help lists the commands."
      say("There is no command \(name.onOneLine); \(hint)")
    case .command(let command, let argument):
      try command.run(&self, argument)
    }
    try output.flush()
  }

  mutating func ask(_ question: String) throws(Trouble) {
    renew()
    var before = conversation
    var answer = try answered(question)
    if renew(showing: answer.results.map { $0.document.path }) {
      before = conversation
      answer = try answered(question)
    }
    last = LastQuestion(
      question: question, following: answer.context == nil ? Conversation() : before,
      inherited: answer.inherited, results: answer.results)
    sheet.note(answer)
    switch settings.format {
    case .json, .tsv:
      output.write(
        settings.format == .json ? JSONPrinter().line(answer) : TSVPrinter().lines(answer))
      try showed(answer.results.count)
    case .text, .trec:
      try show(answer)
    }
  }

  private mutating func answered(_ question: String) throws(Trouble) -> Answer {
    try checked { (repl) throws(IndexError) in
      try repl.answerer.answer(
        question, in: &repl.conversation, limit: repl.settings.limit,
        explains: repl.settings.explains)
    }
  }

  private mutating func show(_ answer: Answer) throws(Trouble) {
    let count = settings.isPlain ? min(1, answer.results.count) : answer.results.count
    let topics =
      answer.verdict.isDeclined
      ? try checked { (repl) throws(IndexError) in try repl.reader.firstTopics() } : Topics()
    try show(AnswerPage(answer: answer.showing(0..<count), topics: topics))
    choices = answer.results.isEmpty ? answer.choices.map(Choice.question) : []
    try showed(count)
  }

  /// At a window everything but the first passage is told in as many words as there is room for:
  /// one answer read in peace helps more than three that push one another off the screen.
  mutating func show(_ page: AnswerPage) throws(Trouble) {
    let isAtWindow = terminal.outputIsTerminal && !settings.isPlain
    var page = page
    page.meanings = try checked { (repl) throws(IndexError) in
      try repl.hardWords.meanings(
        of: page.answer, first: isAtWindow ? 1 : .max, words: &repl.answerer.shownWords)
    }
    if isAtWindow { page = fitting(page.forWindow) }
    hardWords.tell(page.meanings)
    output.show(settings, terminal, paged: .ifNamed) { "\n" + $0.text(page) + "\n" }
  }

  private func fitting(_ pages: [AnswerPage]) -> AnswerPage {
    let printer = printer
    return pages.first { !Pager.exceeds(printer.text($0) + "\n", terminal) }
      ?? pages[pages.count - 1]
  }

  /// Counts results as shown, and keeps them for the handout.
  mutating func showed(_ count: Int) throws(Trouble) {
    guard let last else { return }
    for result in last.results[last.shown..<last.shown + count] { try see(result.hit.passage) }
    self.last?.shown += count
    if settings.isPlain, settings.format == .text { tellOfMore() }
  }

  /// Keeps a passage for the handout.
  mutating func see(_ id: PassageID) throws(Trouble) {
    let passage = try checked { (repl) throws(IndexError) in
      try SeenPassage(id, in: repl.reader)
    }
    if !seen.contains(where: { $0.passage.source == passage.passage.source }) {
      seen.append(passage)
    }
  }

  func documents() throws(Trouble) -> [DocumentRecord] {
    do throws(IndexError) { return try reader.topics() } catch { throw Trouble(error) }
  }

  /// Puts what the index says of damage into a sentence.
  mutating func checked<Result>(
    _ body: (inout Repl) throws(IndexError) -> Result
  ) throws(Trouble) -> Result {
    do throws(IndexError) { return try body(&self) } catch { throw Trouble(error) }
  }

  var printer: any AnswerText { settings.printer(for: terminal) }

  /// Prints a line, broken to the window's width; its indent stays.
  mutating func say(_ sentence: String) {
    let text = sentence.onOneLine
    let indent = String(text.prefix { $0 == " " })
    let isWide = terminal.width.map { text.columns > $0 } ?? false
    let lines = StyledText(String(text.dropFirst(indent.count)))
      .wrapped(width: isWide ? terminal.width : nil, first: indent, rest: indent)
    for line in lines { output.write(line.rendered(color: false) + "\n") }
  }
}

/// The last question asked, for the commands that go on from it.
struct LastQuestion {
  let question: String
  /// What it was read with.
  let following: Conversation
  /// The words of the conversation that were put in.
  let inherited: String?
  /// Every result found for it so far, best first.
  var results: [AnswerResult]
  /// How many of them have been shown.
  var shown = 0
}
