import Testing

@testable import Corpus

@Suite struct UrgentWordListsTests {
  private func parse(_ lists: String, when: String = "a", not: String = "b") throws(CorpusError)
    -> UrgentSigns.Sign?
  {
    let text = """
      \(lists)

      sign: fit
      kind: urgent
      title: A fit
      when: \(when)
      not: \(not)
      card: Stay.
      call: {emergency}
      """
    return try UrgentSigns(SourceText(path: "urgent.txt", bytes: Array(text.utf8))).signs.first
  }

  @Test(arguments: [
    ("{x}", [[["a", "b c"]]]), ("{x} d + d {x}, d", [[["a d", "b c d"], ["d a", "d b c", "d"]]]),
    ("{x}{x}", [[["aa", "ab c", "b ca", "b cb c"]]]),
    ("{y} {x}", [[["a", "b c", "e"].flatMap { ["\($0) a", "\($0) b c"] }]]),
    ("a, {x}, b c", [[["a", "b c"]]]),
  ])
  func `a list in braces stands for each of its words`(
    when: String, ways: [[[String]]]
  ) throws {
    let lists = "list: x\nwords: a, b c,\n\nlist: y\nwords: {x}, e"
    let sign = try parse(lists, when: when, not: "{y} f")
    #expect(sign?.ways == ways)
    #expect(sign?.excluded == ["a f", "b c f", "e f"])
  }

  @Test(
    arguments: [
      ("list: x", "a", "list: x has no words:", 1),
      ("list: x\nwords: a\n\nlist: x\nwords: b", "a", "list: x stands twice", 4),
      ("list: x\nwords: {x}", "a", "list: x names a list {x} that does not stand above it", 1),
      ("list: x\nwords: a", "{y}", "sign: fit names a list {y} that does not stand above it", 4),
      ("list: x\nwords: a", "b {x", "sign: fit has a { without its }", 4),
      (
        "list: x\nwords: a, b, c, d, e, f, g, h, i, j, k", "{x}{x}{x}",
        "sign: fit has \"{x}{x}{x}\", which stands for too many phrases", 4
      ),
      ("words: a", "a", "words: stands before any sign:, list: or numbers:", 1),
    ])
  func `what is malformed is named with its line`(
    lists: String, when: String, reason: String, line: Int
  ) {
    let error = #expect(throws: CorpusError.self) { try parse(lists, when: when) }
    #expect(error == .urgentMalformed(path: "urgent.txt", line: line, reason: reason))
  }
}
