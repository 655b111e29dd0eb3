import Testing

@testable import Analysis

@Suite struct AnalyzerTests {
  /// Drops every word of a list: the simplest filter there is.
  struct Dropping: TokenFilter {
    let words: Set<String>
    var fingerprint: String { "dropping \(words.sorted())" }
    func term(for term: String) -> String? { words.contains(term) ? nil : term }
  }

  @Test func `a question becomes terms that know their words`() {
    var analyzer = Analyzer.standard()
    #expect(
      analyzer.tokens(of: "How is LM diagnosed?") == [
        Token(term: "lm", range: 7..<9, position: 2),
        Token(term: "diagnosi", range: 10..<19, position: 3),
      ])
  }

  @Test(arguments: ["", "?!", "how is it?", "\0", "👍", "\u{301}"])
  func `a text without a word to score has no token`(text: String) {
    var analyzer = Analyzer.standard()
    #expect(analyzer.tokens(of: text).isEmpty)
  }

  @Test func `positions count the words that were dropped`() {
    var analyzer = Analyzer(filters: [Dropping(words: ["b", "c"])])
    #expect(analyzer.tokens(of: "a b c d b e").map(\.position) == [0, 3, 5])
    #expect(analyzer.tokens(of: "a b c d b e").map(\.term) == ["a", "d", "e"])
  }

  @Test func `filters work in order and a dropped word meets no more of them`() {
    var folding = Analyzer(filters: [CaseFoldingFilter(), Dropping(words: ["b"])])
    #expect(folding.tokens(of: "A B").map(\.term) == ["a"])
    var dropping = Analyzer(filters: [Dropping(words: ["b"]), CaseFoldingFilter()])
    #expect(dropping.tokens(of: "A B").map(\.term) == ["a", "b"])
    var none = Analyzer(filters: [])
    #expect(none.tokens(of: "A B").map(\.term) == ["A", "B"])
  }

  @Test func `what was seen before gives the same again`() {
    let text = "Is the tumour's swelling, or the Tumor, treated? THE tumour’s: 1,000 swollen days."
    var analyzer = Analyzer.standard()
    let first = analyzer.tokens(of: text)
    #expect(
      first.map(\.term) == ["tumour", "swell", "tumour", "treat", "tumour", "1000", "swell", "day"])
    #expect(analyzer.tokens(of: text) == first)
    var other = Analyzer.standard()
    _ = other.tokens(of: "days swelling THE the tumour’s")
    #expect(other.tokens(of: text) == first)
    #expect(analyzer.term(of: "the") == nil && analyzer.term(of: "the") == nil)
    #expect(analyzer.term(of: "Tumors") == "tumour")
  }

  @Test func `the fingerprint is the same for the same filters and differs for others`() {
    #expect(Analyzer.standard().fingerprint == Analyzer.standard().fingerprint)
    let others = [
      Analyzer(filters: []), Analyzer(filters: [CaseFoldingFilter()]),
      Analyzer(filters: [StemmingFilter()]),
      Analyzer(filters: [CaseFoldingFilter(), StemmingFilter()]),
      Analyzer(filters: [StemmingFilter(), CaseFoldingFilter()]),
      Analyzer(filters: [CaseFoldingFilter(), StopWordFilter(), WordFamilies()]),
      Analyzer(filters: [Dropping(words: ["a"])]), Analyzer(filters: [Dropping(words: ["b"])]),
      Analyzer.standard(),
    ]
    #expect(Set(others.map(\.fingerprint)).count == others.count)
  }

  @Test(
    arguments: [
      ("My mum is too ill for treatment", ["mum", "ill", "treat"]),
      ("I'll ask; we’re here", ["ask"]),
      ("Can LM be cured without surgery?", ["lm", "cure", "without", "surgeri"]),
      ("no pain, not never", ["no", "pain", "not", "never"]),
      ("Ménière’s disease & Guillain-Barré's", ["menier", "diseas", "guillain", "barr"]),
      ("5–10% of 1,000 people: grades 1,2", ["5", "10", "1000", "peopl", "grade", "1", "2"]),
    ] as [(String, [String])])
  func `whole questions`(text: String, terms: [String]) {
    var analyzer = Analyzer.standard()
    #expect(analyzer.tokens(of: text).map(\.term) == terms)
  }
}
