/// What can be typed at the prompt instead of a question. Help and completion come from this table.
struct ReplCommand: Sendable {
  typealias Action = @Sendable (inout Repl, String) throws(Trouble) -> Void

  let name: String
  /// What follows the name, as help shows it.
  let argument: String
  /// In the list of commands.
  let help: String
  /// What else there is to know, for those who ask about this command; may be empty.
  let details: String
  /// What Tab completes after the name.
  let completes: Completion
  /// What the prompt does for it.
  let run: Action

  /// What an argument can be.
  enum Completion: Sendable {
    case nothing, commandNames, results, resultsAndPassages, definedWords, settings
  }

  init(
    _ name: String, _ argument: String = "", completes: Completion = .nothing, help: String,
    details: String = "", run: @escaping Action
  ) {
    self.name = name
    self.argument = argument
    self.help = help
    self.details = details
    self.completes = completes
    self.run = run
  }

  static let all = results + words + session + papers + leaving

  private static let results = [
    ReplCommand(
      ":more", help: "show more results for the last question"
    ) { (repl, _) throws(Trouble) in try repl.more() },
    ReplCommand(
      ":open", "N", completes: .resultsAndPassages, help: "show result N in its document",
      details: "Instead of a number, the heading of a passage does too; Tab completes it."
    ) { (repl, argument) throws(Trouble) in try repl.open(argument) },
    ReplCommand(
      ":sources", "[N]", completes: .results, help: "show where result N comes from",
      details: "Without a number, the first result."
    ) { (repl, argument) throws(Trouble) in try repl.sources(argument) },
    ReplCommand(
      ":why", "N", completes: .results, help: "show how the score of result N came about"
    ) { (repl, argument) throws(Trouble) in try repl.why(argument) },
  ]

  private static let words = [
    ReplCommand(
      ":topics", help: "list what the documents cover"
    ) { (repl, _) throws(Trouble) in try repl.topics() },
    ReplCommand(
      ":define", "WORD", completes: .definedWords, help: "say what a word means",
      details: "Meanings come from the thesaurus of the documents."
    ) { (repl, argument) throws(Trouble) in try repl.define(argument) },
  ]

  private static let session = [
    ReplCommand(
      ":new", help: "forget what the last questions were about",
      details: "The next question then stands alone. The sheet and the handout forget nothing."
    ) { (repl, _) in repl.forget() },
    ReplCommand(
      ":set", "[NAME VALUE]", completes: .settings, help: "change a setting for this session",
      details: "Without a name, all settings are listed."
    ) { (repl, argument) in repl.set(argument) },
    ReplCommand(
      ":history", help: "list what was typed, and where it is kept"
    ) { (repl, _) in repl.listHistory() },
    ReplCommand(
      ":reindex", help: "read the documents again"
    ) { (repl, _) in repl.reindex() },
  ]

  private static let papers = [
    ReplCommand(
      ":ask", help: "save the last question to the sheet"
    ) { (repl, _) in repl.saveQuestion() },
    ReplCommand(
      ":sheet", help: "print saved and unanswered questions on a page",
      details: "It has at most 60 lines of 72 columns, to print and show to your team."
    ) { (repl, _) in repl.printSheet() },
    ReplCommand(
      ":handout", "FILE", help: "write the passages seen to a file",
      details: "The file is Markdown, with sources and dates. A file that exists stays as it is."
    ) { (repl, argument) in repl.writeHandout(argument) },
  ]

  private static let leaving = [
    ReplCommand(
      ":help", "[COMMAND]", completes: .commandNames, help: "show this list"
    ) { (repl, argument) in repl.help(argument) },
    ReplCommand(":quit", help: "leave (Ctrl-D does too)") { (repl, _) in repl.leave() },
  ]
}
