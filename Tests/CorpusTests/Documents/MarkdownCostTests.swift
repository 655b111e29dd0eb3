import TestSupport
import Testing

@testable import Corpus

@Suite struct MarkdownCostTests {
  func cost(_ markdown: String) -> MarkdownCost { MarkdownCost(of: markdown.utf8Span.span) }

  @Test(
    arguments: [
      ("", 0, 0), ("\n\n", 0, 0), ("One.\nTwo.\n", 4, 0), ("- a\n  - b", 8, 2), ("> > a", 6, 2),
      ("1. a", 4, 1), ("12) a\n\n    code", 6, 1), ("-----", 6, 1), ("*a* [b](c)", 6, 0),
      ("    code", 2, 0), ("-", 2, 1),
    ] as [(String, Int, Int)])
  func `nodes and depth are told from the bytes`(markdown: String, nodes: Int, depth: Int) {
    #expect(cost(markdown).nodes == nodes)
    #expect(cost(markdown).depth == depth)
  }

  /// Text that cmark needs quadratic time or hundreds of bytes a byte for.
  static let hostile: [(part: String, count: Int)] = [
    ("[", 3_000_000), (">", 2_000_000), ("*a_", 2_000_000), ("![[]()", 20_000),
    ("- ", 1_100_000),
  ]

  @Test(arguments: hostile)
  func `text made to exhaust cmark is told`(part: String, count: Int) {
    #expect(!cost(String(repeating: part, count: count)).isBearable)
  }

  @Test func `lines under a deep nest are told`() {
    let nest = String(repeating: "- ", count: 20_000) + "x"
    #expect(cost(nest).isBearable)
    #expect(!cost(nest + String(repeating: "\n", count: 20_000)).isBearable)
    #expect(!cost(nest + String(repeating: "a*", count: 20_000)).isBearable)
  }

  @Test func `a long book is bearable`() {
    let page = """
      ## A heading with a [link](https://example.org)

      Plain *prose* of some length, with (brackets), numbers like 1.5 and - dashes -, line on line
      on line, ![a picture](p.png) and `code`.

      > A quotation.

      - One
        - Two
          1. Three

      | a | b |
      |---|---|
      | 1 | 2 |


      """
    #expect(cost(String(repeating: page, count: 20_000)).isBearable)
  }

  @Test(arguments: ["![[]() ", "- ", "> "])
  func `what is too dear is read as plain text, after its front matter`(part: String) throws {
    let count = part == "![[]() " ? 20_000 : 1_100_000
    let text = "---\ntitle: T\n---\nFirst line.\n\n" + String(repeating: part, count: count) + "end"
    let document = try MarkdownParser().parse(SourceText(path: "a.md", bytes: Array(text.utf8)))
    #expect(document.title == "T")
    let blocks = document.sections.flatMap(\.blocks)
    #expect(blocks.first?.text == "First line.")
    #expect(blocks.first?.lines == 4...4)
    #expect(blocks.last?.text.hasSuffix("end") == true)
    #expect(blocks.last?.lines == 6...6)
  }
}
