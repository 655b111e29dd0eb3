import Answering
import Search
import Testing

/// What a rewritten golden must not fall below. Raise a floor when the ranking has got better.
@Suite struct RankingFloorTests {
  @Test func `no measure falls below its floor`() throws {
    let measures = try RankingRun.shared(.bm25).evaluation.measures
    #expect(try #require(measures.successAt1) >= 0.91)
    #expect(try #require(measures.successAt3) >= 0.97)
    #expect(try #require(measures.reciprocalRankAt10) >= 0.94)
    #expect(try #require(measures.bestSentence) >= 0.84)
    #expect(try #require(measures.declinedUnanswerable) >= 0.95)
  }

  @Test func `hardly any question that the corpus answers is declined`() throws {
    let measures = try RankingRun.shared(.bm25).evaluation.measures
    #expect(try #require(measures.declinedAnswerable) <= 0.02)
  }

  @Test func `gibberish is declined`() throws {
    let gibberish = try RankingRun.shared(.bm25).evaluation { $0.style == "gibberish" }
    #expect(gibberish.measures.declinedUnanswerable == 1)
  }

  @Test func `bm25 is not behind tfidf by more than a tenth`() throws {
    let bm25 = try #require(try RankingRun.shared(.bm25).evaluation.measures.successAt1)
    let tfidf = try #require(try RankingRun.shared(.tfidf).evaluation.measures.successAt1)
    #expect(bm25 >= tfidf - 0.1)
  }

  @Test func `a shorter list is the beginning of a longer one`() throws {
    for outcome in try RankingRun.shared(.bm25).outcomes {
      let shown = outcome.shown.results.map(\.hit)
      #expect(shown == outcome.ranked.results.prefix(3).map(\.hit), "\(outcome.question.id)")
    }
  }

  /// Otherwise the grades above would mean little.
  @Test func `the first result of one question is seldom right for another`() throws {
    let outcomes = try RankingRun.shared(.bm25).outcomes.filter(\.question.isAnswerable)
    var evaluation = Evaluation()
    for shift in [7, 31, 59] {
      for (index, outcome) in outcomes.enumerated() {
        let other = outcomes[(index + shift) % outcomes.count]
        evaluation.add(
          outcome.question, results: other.shown.results.prefix(1).map(\.graded),
          status: other.shown.verdict.status)
      }
    }
    #expect(try #require(evaluation.measures.successAt1) < 0.25)
  }
}
