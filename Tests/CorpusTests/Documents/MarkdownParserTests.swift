import TestSupport
import Testing

@testable import Corpus

@Suite struct MarkdownParserTests {
  /// Markdown and what should be left of it.
  struct Case: Sendable, CustomTestStringConvertible {
    let name: String
    let markdown: String
    let dump: String

    init(_ name: String, _ markdown: String, _ dump: String) {
      self.name = name
      self.markdown = markdown
      self.dump = dump
    }

    var testDescription: String { name }
  }

  func parse(_ markdown: String) throws -> Document {
    try MarkdownParser().parse(SourceText(path: "a-b.md", bytes: Array(markdown.utf8)))
  }

  @Test(arguments: headings + lists + inlines + otherBlocks + comments)
  func `a document gives its dump`(given: Case) throws {
    #expect(try parse(given.markdown).dump == given.dump + "\n")
  }

  static let headings = [
    Case("nothing", "", "document a-b.md \"a b\""),
    Case("blank lines", "\n\n \n", "document a-b.md \"a b\""),
    Case("headings alone show nothing", "# A\n\n## B\n", "document a-b.md \"A\""),
    Case(
      "the first outermost heading is the title and leaves the paths",
      "# A\n\nIntro.\n\n## B\n\nText.\n\n### C\n\nDeep.\n\n## D\n\nLast.\n",
      """
      document a-b.md "A"
      section -
        paragraph depth 0 lines 3-3 "Intro."
      section h2 "B"
        paragraph depth 0 lines 7-7 "Text."
      section h2 "B" > h3 "C"
        paragraph depth 0 lines 11-11 "Deep."
      section h2 "D"
        paragraph depth 0 lines 15-15 "Last."
      """),
    Case(
      "a second outermost heading stays in its path",
      "# A\n\none\n\n# A\n\ntwo\n",
      """
      document a-b.md "A"
      section -
        paragraph depth 0 lines 3-3 "one"
      section h1 "A"
        paragraph depth 0 lines 7-7 "two"
      """),
    Case(
      "an outermost heading after text is no title",
      "Text first.\n\n# A\n\nmore\n",
      """
      document a-b.md "a b"
      section -
        paragraph depth 0 lines 1-1 "Text first."
      section h1 "A"
        paragraph depth 0 lines 5-5 "more"
      """),
    Case(
      "levels that are left out",
      "### C\n\none\n\n# A\n\ntwo\n\n#### D\n\nthree\n",
      """
      document a-b.md "a b"
      section h3 "C"
        paragraph depth 0 lines 3-3 "one"
      section h1 "A"
        paragraph depth 0 lines 7-7 "two"
      section h1 "A" > h4 "D"
        paragraph depth 0 lines 11-11 "three"
      """),
    Case(
      "underlined headings",
      "Title\n=====\n\nLong\nhead {#x}\n---\n\ntext\n",
      """
      document a-b.md "Title"
      section h2 "Long head" #x
        paragraph depth 0 lines 8-8 "text"
      """),
    Case(
      "attributes, closing marks and emphasis in headings",
      "## How *long*? {#survival .sensitive} ##\n\ntext\n",
      """
      document a-b.md "a b"
      section h2 "How long?" #survival .sensitive
        paragraph depth 0 lines 3-3 "text"
      """),
    Case(
      "front matter moves the lines and names the title",
      "---\ntitle: T\n---\n\n# A\n\ntext\n",
      """
      document a-b.md "T"
      section h1 "A"
        paragraph depth 0 lines 7-7 "text"
      """),
    Case(
      "CR LF and a byte order mark",
      "\u{FEFF}# A\r\n\r\none\r\ntwo\r\n",
      """
      document a-b.md "A"
      section -
        paragraph depth 0 lines 3-4 "one two"
      """),
  ]

  static let lists = [
    Case(
      "lists in lists",
      "- one\n  goes on\n  1. inner\n     - deep\n- two\n",
      """
      document a-b.md "a b"
      section -
        listItem depth 0 lines 1-2 "one goes on"
        listItem depth 1 lines 3-3 "inner"
        listItem depth 2 lines 4-4 "deep"
        listItem depth 0 lines 5-5 "two"
      """),
    Case(
      "ordered and loose lists, items of two paragraphs",
      "3. three\n\n   more\n\n4. four\n",
      """
      document a-b.md "a b"
      section -
        listItem depth 0 lines 1-3 "three more"
        listItem depth 0 lines 5-5 "four"
      """),
    Case(
      "what follows a list inside an item stays after it",
      "- Take these:\n  - a\n  - b\n\n  But not both.\n- end\n",
      """
      document a-b.md "a b"
      section -
        listItem depth 0 lines 1-1 "Take these:"
        listItem depth 1 lines 2-2 "a"
        listItem depth 1 lines 3-3 "b"
        listItem depth 0 lines 5-5 "But not both."
        listItem depth 0 lines 6-6 "end"
      """),
    Case(
      "empty items, code, quotations and headings in items",
      "-\n- ```\n  x\n  ```\n- > said\n- # head\n",
      """
      document a-b.md "a b"
      section -
        code depth 0 lines 2-4 "x"
        quote depth 0 lines 5-5 "said"
        listItem depth 0 lines 6-6 "head"
      """),
  ]

