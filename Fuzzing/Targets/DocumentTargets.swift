@testable import Corpus

/// A Markdown document, cut into passages.
struct MarkdownTarget: FuzzTarget {
  static let name = "markdown"

  func take(_ input: [UInt8]) { readDocument(SourceText(path: "a.md", bytes: input)) }
}

/// A plain text document, cut into passages.
struct PlainTextTarget: FuzzTarget {
  static let name = "text"

  func take(_ input: [UInt8]) { readDocument(SourceText(path: "a.txt", bytes: input)) }
}

/// What stands between two lines of dashes, which the target adds.
struct FrontMatterTarget: FuzzTarget {
  static let name = "front-matter"

  func take(_ input: [UInt8]) {
    let bytes = Array("---\n".utf8) + input
    let source = SourceText(path: "a.md", bytes: bytes)
    guard let (_, lines) = try? FrontMatter.parse(source) else { return }
    expect(lines <= source.lineCount, "\(lines) lines of \(source.lineCount)")
  }
}

/// The file that names the sources.
struct BibliographyTarget: FuzzTarget {
  static let name = "bibliography"

  func take(_ input: [UInt8]) {
    guard let sources = try? Bibliography(json: input, path: Bibliography.fileName) else { return }
    for reference in sources.references {
      expect(sources[reference.key] == reference, "\(reference.key) is not found")
    }
  }
}

/// The passages of a document; what holds of every passage is checked.
@discardableResult
func readDocument(_ source: SourceText) -> [Passage] {
  guard let parser = DocumentParsers.parser(forPath: source.path),
    let document = try? parser.parse(source)
  else { return [] }
  var all: [Passage] = []
  for resolvesCitations in [false, true] {
    all = PassageSplitter().passages(
      of: document, from: source, resolvesCitations: resolvesCitations)
    for passage in all { check(passage, of: source) }
  }
  return all
}

private func check(_ passage: Passage, of source: SourceText) {
  let lines = passage.source.lines
  expect(lines.lowerBound >= 1 && lines.upperBound <= max(source.lineCount, 1), "lines \(lines)")
  expect(passage.source.bytes == source.bytes(ofLines: lines), "bytes \(passage.source.bytes)")
  // One line feed parts two blocks.
  let length = passage.blocks.reduce(0) { $0 + $1.length } + max(passage.blocks.count - 1, 0)
  expect(length == passage.text.utf8.count, "\(length) bytes of \(passage.text.utf8.count)")
  expect(!passage.text.unicodeScalars.contains("\r"), "a carriage return is left")
}
