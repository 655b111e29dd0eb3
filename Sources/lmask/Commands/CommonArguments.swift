internal import Corpus

/// The arguments of a question as it is mostly asked: words, and the options that programs give.
///
/// Reading them by hand takes next to no time; the parser that knows all options takes as long as
/// answering (11 of 21 million instructions). Whatever is not plain here is left to it, so that every
/// option is explained, checked and refused in one place.
struct CommonArguments: Equatable {
  private(set) var corpus: String?
  private(set) var index: String?
  private(set) var limit: Int?
  private(set) var isQuiet = false
  private(set) var isJSON = false
  private(set) var refreshes = true
  private(set) var usesPager = true
  private(set) var words: [String] = []

  /// Nil if the whole parser must read them.
  ///
  /// - Parameter arguments: without the name of the command.
  init?(_ arguments: [String]) {
    var seen: [String] = []
    var next = 0
    while next < arguments.count {
      let argument = arguments[next]
      next += 1
      if argument == "--" {
        words += arguments[next...]
        break
      }
      guard argument.utf8.first == UInt8(ascii: "-") else {
        words.append(argument)
        continue
      }
      if seen.contains(argument) { return nil }
      seen.append(argument)
      if setFlag(argument) { continue }
      guard next < arguments.count, set(argument, to: arguments[next]) else { return nil }
      next += 1
    }
    // A dash alone stands for stdin.
    if words == ["-"] { return nil }
  }

  private mutating func setFlag(_ name: String) -> Bool {
    switch name {
    case "--quiet": isQuiet = true
    case "--json": isJSON = true
    case "--no-refresh": refreshes = false
    case "--no-pager": usesPager = false
    default: return false
    }
    return true
  }

  private mutating func set(_ name: String, to value: String) -> Bool {
    guard !value.isEmpty, value.utf8.first != UInt8(ascii: "-") else { return false }
    switch name {
    case "--corpus": corpus = value
    case "--index": index = value
    case "--limit":
      guard let number = Int(value), AskSettings.limits.contains(number) else { return false }
      limit = number
    default: return false
    }
    return true
  }

  func answer() throws(Trouble) -> ExitStatus {
    var settings = try AskSettings.usual()
    if let corpus { settings.corpus = corpus }
    settings.index = index
    settings.isQuiet = isQuiet
    if let limit { settings.limit = limit }
    if isJSON { settings.format = .json }
    settings.refreshes = refreshes
    if !usesPager { settings.usesPager = false }
    return try settings.answer(words.isEmpty ? nil : words.joined(separator: " "))
  }
}
