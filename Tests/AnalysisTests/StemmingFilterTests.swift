import Testing

@testable import Analysis

@Suite struct StemmingFilterTests {
  /// From the sample vocabulary of the Snowball English stemmer.
  @Test(arguments: [
    ("consign", "consign"), ("consigned", "consign"), ("consigning", "consign"),
    ("consignment", "consign"), ("consist", "consist"), ("consistency", "consist"),
    ("consolation", "consol"), ("conspicuously", "conspicu"), ("knack", "knack"),
    ("knaves", "knave"), ("knightly", "knight"), ("kneeling", "kneel"), ("knocked", "knock"),
  ])
  func `stems are those of the published sample`(word: String, stem: String) {
    #expect(StemmingFilter().term(for: word) == stem)
  }

  @Test(arguments: ["", "s", "ab", "b12s", "5s", "100.5", "日", "москвами", "½", "\u{1F600}"])
  func `what is no English word stays`(word: String) {
    #expect(StemmingFilter().term(for: word) == word)
  }

  @Test func `one stemmer gives the same stem whatever it stemmed before`() {
    let filter = StemmingFilter()
    let words = ["headaches", "seizures", "", "metastasizing", String(repeating: "ing", count: 40)]
    let first = words.map { filter.term(for: $0) }
    #expect(words.reversed().map { filter.term(for: $0) } == first.reversed())
    #expect(words.map { StemmingFilter().term(for: $0) } == first)
  }
}