  static let inlines = [
    Case(
      "emphasis, code, links and images leave their words",
      "*a* **b** `c  d` [e](http://x \"t\") ![f](g.png) <http://h>\n",
      """
      document a-b.md "a b"
      section -
        paragraph depth 0 lines 1-1 "a b c d e f http://h"
      """),
    Case(
      "entities and escapes become characters",
      "5 &lt; 6 &amp; &eacute; \\* &#8211; &nbsp;x\n",
      """
      document a-b.md "a b"
      section -
        paragraph depth 0 lines 1-1 "5 < 6 & é * – x"
      """),
    Case(
      "line breaks part words, other tags do not",
      "one<br>two<BR />three H<sub>2</sub>O  \nfour\\\nfive <!-- no -->six\n",
      """
      document a-b.md "a b"
      section -
        paragraph depth 0 lines 1-3 "one two three H2O four five six"
      """),
    Case(
      "citations stay as typed",
      "It is rare [@mnt_1; @b*c].\nSee [-@x].\n",
      """
      document a-b.md "a b"
      section -
        paragraph depth 0 lines 1-2 "It is rare [@mnt_1; @b*c]. See [-@x]."
      """),
  ]

  static let otherBlocks = [
    Case(
      "tables give a block a row",
      "before\n\n| a | b |\n|---|:-:|\n| *1* | 2<br>3 |\n|  | |\n| 4 |\n\nafter\n",
      """
      document a-b.md "a b"
      section -
        paragraph depth 0 lines 1-1 "before"
        tableRow depth 0 lines 3-3 "a | b"
        tableRow depth 0 lines 5-5 "1 | 2 3"
        tableRow depth 0 lines 7-7 "4"
        paragraph depth 0 lines 9-9 "after"
      """),
    Case(
      "code keeps its lines and is no Markdown",
      "```sh\n# not a heading\n\n  indented *x*\n```\n\n    by four\n",
      """
      document a-b.md "a b"
      section -
        code depth 0 lines 1-5 "# not a heading

        indented *x*"
        code depth 0 lines 7-7 "by four"
      """),
    Case(
      "code that never closes",
      "text\n\n```\nx\n",
      """
      document a-b.md "a b"
      section -
        paragraph depth 0 lines 1-1 "text"
        code depth 0 lines 3-4 "x"
      """),
    Case(
      "quotations",
      "> one\ntwo\n>\n> - three\n>\n> > four\n",
      """
      document a-b.md "a b"
      section -
        quote depth 0 lines 1-2 "one two"
        listItem depth 0 lines 4-4 "three"
        quote depth 0 lines 6-6 "four"
      """),
    Case(
      "html blocks give their words",
      "<div>\nseen <b>text</b>\n</div>\n\n<script>\nx()\n</script>\n\n---\n\nend\n",
      """
      document a-b.md "a b"
      section -
        paragraph depth 0 lines 1-3 "seen text"
        paragraph depth 0 lines 11-11 "end"
      """),
  ]

  static let comments = [
    Case(
      "asked as goes to its own section",
      "## A\n\n<!-- asked as\nway one\n\nway two\n-->\n\ntext\n\n<!-- note -->\n\n## B\n\nmore\n",
      """
      document a-b.md "a b"
      section h2 "A"
        asked as "way one"
        asked as "way two"
        paragraph depth 0 lines 9-9 "text"
      section h2 "B"
        paragraph depth 0 lines 15-15 "more"
      """),
    Case(
      "text after a comment on its line is seen",
      "<!-- note --> LM is rare.\n",
      """
      document a-b.md "a b"
      section -
        paragraph depth 0 lines 1-1 "LM is rare."
      """),
  ]

  @Test(arguments: ["> ", "- ", "*a _b ", "[", "![", "<div>", "1. "], [5_000, 50_000])
  func `nesting of any depth keeps the word inside`(mark: String, count: Int) throws {
    let document = try parse(String(repeating: mark, count: count) + "inside\n")
    let blocks = document.sections.flatMap(\.blocks)
    #expect(blocks.contains { $0.text.contains("inside") })
    #expect(blocks.allSatisfy { $0.depth <= 100 })
  }

  @Test(arguments: 0..<40)
  func `random Markdown keeps every word in its order, within the file`(seed: UInt64) throws {
    var generator = SeededGenerator(seed: seed)
    let marks = [
      "\n", "\n\n", "- ", "  ", "    ", "> ", "1. ", "*", "**", "_", "`", "```\n", "| ", "|---|\n",
      "\\", "&", "[@k]", "\t", "\n***\n", "](", "[", "!", "~", "\n+ ", "<b>", "\r\n",
    ]
    var markdown = "start"
    for number in 0..<200 {
      markdown += marks.randomElement(using: &generator) ?? ""
      markdown += " word\(number)x "
    }
    let source = SourceText(path: "a.md", bytes: Array(markdown.utf8))
    let document = try MarkdownParser().parse(source)
    let words = document.dump.matches(of: /word(\d+)x/).compactMap { Int($0.1) }
    #expect(words == Array(0..<200), "seed \(seed)")
    for block in document.sections.flatMap(\.blocks) {
      #expect((1...source.lineCount).contains(block.lines.upperBound), "seed \(seed)")
      #expect(!block.text.trimmed.isEmpty, "seed \(seed)")
    }
  }
}
