internal import Answering
internal import Corpus
internal import InvertedIndex
internal import Search

/// The prompt: questions and commands are typed, answers appear, until the person leaves.
struct Repl {
  private let settings: AskSettings
  private let library: Library
  private let terminal: Terminal
  private var reader: IndexReader
  private var answerer: Answerer
  private var output = StandardOutput()
  private var conversation = Conversation()
  /// The last question, what it was read with, and every result shown for it.
  private var last: (question: String, following: Conversation, results: [AnswerResult])?

  init(settings: AskSettings, library: Library, reader: IndexReader, terminal: Terminal) {
    self.settings = settings
    self.library = library
    self.reader = reader
    self.terminal = terminal
    answerer = settings.answerer(over: reader)
  }

  mutating func run() throws(Trouble) -> ExitStatus {
    let editor = LineEditor(history: HistoryFile())
    StandardError.write(
      """
      lmask answers from \(reader.summary.documentCount) documents in \
      \(library.locations.corpus.onOneLine). It informs; it does not advise.
      Type a question, :help for commands, :quit or Ctrl-D to leave.

      """)
    while true {
      switch editor.line(prompt: "lmask> ") {
      case .end: return .answered
      case .discarded: continue
      case .text(let line):
        guard !line.isEmpty else { continue }
        guard try handle(line) else { return .answered }
      }
    }
  }

  /// False to leave.
  private mutating func handle(_ line: String) throws(Trouble) -> Bool {
    switch ReplCommand.parse(line) {
    case .question(let question):
      try ask(question)
    case .unknown(let name, let nearest):
      let hint = nearest.map { "did you mean \($0)?" } ?? ":help lists the commands."
      say("There is no command \(name.onOneLine); \(hint)")
    case .command(let command, let argument):
      if command.action == .quit { return false }
      try run(command.action, argument)
    }
    try output.flush()
    return true
  }

  private mutating func run(
    _ action: ReplCommand.Action, _ argument: String
  ) throws(Trouble) {
    switch action {
    case .help: help()
    case .more: try more()
    case .open:
      try withResult(argument) { (repl, result) throws(IndexError) in try repl.open(result) }
    case .sources:
      try withResult(argument) { (repl, result) throws(IndexError) in
        repl.output.write(repl.printer.sources(of: result))
      }
    case .why:
      try withResult(argument) { (repl, result) throws(IndexError) in try repl.explain(result) }
    case .new: conversation = Conversation()
    case .topics: try topics()
    case .reindex: try reindex()
    case .quit: break
    }
  }

  private mutating func ask(_ question: String) throws(Trouble) {
    let before = conversation
    let answer: Answer
    do throws(IndexError) {
      answer = try answerer.answer(
        question, in: &conversation, limit: settings.limit, explains: settings.explains)
    } catch { throw Trouble(error) }
    last = (question, answer.context == nil ? Conversation() : before, answer.results)
    switch settings.format {
    case .json: output.write(JSONPrinter().line(answer))
    case .tsv: output.write(TSVPrinter().lines(answer))
    case .text, .trec:
      let topics = answer.verdict.isDeclined ? try documents().map(\.title) : []
      output.write("\n" + printer.text(answer, topics: topics) + "\n")
    }
  }

  private mutating func more() throws(Trouble) {
    guard var last else { return say("Ask a question first.") }
    let shown = last.results.count
    let answer: Answer
    do throws(IndexError) {
      var following = last.following
      answer = try answerer.answer(
        last.question, in: &following, limit: shown + settings.limit)
    } catch { throw Trouble(error) }
    let new = Array(answer.results.dropFirst(shown))
    guard !new.isEmpty else { return say("There are no more results.") }
    last.results += new
    self.last = last
    let rest = Answer(question: last.question, verdict: answer.verdict, results: new)
    output.write("\n" + printer.text(rest, firstRank: shown + 1) + "\n")
  }

  /// A passage with its neighbours in the same document.
  private mutating func open(_ result: AnswerResult) throws(IndexError) {
    let ordinal = result.hit.passage.ordinal
    let document = result.document
    let around =
      max(
        document.passages.lowerBound, ordinal - 1)..<min(
        document.passages.upperBound, ordinal + 2)
    output.write("\n\(document.title.onOneLine) (\(document.path.onOneLine))\n")
    for neighbour in around {
      let passage = try reader.passage(PassageID(neighbour))
      output.write("\n" + printer.section(passage, isMarked: neighbour == ordinal))
    }
    output.write("\n")
  }

  private mutating func explain(_ result: AnswerResult) throws(IndexError) {
    guard let last else { return }
    let explanation = try answerer.explanation(
      of: result.hit.passage, for: last.question, in: last.following)
    output.write(printer.text(explanation))
  }

  private func documents() throws(Trouble) -> [DocumentRecord] {
    do throws(IndexError) { return try reader.topics() } catch { throw Trouble(error) }
  }

  private mutating func topics() throws(Trouble) {
    for document in try documents() {
      let count = document.passages.count
      say("\(document.title) (\(document.path), \(count) passage\(count == 1 ? "" : "s"))")
    }
  }

  private mutating func reindex() throws(Trouble) {
    do throws(Trouble) { reader = try library.rebuild(because: "asked for") } catch {
      // The old index is still open and still answers.
      return StandardError.write("lmask: \(error.description)\n")
    }
    answerer = settings.answerer(over: reader)
    conversation = Conversation()
    last = nil
  }

  private mutating func help() {
    for command in ReplCommand.all {
      let name = command.name + (command.argument.isEmpty ? "" : " " + command.argument)
      let space = String(repeating: " ", count: max(1, 13 - name.count))
      say("  \(name)\(space)\(command.help)")
    }
    say("Anything else is a question; one such as \"does it hurt?\" is read with the one before.")
    say("A line that starts with a space is not remembered.")
  }

  /// Runs something on the result with the number typed; no number means the first.
  private mutating func withResult(
    _ argument: String, _ body: (inout Repl, AnswerResult) throws(IndexError) -> Void
  ) throws(Trouble) {
    guard let results = last?.results, !results.isEmpty else {
      return say("There is no result yet.")
    }
    guard let number = argument.isEmpty ? 1 : Int(argument), results.indices.contains(number - 1)
    else { return say("Name a result by its number, 1 to \(results.count).") }
    do throws(IndexError) { try body(&self, results[number - 1]) } catch { throw Trouble(error) }
  }

  private var printer: AnswerPrinter {
    AnswerPrinter(width: terminal.width, color: terminal.usesColor(settings.color))
  }

  private mutating func say(_ sentence: String) { output.write(sentence.onOneLine + "\n") }
}
