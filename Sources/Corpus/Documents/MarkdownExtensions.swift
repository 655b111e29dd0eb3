/// The parts of Markdown that CommonMark leaves out: what each looks like and what it means.

/// Attributes at the end of a heading, in Pandoc's form: `{#anchor .class}`.
struct HeadingAttributes: Equatable {
  var anchor: String?
  var classes: [String] = []

  /// Parts a heading's text from its attributes.
  static func split(_ text: String) -> (text: String, attributes: HeadingAttributes) {
    var attributes = HeadingAttributes()
    guard text.utf8.last == UInt8(ascii: "}"), let open = text.lastIndex(of: "{") else {
      return (text, attributes)
    }
    let inside = text[text.index(after: open)...].dropLast()
    for part in inside.split(whereSeparator: \.isWhitespace) {
      if part.hasPrefix("#") && part.count > 1 {
        attributes.anchor = String(part.dropFirst())
      } else if part.hasPrefix(".") && part.count > 1 {
        attributes.classes.append(String(part.dropFirst()))
      } else if !part.contains("=") {
        return (text, HeadingAttributes())
      }
    }
    return (text[..<open].trimmed, attributes)
  }
}

/// Other ways of asking for a section, in a comment that no reader of the page sees:
///
///     <!-- asked as
///     how do doctors find it
///     what test shows it
///     -->
enum AskedAs {
  /// Nil if the comment is about something else.
  ///
  /// - Parameter firstLine: of the comment, 1-based.
  static func questions(inComment html: String, firstLine: Int) -> [AskedQuestion]? {
    guard let open = html.firstIndex(of: "<!--"), html[..<open].trimmed.isEmpty else { return nil }
    let before = html[..<open].filter(\.isNewline).count
    let comment = html[html.utf8.index(open, offsetBy: 4)...]
    guard let close = comment.firstIndex(of: "-->") else { return nil }
    let lines = comment[..<close].split(
      omittingEmptySubsequences: false, whereSeparator: \.isNewline
    )
    .enumerated().map { AskedQuestion($1.trimmed, line: firstLine + before + $0) }
    .filter { !$0.text.isEmpty }
    guard let first = lines.first?.text else { return nil }
    let name = first.hasSuffix(":") ? String(first.dropLast()) : first
    guard name.lowercased() == "asked as" || name.lowercased() == "asked-as" else { return nil }
    return lines.dropFirst().map { question in
      guard question.text.hasPrefix("- ") else { return question }
      return AskedQuestion(question.text.dropFirst(2).trimmed, line: question.line)
    }
  }
}

extension StringProtocol {
  /// The index at which `pattern` first starts, by bytes; the standard library has no search for
  /// substrings.
  fileprivate func firstIndex(of pattern: String) -> Index? {
    var rest = utf8[...]
    while let index = rest.firstIndex(where: { $0 == pattern.utf8.first }) {
      rest = rest[index...]
      if rest.starts(with: pattern.utf8) { return index }
      rest = rest.dropFirst()
    }
    return nil
  }
}

/// Tables of `|`-separated cells, as GitHub and Pandoc write them.
enum PipeTable {
  struct Row: Equatable {
    /// Cells joined by ` | `.
    let text: String
    /// Lines below the table's first line.
    let lineOffset: Int
  }

  /// The header and body rows, empty ones left out; nil if the paragraph is no table.
  static func rows(of paragraph: String) -> [Row]? {
    guard paragraph.utf8.contains(0x7C) else { return nil }
    let lines = paragraph.split(separator: "\n", omittingEmptySubsequences: false)
    guard lines.count >= 2, lines[0].contains("|"), isDelimiter(lines[1]) else { return nil }
    return lines.indices.compactMap { index in
      let cells = cells(lines[index])
      guard index != 1, !cells.allSatisfy(\.isEmpty) else { return nil }
      return Row(text: cells.joined(separator: " | "), lineOffset: index)
    }
  }

  private static func isDelimiter(_ line: Substring) -> Bool {
    let parts = cells(line)
    return line.contains("-") && !parts.isEmpty
      && parts.allSatisfy { part in
        !part.isEmpty && part.allSatisfy { $0 == "-" || $0 == ":" }
      }
  }

  private static func cells(_ line: Substring) -> [String] {
    var parts = line.split(separator: "|", omittingEmptySubsequences: false).map(\.trimmed)
    if parts.first?.isEmpty == true { parts.removeFirst() }
    if parts.last?.isEmpty == true { parts.removeLast() }
    return parts
  }
}

/// Raw HTML in Markdown.
enum HTMLText {
  /// The text between the tags; comments, scripts and styles hold none.
  static func visible(in html: String) -> String {
    let text = withoutComments(html)
    let lowered = text.lowercased().trimmed
    if ["<script", "<style", "<?", "<!"].contains(where: lowered.hasPrefix) { return "" }
    var out: [UInt8] = []
    var insideTag = false
    for byte in text.utf8 {
      switch byte {
      case UInt8(ascii: "<"): insideTag = true
      case UInt8(ascii: ">") where insideTag:
        insideTag = false
        out.append(0x20)
      default: if !insideTag { out.append(byte) }
      }
    }
    out.fold()
    return out.text
  }

  private static func withoutComments(_ html: String) -> String {
    var out = ""
    var rest = html[...]
    while let open = rest.firstIndex(of: "<!--") {
      out += rest[..<open]
      guard let close = rest[open...].firstIndex(of: "-->") else { return out }
      rest = rest[close...].dropFirst(3)
    }
    return out + rest
  }
}
