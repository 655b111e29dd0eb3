import Testing

@testable import Corpus

/// What a Markdown document says apart from its text: links, and other ways of asking.
@Suite struct MarkdownParserLinksTests {
  func parse(_ markdown: String) throws -> Document {
    try MarkdownParser().parse(SourceText(path: "a.md", bytes: Array(markdown.utf8)))
  }

  @Test(
    arguments: [
      ("no link", []),
      ("[a](b.md)", ["1 b.md"]),
      ("One\ntwo [a](b.md#c).", ["1 b.md#c"]),
      ("\n\nText [a](#b) and [c](#d).", ["3 #b", "3 #d"]),
      ("---\ntitle: T\n---\n\n[a](b)", ["5 b"]),
      ("# A [b](c)\n\n- one\n- [d](e)\n  - *[f](g)*\n", ["1 c", "4 e", "5 g"]),
      ("> one\n>\n> [a](b)\n", ["3 b"]),
      ("<https://example.org>", ["1 https://example.org"]),
      ("[a][x]\n\n[x]: b.md\n", ["1 b.md"]),
      ("[a](<b c.md>)", ["1 b c.md"]),
      ("[a]()", ["1 "]),
      ("`[a](b)`\n\n```\n[a](b)\n```\n", []),
      ("One [@key] and [@a; @b].", []),
      ("![picture](x.png)", []),
    ] as [(String, [String])])
  func `links keep their targets and the lines of their blocks`(
    markdown: String, expected: [String]
  ) throws {
    #expect(try parse(markdown).links.map { "\($0.line) \($0.target)" } == expected)
  }

  @Test(arguments: [(">", 50_000), ("- ", 20_000)])
  func `links are found at any depth of nesting`(mark: String, count: Int) throws {
    let document = try parse(String(repeating: mark, count: count) + "[a](b)\n")
    #expect(document.links == [Link(target: "b", line: 1)])
  }

  @Test func `other ways of asking belong to their section and know their lines`() throws {
    let document = try parse(
      """
      ---
      title: T
      ---

      # T

      ## One {#one}

      <!-- asked as
      first
      - second
      -->

      Text.

      ## Two

      More.

      <!-- asked as:

      third
      -->

      """)
    #expect(document.sections.map { $0.headings.map(\.text) } == [["One"], ["Two"]])
    #expect(
      document.sections.map(\.askedAs) == [
        [AskedQuestion("first", line: 10), AskedQuestion("second", line: 11)],
        [AskedQuestion("third", line: 22)],
      ])
    #expect(document.sections.map { $0.blocks.map(\.text) } == [["Text."], ["More."]])
  }
}
