import TestSupport
import Testing

@testable import Corpus

@Suite struct StringWhiteSpaceTests {
  @Test(arguments: [
    ("", ""), ("   ", ""), ("a", "a"), (" a ", "a"), ("\t a b \n", "a b"),
    ("\u{A0}a\u{2003}", "a"), ("\r\na\r\n", "a"), (" \u{301}a ", "\u{301}a"),
  ])
  func `trimming takes white space from both ends only`(text: String, expected: String) {
    #expect(text.trimmed == expected)
  }

  @Test(arguments: [
    ("", ""), (" \n\t ", ""), ("a", "a"), ("  a  b  ", "a b"), ("a\r\n\r\nb", "a b"),
    ("a\u{A0}\u{2009}b", "a b"), ("a\u{200B}b", "a\u{200B}b"),
  ])
  func `folding leaves one space for each run`(text: String, expected: String) {
    #expect(text.folded == expected)
  }

  @Test func `every scalar is space as Unicode says`() {
    for value in UInt32(0)...0x3001 {
      guard let scalar = Unicode.Scalar(value) else { continue }
      #expect(scalar.isSpace == scalar.properties.isWhitespace, "U+\(value)")
    }
  }

  @Test(arguments: [
    ("", 0), ("a", 1), ("  two words ", 2), ("a – b", 2), ("... 5% !", 1), ("CSF, or both.", 3),
    ("one\ntwo\tthree", 3), ("[@key]", 1), ("👍", 0),
  ])
  func `words hold a letter or a digit`(text: String, expected: Int) {
    #expect(text.wordCount == expected)
  }

  @Test(arguments: 0..<100)
  func `in random text the bytes tell what the scalars tell`(seed: UInt64) {
    var generator = SeededGenerator(seed: seed)
    let parts = [
      "a", "Z", "0", "9", "/", ":", "@", "[", "`", "{", " ", "  ", "\t", "\n", "\r\n", "\u{1}",
      "\u{7F}", "é", "e\u{301}", "ß", "日本", "½", "٣", "😀", "\u{85}", "\u{A0}", "\u{1680}",
      "\u{2003}", "\u{200B}", "\u{2028}", "\u{202F}", "\u{205F}", "\u{3000}", "–", "“", "word",
      "several plain words",
    ]
    for length in [1, 5, 40, 200] {
      // All of it, ASCII alone, or what is printable of that.
      let plain = seed % 4 == 0 ? parts.prefix(16) : seed % 4 == 1 ? parts.prefix(12) : parts[...]
      let text = (0..<length).map { _ in plain.randomElement(using: &generator) ?? "" }.joined()
      let words = text.unicodeScalars.split(whereSeparator: \.properties.isWhitespace)
      #expect(text.folded == words.map(String.init).joined(separator: " "), "seed \(seed)")
      #expect(text.wordCount == words.filter(\.hasLetterOrDigit).count, "seed \(seed)")
      let ends = (words.first?.startIndex, words.last?.endIndex)
      let trimmed = ends.0.flatMap { start in ends.1.map { String(text[start..<$0]) } }
      #expect(text.trimmed == trimmed ?? "", "seed \(seed)")
      #expect(text.isBlank == words.isEmpty, "seed \(seed)")
    }
  }

  /// Shorter than a block, as long, and longer.
  @Test(arguments: [8, 16, 17, 40])
  func `a block counts every ASCII byte as one byte alone does`(length: Int) {
    for byte in UInt8(0)..<0x80 {
      let mark = String(Unicode.Scalar(byte))
      let expected =
        mark.folded.unicodeScalars.contains { $0.properties.isAlphabetic }
        || ("0"..."9").contains(mark)
      for place in 0..<length {
        var bytes = [UInt8](repeating: UInt8(ascii: "."), count: length)
        bytes[place] = byte
        #expect(String(decoding: bytes, as: UTF8.self).wordCount == (expected ? 1 : 0))
        bytes = [UInt8](repeating: UInt8(ascii: "a"), count: length)
        bytes[place] = byte
        let parts = place > 0 && place < length - 1 && Unicode.Scalar(byte).isSpace
        #expect(String(decoding: bytes, as: UTF8.self).wordCount == (parts ? 2 : 1))
      }
    }
  }
}

extension Substring.UnicodeScalarView {
  fileprivate var hasLetterOrDigit: Bool {
    contains { $0.properties.isAlphabetic || $0.properties.numericType != nil }
  }
}
