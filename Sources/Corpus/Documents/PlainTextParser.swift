/// Plain text: paragraphs between blank lines; lines that start with a bullet are list items.
struct PlainTextParser: DocumentParser {
  static let fileExtensions = ["txt"]

  func parse(_ source: SourceText) throws(CorpusError) -> Document {
    document(source, FrontMatter(), after: 0)
  }

  /// - Parameter lineCount: lines of front matter, which are left out.
  func document(
    _ source: SourceText, _ frontMatter: FrontMatter, after lineCount: Int
  ) -> Document {
    var section = Section(headings: [])
    var open: OpenBlock?
    for number in lineCount + 1..<source.lineCount + 1 {
      let line = source.line(number)
      let item = ListMarker(line)
      if open == nil || item != nil || line.isBlank {
        if let block = open?.block { section.blocks.append(block) }
        open = item.map { OpenBlock(kind: .listItem, depth: $0.depth, text: $0.text, line: number) }
      }
      if open == nil, !line.isBlank {
        open = OpenBlock(kind: .paragraph, depth: 0, text: line, line: number)
      } else if item == nil {
        open?.append(line, number)
      }
    }
    if let block = open?.block { section.blocks.append(block) }
    return Document(
      path: source.path, title: frontMatter.title ?? Document.title(forPath: source.path),
      frontMatter: frontMatter, sections: section.blocks.isEmpty ? [] : [section])
  }
}

/// A block whose last line is not yet known.
private struct OpenBlock {
  let kind: Block.Kind
  let depth: Int
  var text: String
  var lines: ClosedRange<Int>

  init(kind: Block.Kind, depth: Int, text: String, line: Int) {
    self.kind = kind
    self.depth = depth
    self.text = text
    lines = line...line
  }

  mutating func append(_ line: String, _ number: Int) {
    text += "\n" + line
    lines = lines.lowerBound...number
  }

  var block: Block { Block(kind: kind, depth: depth, text: text.folded, lines: lines) }
}

/// The bullet or number that opens a list item in plain text.
struct ListMarker {
  /// How far the marker is indented, in steps of four columns beyond the first.
  let depth: Int
  let text: String

  private static let bullets: Set<Character> = ["•", "◦", "▪", "‣", "·", "-", "*", "–", "+", "o"]

  /// Nil if the line opens no list item.
  init?(_ line: String) {
    guard Self.mayOpen(line.utf8Span.span) else { return nil }
    let body = line[...].drop { $0 == " " || $0 == "\t" }
    // The longest marker has three characters.
    let marker = body.prefix(4).prefix { !$0.isWhitespace }
    guard Self.isBullet(marker) || Self.isNumber(marker) else { return nil }
    text = body[marker.endIndex...].trimmed
    guard !text.isEmpty else { return nil }
    depth = min(line.utf8.count - body.utf8.count, 12) / 4
  }

  /// A look at the first byte of the words, which nearly always tells that no item starts here.
  private static func mayOpen(_ line: Span<UInt8>) -> Bool {
    var start = 0
    while start < line.count, line[start] == 0x20 || line[start] == 0x09 { start += 1 }
    guard start < line.count else { return false }
    return switch line[start] {
    case 0x80..., 0x30...0x39, UInt8(ascii: "-"), UInt8(ascii: "*"), UInt8(ascii: "+"),
      UInt8(ascii: "o"):
      true
    default: false
    }
  }

  private static func isBullet(_ marker: Substring) -> Bool {
    marker.count == 1 && marker.first.map(bullets.contains) == true
  }

  private static func isNumber(_ marker: Substring) -> Bool {
    guard let last = marker.last, last == "." || last == ")" else { return false }
    let digits = marker.dropLast()
    return !digits.isEmpty && digits.count <= 2 && digits.allSatisfy(\.isNumber)
  }
}
