import Analysis
import Corpus
import InvertedIndex
import Testing
import TestSupport

@testable import Search

@Suite struct RescorerTests {
  private let passages = [
    Passage.sample("A brain scan takes 30 minutes.", headings: ["How long is a brain scan?"]),
    .sample("The brain. It is seen, as most of us know by now, on a scan."),
    .sample("Rest."),
  ]

  private func rescored(_ question: String, _ signals: RankingSignals) throws -> [Rescorer.Scored] {
    let index = try SampleIndex.reader(of: [passages])
    var analyzer = Analyzer.standard()
    let query = Query(question, analyzer: &analyzer)
    let hits = [Hit(passage: PassageID(1), score: 2), Hit(passage: PassageID(0), score: 1)]
    return try Rescorer(index: index, signals: signals).rescored(hits, for: query)
  }

  static let reasons: [(signal: RankingSignals, reason: String)] = [
    (.questionLines, "its heading or an asked-as line is worded like the question"),
    (.proximity, "words asked side by side stand together in it"),
    (.answerKinds, "it can tell how long, as asked"),
    (.documents, "other passages of its document fit too"),
    (.feedback, "it shares its key words with the best passages"),
  ]

  @Test func `every signal adds its part, in their order, in passage order`() throws {
    let scored = try rescored("how long is a brain scan", .all)
    #expect(scored.map(\.passage) == [PassageID(0), PassageID(1)])
    #expect(scored.map(\.words) == [1, 2])
    #expect(scored[0].parts.map(\.reason) == Self.reasons.map(\.reason))
    #expect(
      scored[1].parts.map(\.reason) == [
        "other passages of its document fit too", "it shares its key words with the best passages",
      ])
    for row in scored {
      #expect(row.parts.allSatisfy { $0.value > 0 })
      #expect(row.hit.score == row.parts.reduce(row.words) { $0 + $1.value })
    }
    // The very question, and the sort of answer that is asked for.
    #expect(scored[0].parts[0].value == QuestionLineSignal.weight)
    #expect(scored[0].parts[2].value == AnswerKindSignal.weight)
  }

  @Test(arguments: reasons)
  func `each signal alone gives its part, and is missing where it is left out`(
    signal: RankingSignals, reason: String
  ) throws {
    let alone = try rescored("how long is a brain scan", signal)
    #expect(alone[0].parts.map(\.reason) == [reason])
    let without = try rescored("how long is a brain scan", .all.subtracting(signal))
    #expect(
      without[0].parts.map(\.reason) == Self.reasons.map(\.reason).filter { $0 != reason })
  }

  @Test func `the document's company counts what its passages have won`() throws {
    let scored = try rescored("how long is a brain scan", [.questionLines, .documents])
    // The other passage has 1 by its words and a share of it for the very question.
    let part = try #require(scored[1].parts.first)
    #expect(abs(part.value - Company.weightOfDocument * (1 + QuestionLineSignal.weight) / 3) < 1e-6)
  }

  @Test func `without signals scores stay as they are, and no hits are none`() throws {
    let scored = try rescored("how long is a brain scan", [])
    #expect(scored.map(\.hit.score) == [1, 2])
    let index = try SampleIndex.reader(of: [passages])
    var analyzer = Analyzer.standard()
    let query = Query("brain", analyzer: &analyzer)
    #expect(try Rescorer(index: index, signals: .all).rescored([], for: query).isEmpty)
  }
}
