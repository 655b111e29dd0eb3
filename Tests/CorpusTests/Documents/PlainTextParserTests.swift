import Testing

@testable import Corpus

@Suite struct PlainTextParserTests {
  func dump(_ text: String) throws -> String {
    let source = SourceText(path: "a-b.txt", bytes: Array(text.utf8))
    return try PlainTextParser().parse(source).dump
  }

  /// A file's text and its blocks as the dump prints them.
  static let cases: [(text: String, blocks: [String])] = [
    (
      "One.\nTwo.\n\nThree.",
      [
        "paragraph depth 0 lines 1-2 \"One. Two.\"",
        "paragraph depth 0 lines 4-4 \"Three.\"",
      ]
    ),
    ("\n \n\t\nOne.\n\n\n", ["paragraph depth 0 lines 4-4 \"One.\""]),
    (
      "\u{FEFF}One.\r\nTwo.\r\n\r\nThree.\r\n",
      [
        "paragraph depth 0 lines 1-2 \"One. Two.\"",
        "paragraph depth 0 lines 4-4 \"Three.\"",
      ]
    ),
    ("One.\rTwo.", ["paragraph depth 0 lines 1-2 \"One. Two.\""]),
    (
      "May include:\n\n  • pain\n  • loss of\n    sight\n\nAfter.",
      [
        "paragraph depth 0 lines 1-1 \"May include:\"", "listItem depth 0 lines 3-3 \"pain\"",
        "listItem depth 0 lines 4-5 \"loss of sight\"", "paragraph depth 0 lines 7-7 \"After.\"",
      ]
    ),
    (
      "Intro\n1. one\n12) two\n- three",
      [
        "paragraph depth 0 lines 1-1 \"Intro\"",
        "listItem depth 0 lines 2-2 \"one\"", "listItem depth 0 lines 3-3 \"two\"",
        "listItem depth 0 lines 4-4 \"three\"",
      ]
    ),
    (
      "* a\n    * b\n        * c",
      [
        "listItem depth 0 lines 1-1 \"a\"",
        "listItem depth 1 lines 2-2 \"b\"", "listItem depth 2 lines 3-3 \"c\"",
      ]
    ),
    (
      "# Not a heading\n**bold** &amp; [x](y)",
      [
        "paragraph depth 0 lines 1-2 \"# Not a heading **bold** &amp; [x](y)\""
      ]
    ),
    ("---\ntitle: x\n---", ["paragraph depth 0 lines 1-3 \"--- title: x ---\""]),
    ("a \u{A0} b\t c", ["paragraph depth 0 lines 1-1 \"a b c\""]),
  ]

  @Test(arguments: cases)
  func `paragraphs stand between blank lines, items open with a mark`(
    text: String, blocks: [String]
  ) throws {
    let expected = ["document a-b.txt \"a b\"", "section -"] + blocks.map { "  " + $0 }
    #expect(try dump(text) == expected.map { $0 + "\n" }.joined())
  }

  @Test(arguments: ["", "\n", " \r\n\t", "\u{FEFF}"])
  func `a file without words has no section`(text: String) throws {
    #expect(try dump(text) == "document a-b.txt \"a b\"\n")
  }

  @Test(arguments: [
    ("• a", 0, "a"), ("- a b", 0, "a b"), ("– a", 0, "a"), ("\t- a", 0, "a"), ("    o a", 1, "a"),
    ("9. a", 0, "a"), ("99) a", 0, "a"), ("             · a", 3, "a"),
    (String(repeating: " ", count: 90) + "- a", 3, "a"),
  ])
  func `a marked line is an item`(line: String, depth: Int, text: String) {
    #expect(ListMarker(line)?.depth == depth)
    #expect(ListMarker(line)?.text == text)
  }

  @Test(arguments: [
    "", " ", "-", "• ", "-a", "--- a", "1.5 mg", "2019. Then", "1 a", "a. b", "5% of", ") a", ". a",
  ])
  func `other lines are no item`(line: String) {
    #expect(ListMarker(line)?.text == nil)
  }
}
