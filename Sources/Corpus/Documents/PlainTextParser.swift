/// Plain text: paragraphs between blank lines; lines that start with a bullet are list items.
struct PlainTextParser: DocumentParser {
  static let fileExtensions = ["txt"]

  func parse(_ source: SourceText) throws(CorpusError) -> Document {
    var section = Section(headings: [])
    var open: OpenBlock?
    func close() {
      if let block = open?.block { section.blocks.append(block) }
      open = nil
    }
    for number in 1..<(source.lineCount + 1) {
      let line = source.line(number)
      let item = ListMarker(line)
      if line.trimmed.isEmpty {
        close()
      } else if let item {
        close()
        open = OpenBlock(kind: .listItem, depth: item.depth, text: item.text, line: number)
      } else if open == nil {
        open = OpenBlock(kind: .paragraph, depth: 0, text: line, line: number)
      } else {
        open?.append(line, number)
      }
    }
    close()
    let title = Document.title(forPath: source.path)
    let sections = section.blocks.isEmpty ? [] : [section]
    return Document(
      path: source.path, title: title, frontMatter: FrontMatter(), sections: sections)
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
    let body = line.drop { $0 == " " || $0 == "\t" }
    let marker = body.prefix { !$0.isWhitespace }
    let rest = body.dropFirst(marker.count).trimmed
    guard !rest.isEmpty, Self.isBullet(marker) || Self.isNumber(marker) else { return nil }
    depth = min(line.count - body.count, 12) / 4
    text = rest
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
