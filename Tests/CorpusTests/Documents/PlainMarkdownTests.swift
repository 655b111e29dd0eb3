import TestSupport
import Testing

@testable import Corpus

@Suite struct PlainMarkdownTests {
  @Test func `headings and paragraphs are found with their lines`() {
    let text = "# A title\n\nOne line\nand another.\n## Next\nLast."
    let parts = PlainMarkdown(text.utf8Span.span)?.parts
    #expect(
      parts == [
        .heading(level: 1, text: 2..<9, line: 1),
        .paragraph(text: 11..<33, lines: 3...4),
        .heading(level: 2, text: 36..<40, line: 5),
        .paragraph(text: 41..<46, lines: 6...6),
      ])
  }

  @Test(arguments: [
    "- item", "1. item", "    code", "> quoted", "===", "---", "#tag", "# closed #", "#",
    "####### seven", "*bold*", "a_b", "a [link](b)", "<br>", "a &amp; b", "a\\", "`code`", "a | b",
    "~~~", " set in", "\ttabbed", "  ",
  ])
  func `whatever may be more is left to cmark`(line: String) {
    let text = "Text\n\n\(line)\n"
    let isPlain = PlainMarkdown(text.utf8Span.span) != nil
    #expect(!isPlain)
  }

  /// Lines that a file may hold, plain ones more often.
  private static let lines = [
    "Plain words here.", "and more of them", "", "", "# A", "## B b", "### “C” {#c .d}",
    "(In brackets)", "\"Quoted\"", "Ends with spaces  ", "É first", "\u{A0}no break", "“Curly”",
    "a\tb  c",
    "x\u{0B}y \u{0C}z", "#  Wide   words ", "Mail a@b.c, see http://x.y/z#w",
    "a > b ! ~~~ = - + {x}",
    " lead", "- item", "1. one", "===", "---", "#tag", "# closed #", "> q", "a | b", "- | -", "*b*",
  ]

  @Test(arguments: 0..<8 as Range<UInt64>)
  func `the document is the one that cmark gives`(seed: UInt64) throws {
    var generator = SeededGenerator(seed: seed)
    var cmark = MarkdownParser()
    cmark.readsPlainMarkdown = false
    for _ in 0..<300 {
      let plainOnly = Int.random(in: 0..<4, using: &generator) > 0
      let choices = plainOnly ? Self.lines.prefix(18) : Self.lines[...]
      let count = Int.random(in: 0...9, using: &generator)
      let lines = (0..<count).map { _ in choices.randomElement(using: &generator) ?? "" }
      let source = SourceText(path: "a.md", bytes: Array(lines.joined(separator: "\n").utf8))
      let (one, other) = (try MarkdownParser().parse(source), try cmark.parse(source))
      #expect(one == other, "seed \(seed): \(lines)")
    }
  }
}
