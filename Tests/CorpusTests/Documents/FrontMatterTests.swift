import Testing

@testable import Corpus

@Suite struct FrontMatterTests {
  func parse(_ text: String) throws -> (frontMatter: FrontMatter, lineCount: Int) {
    try FrontMatter.parse(SourceText(path: "a.md", bytes: Array(text.utf8)))
  }

  @Test func `every key is read, with or without quotes`() throws {
    let (matter, lineCount) = try parse(
      """
      ---
      # who keeps this: the editors
      title: "How LM: is diagnosed"
      reviewed: 2026-11-22
      review-by: '2027-11-22'

      country:   UK
      audience: patients and carers
      tags:
        - one
      - two
      nested: 
        title: not this
      unknown: value
      ---
      text
      """)
    #expect(matter.title == "How LM: is diagnosed")
    #expect(matter.reviewed == CalendarDate("2026-11-22"))
    #expect(matter.reviewBy == CalendarDate("2027-11-22"))
    #expect(matter.country == "UK")
    #expect(matter.audience == "patients and carers")
    #expect(lineCount == 15)
  }

  @Test(arguments: [
    "", "---", "---\n", "text\n", "---\n---\n", "---\n\ntext\n", "---\ntext without a colon\n",
    "----\ntitle: a\n----\n", "\n---\ntitle: a\n---\n", "...\ntitle: a\n---\n",
    "---\n- item: a\n---\n", "---\n# A heading\n\nText under it.\n",
  ])
  func `what does not open with dashes and a key is no front matter`(text: String) throws {
    let (matter, lineCount) = try parse(text)
    #expect(matter == FrontMatter())
    #expect(lineCount == 0)
  }

  @Test(arguments: [
    ("---\ntitle: a\n---\n", 3), ("---\ntitle: a\n...\nx", 3), ("--- \ntitle:a\n--- ", 3),
    ("---\r\ntitle: a\r\n---\r\n", 3), ("\u{FEFF}---\ntitle: a\n---", 3),
    ("---\n# note: mind this\ntitle: a\n---", 4), ("---\n# note\ntitle: a\n---", 4),
    ("---\nother: x\ntitle: 'a'\n\n---\n---\n", 5),
  ])
  func `its lines are counted with both fences`(text: String, expected: Int) throws {
    let (matter, lineCount) = try parse(text)
    #expect(matter.title == "a")
    #expect(lineCount == expected)
  }

  @Test(arguments: [
    ("title:", nil), ("title: ''", nil), ("title: \"", "\""), ("title: 'it''", "it'"),
    ("title: |\n  long", nil), ("title: >-\n  long", nil), ("Title: a", nil),
    ("title: a: b", "a: b"), ("title:\ta", "a"), ("title: \"a\" b", "\"a\" b"),
  ])
  func `odd values stand as they are or count as none`(line: String, title: String?) throws {
    #expect(try parse("---\ncountry: UK\n\(line)\n---\n").frontMatter.title == title)
  }

  @Test func `front matter that never closes names its first line`() {
    let error = #expect(throws: CorpusError.self) { try parse("---\ntitle: a\n\n# Text\n") }
    #expect(error == .frontMatterUnclosed(path: "a.md", line: 1))
  }

  @Test func `a line that is no key names itself`() {
    let error = #expect(throws: CorpusError.self) { try parse("---\ntitle: a\nhello\n---\n") }
    #expect(error == .frontMatterMalformed(path: "a.md", line: 3, text: "hello"))
  }

  @Test(arguments: ["reviewed", "review-by"])
  func `a date that does not exist names key and value`(key: String) {
    let error = #expect(throws: CorpusError.self) { try parse("---\n\(key): 2026-02-30\n---\n") }
    #expect(error == .dateMalformed(path: "a.md", line: 2, key: key, value: "2026-02-30"))
  }
}
