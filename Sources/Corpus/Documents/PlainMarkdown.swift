/// Markdown of headings and paragraphs alone, read without cmark's tree, which takes three times as
/// long: most files of prose hold nothing else.
///
/// Whatever might be more is left to cmark, so that both give the same document.
struct PlainMarkdown {
  /// Stretches are in bytes of the text, lines are 1-based.
  enum Part: Equatable {
    case heading(level: Int, text: Range<Int>, line: Int)
    case paragraph(text: Range<Int>, lines: ClosedRange<Int>)
  }

  private(set) var parts: [Part] = []
  /// The paragraph that the next line may go on with.
  private var open: (start: Int, firstLine: Int)?

  /// Without these bytes no inline is anything but text, and no paragraph a table.
  private static let marks = Array("\\`*_[<&|".utf8)

  /// Nil if the text may hold more than headings and paragraphs.
  init?(_ markdown: Span<UInt8>) {
    guard Self.marks.allSatisfy({ markdown.firstIndex(of: $0) == nil }) else { return nil }
    parts.reserveCapacity(4)
    var start = 0
    var number = 1
    while start < markdown.count {
      let end = markdown.firstIndex(of: 0x0A, from: start) ?? markdown.count
      guard add(start..<end, number, of: markdown) else { return nil }
      start = end + 1
      number += 1
    }
    close(at: markdown.count, before: number)
  }

  /// Whether it could: the line is blank, a heading, or certain to be part of a paragraph.
  private mutating func add(
    _ line: Range<Int>, _ number: Int, of text: Span<UInt8>
  ) -> Bool {
    guard let first = line.first else {
      close(at: line.lowerBound, before: number)
      return true
    }
    switch text[first] {
    case UInt8(ascii: "#"):
      close(at: first, before: number)
      return addHeading(line, number, of: text)
    case UInt8(ascii: "A")...UInt8(ascii: "Z"), UInt8(ascii: "a")...UInt8(ascii: "z"),
      UInt8(ascii: "("), UInt8(ascii: "\""), 0x80...:
      open = open ?? (first, number)
      return true
    default: return false
    }
  }

  /// Whether it is one, without the marks that may close it.
  private mutating func addHeading(
    _ line: Range<Int>, _ number: Int, of text: Span<UInt8>
  ) -> Bool {
    var start = line.lowerBound
    while start < line.upperBound, text[start] == UInt8(ascii: "#") { start += 1 }
    let level = start - line.lowerBound
    let words = text.trimmed(start..<line.upperBound)
    guard level <= 6, !words.isEmpty, text[start] == 0x20,
      text.extracting(words).firstIndex(of: UInt8(ascii: "#")) == nil
    else { return false }
    parts.append(.heading(level: level, text: words, line: number))
    return true
  }

  private mutating func close(at end: Int, before number: Int) {
    guard let (start, firstLine) = open else { return }
    parts.append(.paragraph(text: start..<end, lines: firstLine...number - 1))
    open = nil
  }
}
