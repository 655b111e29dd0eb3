/// What a document says of itself, between two lines of three dashes at its top.
///
/// The form is the part of YAML that needs no parser: `key: value` lines, comments, and lists or
/// nested values, which are passed over. Unknown keys are passed over too.
package struct FrontMatter: Equatable, Sendable {
  package var title: String?
  /// The day the text was compared with its sources.
  package var reviewed: CalendarDate?
  package var reviewBy: CalendarDate?
  package var country: String?
  package var audience: String?

  package init() {}

  /// Reads the front matter at the top of a file, if there is one.
  ///
  /// - Returns: the values and the number of lines they take, fences included.
  /// - Throws: `CorpusError` with the line of what is malformed.
  static func parse(
    _ source: SourceText
  ) throws(CorpusError) -> (frontMatter: FrontMatter, lineCount: Int) {
    var result = FrontMatter()
    guard opens(source) else { return (result, 0) }
    for number in 2...source.lineCount {
      let line = source.line(number)
      if line.isFence { return (result, number) }
      try result.read(line, number: number, path: source.path)
    }
    throw .frontMatterUnclosed(path: source.path, line: 1)
  }

  /// A key that comes first, comments aside, tells front matter from a thematic break.
  private static func opens(_ source: SourceText) -> Bool {
    // Most documents open with a heading or a word.
    guard let byte = source.utf8(fromLine: 1).first, byte <= 0x2D || byte >= 0x80,
      byte != UInt8(ascii: "#"), source.lineCount > 1, source.line(1).trimmed == "---"
    else { return false }
    let first = (2...source.lineCount).lazy.map(source.line).first { !$0.hasPrefix("#") }
    return first?.isKeyed == true
  }

  private mutating func read(
    _ line: String, number: Int, path: String
  ) throws(CorpusError) {
    let isNested = line.first == " " || line.first == "\t"
    let text = line.trimmed
    if text.isEmpty || isNested || text.hasPrefix("#") || text.hasPrefix("- ") { return }
    guard let colon = text.firstIndex(of: ":") else {
      throw .frontMatterMalformed(path: path, line: number, text: text)
    }
    let value = String(text[text.index(after: colon)...]).trimmed.unquoted
    guard !value.isEmpty, !value.opensBlock else { return }
    let key = String(text[..<colon]).trimmed
    switch key {
    case "title": title = value
    case "country": country = value
    case "audience": audience = value
    case "reviewed": reviewed = try Self.date(value, key: key, number, path)
    case "review-by": reviewBy = try Self.date(value, key: key, number, path)
    default: break
    }
  }

  private static func date(
    _ value: String, key: String, _ line: Int, _ path: String
  ) throws(CorpusError) -> CalendarDate {
    guard let date = CalendarDate(value) else {
      throw .dateMalformed(path: path, line: line, key: key, value: value)
    }
    return date
  }
}

extension String {
  fileprivate var isFence: Bool {
    let text = trimmed
    return text == "---" || text == "..."
  }

  fileprivate var isKeyed: Bool {
    guard let colon = firstIndex(of: ":"), let first else { return false }
    return first.isLetter && self[..<colon].allSatisfy { $0.isLetter || $0 == "-" || $0 == "_" }
  }

  /// YAML's `|` and `>`: the value is the nested lines that follow.
  fileprivate var opensBlock: Bool { ["|", ">", "|-", ">-", "|+", ">+"].contains(self) }

  fileprivate var unquoted: String {
    guard count >= 2, let first, first == last, first == "\"" || first == "'" else { return self }
    return String(dropFirst().dropLast())
  }
}
