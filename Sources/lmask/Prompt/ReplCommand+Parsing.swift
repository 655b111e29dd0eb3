internal import Search

extension ReplCommand {
  /// What people bring along from other programs; only as the whole line, where no question is one.
  private static let habits: [String: [String]] = [
    ":help": ["help", "?", "/help", "/?", "\\help", "\\?", ":?", ":h", "-h", "--help"],
    ":quit": [
      "quit", "exit", "bye", "q", ":q", ":q!", ":wq", ":exit", ":bye", "/quit", "/exit", "\\q",
    ],
  ]

  /// The command that a whole line means by habit.
  private static func habit(_ line: String) -> String? {
    let line = line.lowercased()
    return habits.first { $0.value.contains(line) }?.key
  }

  /// What a typed line is.
  enum Parsed {
    case question(String)
    case command(ReplCommand, argument: String)
    case unknown(name: String, nearest: String?)
  }

  /// A line is a command only if it starts with a colon and a letter, or is one by habit.
  static func parse(_ line: String) -> Parsed {
    let line = habit(line) ?? line
    guard line.first == ":", line.dropFirst().first?.isLetter == true else {
      return .question(line)
    }
    let name = line.prefix { $0 != " " }
    let argument = line.dropFirst(name.count).drop { $0 == " " }
    if let command = named(String(name)) { return .command(command, argument: String(argument)) }
    return .unknown(name: String(name), nearest: nearest(to: String(name)))
  }

  /// The command of a name, with or without its colon, in any case.
  static func named(_ name: String) -> ReplCommand? {
    let name = name.lowercased()
    return all.first { $0.name == name || $0.name.dropFirst() == name }
  }

  /// Whether a line asks to forget what was spoken of.
  static func isNew(_ line: String) -> Bool {
    guard case .command(let command, _) = parse(line) else { return false }
    return command.name == ":new"
  }

  /// The command most like a name that is none.
  static func nearest(to name: String) -> String? {
    let letters = String(name.lowercased().drop { $0 == ":" })
    return NearestWord.of(letters, among: all.map { String($0.name.dropFirst()) }).map { ":" + $0 }
  }
}

/// Finds what was meant by a word that is not known.
enum NearestWord {
  /// The word with the fewest changes, if they are few for its length; a word that goes on where the
  /// typed one ends, or ends where that goes on, is near too. The first of equals.
  static func of(_ typed: String, among words: some Sequence<String>) -> String? {
    let bytes = Array(typed.lowercased().utf8)
    var best: (word: String, distance: Float)?
    for word in words {
      let other = Array(word.lowercased().utf8)
      let distance = distance(bytes, other)
      guard distance <= Float(max(bytes.count, other.count)) / 3 else { continue }
      if distance < best?.distance ?? .infinity { best = (word, distance) }
    }
    return best?.word
  }

  private static func distance(_ typed: [UInt8], _ word: [UInt8]) -> Float {
    let shorter = min(typed.count, word.count)
    // Most words of a long list are told apart by their lengths alone.
    if shorter >= 2, typed.prefix(shorter) == word.prefix(shorter) { return 0.5 }
    if abs(typed.count - word.count) > max(typed.count, word.count) / 2 { return .infinity }
    return EditDistance.weighted.between(typed, word)
  }
}
