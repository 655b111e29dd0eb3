/// What can be typed at the prompt instead of a question. Help and completion come from this table.
struct ReplCommand: Sendable {
  let name: String
  /// What follows the name, as help shows it.
  let argument: String
  let help: String
  let action: Action

  /// What the prompt does for it.
  enum Action: Sendable {
    case help, more, open, sources, why, new, topics, reindex, quit
  }

  static let all = [
    ReplCommand(name: ":help", argument: "", help: "show this list", action: .help),
    ReplCommand(
      name: ":more", argument: "", help: "show more results for the last question", action: .more),
    ReplCommand(name: ":open", argument: "N", help: "show result N in its document", action: .open),
    ReplCommand(
      name: ":sources", argument: "N", help: "show where result N comes from", action: .sources),
    ReplCommand(
      name: ":why", argument: "N", help: "show how the score of result N came about", action: .why),
    ReplCommand(
      name: ":new", argument: "", help: "forget what the last questions were about", action: .new),
    ReplCommand(
      name: ":topics", argument: "", help: "list what the documents cover", action: .topics),
    ReplCommand(name: ":reindex", argument: "", help: "read the documents again", action: .reindex),
    ReplCommand(name: ":quit", argument: "", help: "leave (Ctrl-D does too)", action: .quit),
  ]

  /// Words that do the same without the colon, when they are the whole line.
  private static let bareWords = ["help": ":help", "quit": ":quit", "exit": ":quit"]

  /// What a typed line is.
  enum Parsed {
    case question(String)
    case command(ReplCommand, argument: String)
    case unknown(name: String, nearest: String?)
  }

  /// A line is a command only if it starts with a colon and a letter, or is one of the bare words.
  static func parse(_ line: String) -> Parsed {
    let line = bareWords[line.lowercased()] ?? line
    guard line.first == ":", line.dropFirst().first?.isLetter == true else {
      return .question(line)
    }
    let name = line.prefix { $0 != " " }
    let argument = line.dropFirst(name.count).drop { $0 == " " }
    if let command = all.first(where: { $0.name == name.lowercased() }) {
      return .command(command, argument: String(argument))
    }
    return .unknown(name: String(name), nearest: nearest(to: String(name)))
  }

  /// Whether a line asks to forget what was spoken of.
  static func isNew(_ line: String) -> Bool {
    guard case .command(let command, _) = parse(line) else { return false }
    return command.action == .new
  }

  static func completions(of typed: String) -> [String] {
    all.map(\.name).filter { $0.hasPrefix(typed) }
  }

  /// The command that shares the longest beginning, of one letter at least: no two share even that.
  private static func nearest(to name: String) -> String? {
    func shared(_ other: String) -> Int { zip(name.lowercased(), other).prefix { $0 == $1 }.count }
    let best = all.map(\.name).max { shared($0) < shared($1) }
    return best.flatMap { shared($0) >= 2 ? $0 : nil }
  }
}
