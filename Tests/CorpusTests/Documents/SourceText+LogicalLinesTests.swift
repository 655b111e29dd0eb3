import Testing

@testable import Corpus

@Suite struct SourceTextLogicalLinesTests {
  @Test(
    arguments: [
      ("", 2, []),
      ("\n \n\t\n", 2, []),
      ("# note\n#another\n", 2, []),
      ("a\nb\n", 2, ["1 a", "2 b"]),
      ("\n# note\na\n\nb", 2, ["3 a", "5 b"]),
      ("a\n  b\n   c\nd\n", 2, ["1 a b c", "4 d"]),
      ("a\n b\n", 2, ["1 a", "2  b"]),
      ("a\n  b\n    c\n", 4, ["1 a", "2   b c"]),
      ("  a\nb\n", 2, ["1   a", "2 b"]),
      ("a\n\n# note\n  b\n", 2, ["1 a b"]),
      ("a #1\n  # b\n", 2, ["1 a #1 # b"]),
      ("a\r\n  b\r\n\r\nc\r\n", 2, ["1 a b", "4 c"]),
      ("\u{FEFF}# note\nä\n  水  \n", 2, ["2 ä 水"]),
    ] as [(String, Int, [String])])
  func `indented lines go on with the one before them`(
    text: String, columns: Int, expected: [String]
  ) {
    let source = SourceText(path: "a.txt", bytes: Array(text.utf8))
    let lines = source.logicalLines(continuedAt: columns)
    #expect(lines.map { "\($0.number) \($0.text)" } == expected)
  }
}
