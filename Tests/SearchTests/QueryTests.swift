import Analysis
import Search
import Testing

@Suite struct QueryTests {
  @Test func `words put in count less and are told from the question's own`() throws {
    var analyzer = Analyzer.standard()
    let text = "does lumbar puncture hurt after puncture or headache"
    let inherited = [InheritedWords(range: 5..<20, share: 0.5)]
    let query = Query(
      text, analyzer: &analyzer, concepts: Thesaurus(), inherited: inherited)
    let own = query.terms.filter { !$0.isInherited }.map(\.word)
    #expect(query.terms.filter(\.isInherited).map(\.word) == ["lumbar"])
    #expect(own == ["puncture", "hurt", "after", "headache"])
    #expect(query.terms.first { $0.word == "lumbar" }?.weight == 0.5)
    #expect(query.terms.first { $0.word == "puncture" }?.weight == 1)
  }

  private func query(_ text: String) -> Query {
    var analyzer = Analyzer.standard()
    return Query(text, analyzer: &analyzer)
  }

  @Test func `terms stand once, by their first word, in order`() {
    let query = query("Pain, PAINS and headache: is pain a headache?")
    #expect(query.terms.map(\.word) == ["Pain", "headache"])
    #expect(Set(query.terms.map(\.term)).count == 2)
    #expect(query.tokens.count == 5)
    #expect(query.text == "Pain, PAINS and headache: is pain a headache?")
  }

  @Test func `forms of one word are one term`() {
    let query = query("diagnosed diagnosis diagnostic")
    #expect(query.terms.map(\.word) == ["diagnosed"])
  }

  static let empty = [
    "", " ", "\t\r\n", "?", "?!…—", "how is the", "What is it?", "😀", "👩‍⚕️🇬🇧", "\u{0}", "\u{1B}\u{7}",
    "'", "\u{301}\u{200B}\u{FEFF}\u{202E}", "“ ”", "()[]{}<>\\/|~`^",
  ]

  @Test(arguments: empty)
  func `a line without a word to search for is an empty query`(text: String) {
    let query = query(text)
    #expect(query.isEmpty)
    #expect(query.text == text)
  }

  static let odd: [(text: String, words: [String])] = [
    ("\u{0}pain\u{0}", ["pain"]), ("\u{1B}[31mpain", ["31mpain"]), ("😀pain😀", ["pain"]),
    ("NOT pain", ["NOT", "pain"]), ("pain AND OR \"fever", ["pain", "fever"]),
    ("pain* -fever +rash", ["pain", "fever", "rash"]), ("title:pain^2", ["title", "pain", "2"]),
    ("naïve café", ["naïve", "café"]), ("3.5 mg", ["3.5", "mg"]), ("脑膜", ["脑", "膜"]),
    ("mum’s pain", ["mum’s", "pain"]), ("'; DROP TABLE x; --", ["DROP", "TABLE", "x"]),
  ]

  @Test(arguments: odd)
  func `any typed line is a query`(text: String, words: [String]) {
    #expect(query(text).terms.map(\.word) == words)
  }

  @Test func `pasted pages are read up to the most terms`() {
    let text = (0..<20_000).map { "w\($0 % 1000)" }.joined(separator: " ")
    let query = query(text)
    #expect(query.terms.count == Query.mostTerms)
    #expect(query.terms.first?.word == "w0")
  }

  @Test func `a megabyte without a space is one term`() {
    let query = query(String(repeating: "a", count: 1 << 20))
    #expect(query.terms.count == 1)
    #expect(query.terms.first.map { $0.term.utf8.count <= Tokenizer.longestWord } == true)
  }

  @Test func `what the little words ask for is read`() {
    #expect(query("How long do people live?").kinds == .duration)
    #expect(query("LM").kinds == [])
  }
}
