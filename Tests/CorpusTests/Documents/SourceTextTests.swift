import Testing

@testable import Corpus

@Suite struct SourceTextTests {
  /// A file's bytes and what its lines should be.
  struct Case: Sendable {
    let bytes: [UInt8]
    let lines: [String]
    let repaired: Bool

    init(_ bytes: [UInt8], _ lines: [String], repaired: Bool = false) {
      self.bytes = bytes
      self.lines = lines
      self.repaired = repaired
    }

    init(_ text: String, _ lines: [String]) { self.init(Array(text.utf8), lines) }
  }

  static let cases = [
    Case("", []),
    Case("\u{FEFF}", []),
    Case("\n", [""]),
    Case("\r", [""]),
    Case("\r\n", [""]),
    Case("a", ["a"]),
    Case("a\n", ["a"]),
    Case("a\nb", ["a", "b"]),
    Case("a\r\nb\r\n", ["a", "b"]),
    Case("a\rb\r", ["a", "b"]),
    Case("a\n\rb", ["a", "", "b"]),
    Case("a\r\r\nb", ["a", "", "b"]),
    Case("a\r\n\r\nb\rc\nd", ["a", "", "b", "c", "d"]),
    Case("\u{FEFF}ä\r\nß", ["ä", "ß"]),
    Case("a\u{FEFF}b", ["a\u{FEFF}b"]),
    Case("a\u{2028}b\u{85}c\u{0B}d", ["a\u{2028}b\u{85}c\u{0B}d"]),
    Case([0x61, 0xFF, 0x62, 0x0A, 0x63], ["a\u{FFFD}b", "c"], repaired: true),
    Case([0xE2, 0x82, 0x0D, 0x0A, 0x78], ["\u{FFFD}", "x"], repaired: true),
    Case("a\u{FFFD}", ["a\u{FFFD}"]),
  ]

  @Test(arguments: cases)
  func `lines end at LF, CR LF or CR`(given: Case) {
    let source = SourceText(path: "a.txt", bytes: given.bytes)
    #expect(source.lineCount == given.lines.count)
    #expect(given.lines.indices.map { source.line($0 + 1) } == given.lines)
    #expect(Array(source.utf8(fromLine: 1)) == Array(given.lines.map { $0 + "\n" }.joined().utf8))
    #expect(source.wasRepaired == given.repaired)
  }

  @Test(arguments: cases)
  func `a line's byte range holds that line in the file`(given: Case) {
    let source = SourceText(path: "a.txt", bytes: given.bytes)
    for (index, line) in given.lines.enumerated() {
      let range = source.bytes(ofLines: (index + 1)...(index + 1))
      #expect(String(decoding: given.bytes[range], as: UTF8.self) == line)
    }
  }

  @Test func `a range of lines leaves out the last line's ending alone`() {
    let bytes = Array("\u{FEFF}one\r\ntwo\r\n\r\nfour\r\n".utf8)
    let source = SourceText(path: "a.txt", bytes: bytes)
    #expect(source.bytes(ofLines: 1...1) == 3..<6)
    #expect(source.bytes(ofLines: 1...2) == 3..<11)
    #expect(source.bytes(ofLines: 2...4) == 8..<19)
    #expect(source.bytes(ofLines: 3...3) == 13..<13)
  }

  @Test func `a replaced byte does not move the lines after it`() {
    let bytes: [UInt8] = [0x61, 0xFF, 0x0A, 0x62, 0x63]
    let source = SourceText(path: "a.txt", bytes: bytes)
    #expect(source.bytes(ofLines: 2...2) == 3..<5)
    #expect(Array(source.utf8(fromLine: 2)) == Array("bc\n".utf8))
  }

  @Test func `text may be taken from any line, and from past the last`() {
    let source = SourceText(path: "a.txt", bytes: Array("a\r\nb".utf8))
    #expect(Array(source.utf8(fromLine: 1)) == Array("a\nb\n".utf8))
    #expect(Array(source.utf8(fromLine: 2)) == Array("b\n".utf8))
    #expect(source.utf8(fromLine: 3).isEmpty)
    #expect(source.utf8(fromLine: 9).isEmpty)
  }
}
