import Corpus
import InvertedIndex
import Search
import TestSupport
import Testing

@testable import Answering

@Suite struct AnswererTests {
  static let references = ["a", "b", "c"].map {
    Reference(key: $0, title: "Title \($0)", publisher: "P", url: "https://\($0)", date: "2020")
  }

  static let documents: [[Passage]] = [
    [
      .sample(
        "Doctors find it with an MRI [1]. Fluid is tested too [2] [1].", path: "diagnosis.md",
        title: "Diagnosis", headings: ["How is it diagnosed?"], citations: ["c", "a"],
        lines: 3...5),
      .sample("Fever is a sign.", path: "diagnosis.md", title: "Diagnosis", headings: ["Signs"]),
    ],
    [
      .sample("Radiotherapy eases pain.", path: "treatment.md", title: "Treatment"),
      .sample("Rest. Pain passes.", path: "treatment.md", title: "Treatment"),
    ],
  ]

  private func answerer(ranker: Ranker = .bm25) throws -> Answerer {
    let index = try SampleIndex.reader(of: Self.documents, references: Self.references)
    return Answerer(Searcher(index, ranker: ranker))
  }

  @Test func `a question with an answer is answered by the passage that holds it`() throws {
    var answerer = try answerer()
    let answer = try answerer.answer("How is it DIAGNOSED?", limit: 3)
    #expect(answer.question == "How is it DIAGNOSED?")
    #expect(answer.verdict == .answered)
    #expect(answer.unmatched == [])
    let result = try #require(answer.results.first)
    #expect(result.passage == Self.documents[0][0])
    #expect(result.document.path == "diagnosis.md")
    #expect(result.hit.score > 0)
    #expect(result.explanation == nil)
  }

  @Test(arguments: ["", "   ", "?", "how is it", "😀", "\u{0}\u{1B}"])
  func `a line without a content word is declined as empty`(question: String) throws {
    var answerer = try answerer()
    let answer = try answerer.answer(question, limit: 3)
    #expect(answer.question == question)
    #expect(answer.verdict == .declined(.empty))
    #expect(answer.results.isEmpty)
    #expect(answer.unmatched == [])
  }

  @Test func `words that no passage holds are named as typed`() throws {
    var answerer = try answerer()
    let answer = try answerer.answer("Who won the FOOTBALL Championship?", limit: 3)
    #expect(answer.verdict == .declined(.unknownWords))
    #expect(answer.unmatched == ["won", "FOOTBALL", "Championship"])
    #expect(answer.results.isEmpty)
  }

  @Test func `content words that the passages shown do not hold are named as typed`() throws {
    var answerer = try answerer()
    #expect(
      try answerer.answer("Is fever caused by Footballs?", limit: 3).unmatched == [
        "caused", "Footballs",
      ])
    // Fever and radiotherapy stand in different passages: both are covered only if both are shown.
    let question = "radiotherapy fever"
    let one = try answerer.answer(question, limit: 1)
    #expect(one.unmatched.count == 1)
    #expect(try answerer.answer(question, limit: 2).unmatched == [])
  }

  @Test(arguments: Ranker.allCases)
  func `only passages that hold a word are shown, up to the limit, best first`(ranker: Ranker)
    throws
  {
    var answerer = try answerer(ranker: ranker)
    let all = try answerer.answer("pain", limit: 100)
    #expect(Set(all.results.map(\.hit.passage.ordinal)) == [2, 3])
    #expect(all.results.allSatisfy { $0.hit.score > 0 })
    #expect(all.results[0].hit.score >= all.results[1].hit.score)
    let one = try answerer.answer("pain", limit: 1)
    #expect(one.results.map(\.hit) == [all.results[0].hit])
  }

  @Test func `citations carry the numbers that stand in the text`() throws {
    var answerer = try answerer()
    let answer = try answerer.answer("MRI", limit: 1)
    let citations = try #require(answer.results.first).citations
    #expect(citations.map(\.number) == [1, 2])
    #expect(citations.map(\.reference.key) == ["c", "a"])
    #expect(citations.map(\.reference) == [Self.references[2], Self.references[0]])
    #expect(try answerer.answer("fever", limit: 1).results.first?.citations == [])
  }

  @Test(arguments: Ranker.allCases)
  func `an explanation comes when asked for, with the score of its hit`(ranker: Ranker) throws {
    var answerer = try answerer(ranker: ranker)
    let results = try answerer.answer("how is pain diagnosed", limit: 5, explains: true).results
    #expect(!results.isEmpty)
    for result in results {
      let tree = try #require(result.explanation)
      #expect(abs(tree.value - result.hit.score) < 1e-5 * result.hit.score)
      #expect(
        try answerer.explanation(of: result.hit.passage, for: "how is pain diagnosed") == tree)
    }
  }

  @Test func `the hits alone are those of the answer`() throws {
    var answerer = try answerer()
    let answer = try answerer.answer("pain and fever", limit: 2)
    #expect(try answerer.hits(for: "pain and fever", limit: 2) == answer.results.map(\.hit))
    #expect(try answerer.hits(for: "football", limit: 2) == [])
    #expect(try answerer.hits(for: "", limit: 2) == [])
  }

  @Test func `what is found is read with the question in mind`() throws {
    var answerer = try answerer()
    let result = try #require(try answerer.answer("pains", limit: 5).results.first)
    let passage = result.passage
    #expect(passage.text.slice(result.snippet.best).contains("ain"))
    #expect(result.snippet.highlights.map { passage.text.slice($0).lowercased() } == ["pain"])
    #expect(result.snippet.matched == ["pains = pain"])
  }

  /// Opening does not read the passages, so an answer may meet damage first.
  @Test func `a changed byte that nobody verified is an error or an answer, never a trap`() throws {
    let passage = Passage.sample(
      "Fièvre 日本 pain.\nNaïve 😀\nend é", headings: ["Is it pain?"], citations: ["a"],
      kinds: [.paragraph, .listItem, .quote])
    let bytes = SampleIndex.bytes(of: [[passage]], references: Self.references)
    let folder = try TemporaryFolder()
    for offset in IndexFormat.headerSize..<bytes.count {
      for value in [bytes[offset] ^ (1 << UInt8(offset % 8)), bytes[offset] &- 2, 0xFF] {
        var changed = bytes
        changed[offset] = value
        do {
          let index = try IndexReader(path: folder.write(changed, to: "lmask.index"))
          var answerer = Answerer(Searcher(index))
          for result in try answerer.answer("pain naïve", limit: 3, explains: true).results {
            for range in result.passage.sentences { _ = result.passage.text.slice(range) }
          }
        } catch is IndexError {}
      }
    }
  }

  @Test func `a misspelt question is answered as read, and says so`() throws {
    let index = try SampleIndex.reader(of: [[.sample("Symptoms of pressure.")]])
    var answerer = Answerer(Searcher(index))
    let answer = try answerer.answer("wich symtoms?", limit: 1)
    #expect(answer.question == "wich symtoms?")
    #expect(
      answer.corrections == [
        Correction(typed: "wich", used: "which"), Correction(typed: "symtoms", used: "symptoms"),
      ])
    #expect(answer.results.count == 1)
    #expect(answer.unmatched.isEmpty)
    #expect(try answerer.hits(for: "wich symtoms?", limit: 1) == answer.results.map(\.hit))
    #expect(try answerer.answer("\"symtoms\"", limit: 1).verdict == .declined(.unknownWords))
    let little = try answerer.answer("teh", limit: 1)
    #expect(little.verdict == .declined(.empty))
    #expect(little.corrections == [Correction(typed: "teh", used: "the")])
  }
}
