internal import ArgumentParser
internal import Glibc

/// The program: a question is typed, a sourced answer appears.
@main
struct Lmask: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "lmask",
    // Examples first: no abstract, because the library would put it above them.
    usage: """
      lmask how is LM diagnosed?           answer once, with the sources
      lmask                                ask at a prompt; Ctrl-D leaves it
      lmask --format tsv < questions.txt   answer many questions, one a line

      Answers come from documents on this machine, and nothing leaves it.
      They inform; they do not replace the advice of those who treat you.
      The options of "ask" work without the word too: "lmask ask --help".
      """,
    version: "0.1.0",
    subcommands: [
      AskCommand.self, IndexCommand.self, StatusCommand.self, CheckCommand.self,
      EvaluateCommand.self,
    ])

  static func main() {
    // A file that may not grow is an error like any other, not the end of the program.
    signal(SIGXFSZ, SIG_IGN)
    let arguments = Array(CommandLine.arguments.dropFirst())
    let routed = routed(arguments)
    if let common = commonArguments(routed) {
      finish { () throws(Trouble) in try common.answer() }
    }
    // Saves the search for the command. What it cannot read, help and version included, is told of
    // by the program as a whole.
    if routed.first == asking,
      let command = try? AskCommand.parse(Array(routed.dropFirst()))
    {
      finish { () throws(Trouble) in try command.execute() }
    }
    do {
      var command = try parseAsRoot(routed)
      guard let command = command as? any LmaskCommand else { return try command.run() }
      finish { () throws(Trouble) in try command.execute() }
    } catch {
      guard exitCode(for: error) == .success else { refuse(fullMessage(for: error)) }
      finish { () throws(Trouble) in try tell(fullMessage(for: error)) }
    }
  }

  /// Help and version are answers too: they go to stdout, and a full disk is trouble.
  private static func tell(_ text: String) throws(Trouble) -> ExitStatus {
    var output = StandardOutput()
    output.write(text.droppingLastNewline + "\n")
    try output.flush()
    return .answered
  }

  /// Bad usage: what was typed, what is wrong with it, and how the command is used.
  private static func refuse(_ message: String) -> Never {
    let label = "Error: "
    let sentence = message.hasPrefix(label) ? message.dropFirst(label.count) : message[...]
    StandardError.write("lmask: \(String(sentence).neutralised)\n")
    Glibc.exit(ExitStatus.usage.rawValue)
  }

  /// Nil for another command than asking, and for what the whole parser must read.
  private static func commonArguments(_ routed: [String]) -> CommonArguments? {
    guard let command = routed.first else { return CommonArguments([]) }
    return command == asking ? CommonArguments(Array(routed.dropFirst())) : nil
  }

  /// A word is a subcommand only when it is the whole first argument and names one exactly.
  ///
  /// Their names stand here once more, because asking the commands for them makes what only the
  /// parser of all options has a use for.
  static func isSubcommand(_ word: String) -> Bool {
    switch word {
    case asking, "index", "status", "check", "evaluate": true
    default: false
    }
  }

  /// The subcommand that is meant where none is named.
  private static let asking = "ask"

  private static func isHelp(_ arguments: [String]) -> Bool {
    arguments == ["help"]
      || arguments.count == 2 && arguments[0] == "help" && isSubcommand(arguments[1])
  }

  /// What is no subcommand is asked; only the program's own help and version stand without one.
  private static func routed(_ arguments: [String]) -> [String] {
    guard let first = arguments.first, !isSubcommand(first), !isHelp(arguments) else {
      return arguments
    }
    let isAboutProgram = ["--help", "-h", "--version"].contains(first)
    return isAboutProgram ? arguments : [asking] + arguments
  }

  private static func finish(_ body: () throws(Trouble) -> ExitStatus) -> Never {
    let status: ExitStatus
    do throws(Trouble) { status = try body() } catch {
      StandardError.write("lmask: \(error.description.neutralised)\n")
      status = error.status
    }
    Glibc.exit(status.rawValue)
  }
}

extension String {
  /// Help ends with a newline, the version does not.
  fileprivate var droppingLastNewline: Substring { hasSuffix("\n") ? dropLast() : self[...] }
}

/// A subcommand that says with which status the program ends.
protocol LmaskCommand: ParsableCommand {
  func execute() throws(Trouble) -> ExitStatus
}
