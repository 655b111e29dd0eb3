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
}
