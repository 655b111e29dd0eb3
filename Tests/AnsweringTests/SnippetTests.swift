import Analysis
import Answering
import Corpus
import Search
import Testing
import TestSupport

@Suite struct SnippetTests {
  /// Reads a passage with a question in mind; words weigh 1 unless `rarities` (by stem) says otherwise.
  private func snippet(
    _ passage: Passage, _ question: String, rarities: [String: Float] = [:]
  ) -> Snippet {
    var analyzer = Analyzer.standard()
    let query = Query(question, analyzer: &analyzer)
    var words = ShownWords(analyzer)
    let ones = Dictionary(uniqueKeysWithValues: query.terms.map { ($0.term, Float(1)) })
    return Snippet(
      passage, for: SoughtTerms(query, rarities: ones.merging(rarities) { $1 }, words: &words),
      words: &words)
  }

  private func best(
    _ passage: Passage, _ question: String, rarities: [String: Float] = [:]
  ) -> String {
    passage.text.slice(snippet(passage, question, rarities: rarities).best)
  }

  private func highlights(_ passage: Passage, _ question: String) -> [String] {
    snippet(passage, question).highlights.map { passage.text.slice($0) }
  }

  static let prose = Passage.sample(
    "Pain is common. Doctors find LM with an MRI scan. A scan takes an hour. It may be repeated.")

  static let bestSentences: [(question: String, sentence: String)] = [
    ("which scan finds LM?", "Doctors find LM with an MRI scan."),
    ("pain", "Pain is common."),
    ("hours", "A scan takes an hour."),
    ("is it repeated", "It may be repeated."),
    // One word in two sentences: the first of equals.
    ("scan", "Doctors find LM with an MRI scan."),
    // Nothing found: the passage's first.
    ("football", "Pain is common."),
    ("", "Pain is common."),
  ]

  @Test(arguments: bestSentences)
  func `the best sentence holds most of the question`(question: String, sentence: String) {
    #expect(best(Self.prose, question) == sentence)
  }

  @Test func `one rare word outweighs two common ones, and repeating counts for nothing`() {
    let passage = Passage.sample(
      "Pain and fever pass. Pain, pain, pain. A reservoir helps.")
    let common: [String: Float] = ["pain": 0.1, "fever": 0.1]
    #expect(best(passage, "pain fever reservoir", rarities: common) == "A reservoir helps.")
    #expect(best(passage, "pain fever", rarities: common) == "Pain and fever pass.")
  }

  @Test func `a list item, table row or piece of code is taken whole`() {
    let passage = Passage.sample(
      "Signs are: One. Two.\nheadache. Also at night.\nseizure | call now\nlet x = fever\n",
      kinds: [.paragraph, .listItem, .tableRow, .code])
    #expect(best(passage, "headache") == "headache. Also at night.")
    #expect(best(passage, "seizures") == "seizure | call now")
    #expect(best(passage, "fever") == "let x = fever")
    #expect(best(passage, "signs") == "Signs are: One.")
  }

  @Test func `a quotation is cut into sentences`() {
    let passage = Passage.sample("First. Then fever.\nLast.", kinds: [.quote])
    #expect(best(passage, "fever") == "Then fever.")
    #expect(passage.sentences.map { passage.text.slice($0) } == ["First.", "Then fever.", "Last."])
  }

  @Test func `a sentence keeps the citations that follow it`() {
    let passage = Passage.sample("It is rare. [1] An MRI finds it.[2] So.", citations: ["a", "b"])
    #expect(best(passage, "rare") == "It is rare. [1]")
    #expect(best(passage, "MRI") == "An MRI finds it.[2]")
  }

  @Test func `highlights are the words that match, in order`() {
    #expect(highlights(Self.prose, "LM scans?") == ["LM", "scan", "scan"])
    #expect(highlights(Self.prose, "how is it") == [])
    #expect(highlights(Self.prose, "football") == [])
  }

  @Test func `ranges count bytes, whatever stands before`() {
    let passage = Passage.sample("Café — naïve Ödeme 👩‍⚕️.\nMum’s MRI, “hydrocéphalie”.")
    #expect(
      highlights(passage, "odeme mum mri hydrocephalie naive") == [
        "naïve", "Ödeme", "Mum’s", "MRI", "hydrocéphalie",
      ])
    #expect(best(passage, "mri") == "Mum’s MRI, “hydrocéphalie”.")
  }

  @Test func `a citation's number is not a word found`() {
    let passage = Passage.sample("Take 1 tablet [1].", citations: ["key"])
    #expect(snippet(passage, "1").highlights == [5..<6])
  }

  static let substitutions: [(question: String, text: String, matched: [String])] = [
    ("how is LM diagnosed", "The diagnosis of LM is made by MRI.", ["diagnosed = diagnosis"]),
    (
      "Diagnosed tumors", "DIAGNOSIS of tumours, a tumour.",
      ["diagnosed = diagnosis", "tumors = tumours"]
    ),
    // By itself too: nothing to say.
    ("diagnosed", "Diagnosis: how it is diagnosed.", []),
    // The same word but for case, marks and possessive.
    ("mri naive MUM", "An MRI of naïve mum’s.", []),
    ("football", "The diagnosis.", []),
  ]

  @Test(arguments: substitutions)
  func `words that matched in another form are named`(
    question: String, text: String, matched: [String]
  ) {
    #expect(snippet(.sample(text), question).matched == matched)
  }

  @Test func `a passage without text has an empty best sentence`() {
    let snippet = snippet(.sample("", headings: ["Pain"]), "pain")
    #expect(snippet.best == 0..<0)
    #expect(snippet.highlights == [])
  }
}
