import Analysis
import Corpus
import Testing

@testable import Search

@Suite struct QueryConceptsTests {
  func query(_ text: String) throws -> Query {
    var analyzer = Analyzer.standard()
    let concepts = try Thesaurus(
      SourceText(
        path: "thesaurus.txt",
        bytes: Array(
          """
          lumbar puncture
            also: spinal tap
            only: tap with back

          headache
            also: sore head

          """.utf8)), analyzer: &analyzer)
    return Query(text, analyzer: &analyzer, concepts: concepts)
  }

  @Test(
    arguments: [
      ("does a spinal tap hurt", ["=lumbar puncture: spinal tap", "hurt: hurt"]),
      ("a tap in the back", ["=lumbar puncture: tap", "back: back"]),
      ("a tap in the kitchen", ["tap: tap", "kitchen: kitchen"]),
      ("Sore heads?", ["=headache: Sore heads"]),
      ("spinal tap or lumbar puncture", ["=lumbar puncture: spinal tap"]),
      ("what is it", []),
    ] as [(String, [String])])
  func `a wording of a concept is one term, and no second one`(
    text: String, expected: [String]
  ) throws {
    let query = try query(text)
    #expect(query.terms.map { "\($0.term): \($0.word)" } == expected)
    #expect(query.isEmpty == expected.isEmpty)
    #expect(query.text == text)
  }

  @Test func `every wording keeps its place among the tokens`() throws {
    let query = try query("spinal tap or lumbar puncture")
    #expect(query.tokens.map(\.term) == ["=lumbar puncture", "=lumbar puncture"])
    #expect(query.tokens.map(\.range) == [0..<10, 14..<29])
    #expect(query.tokens.map(\.position) == [0, 3])
  }

  @Test func `words that look like a concept's term are words`() throws {
    #expect(try query("=headache").terms.map(\.term) == ["=headache"])
    #expect(try query("=tap =kitchen").terms.map(\.term) == ["tap", "kitchen"])
  }

  @Test func `the kind of question is read from its own words`() throws {
    #expect(try query("how long does a spinal tap take").kinds == .duration)
  }
}
