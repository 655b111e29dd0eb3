import Answering
import Search
import Testing

/// What people ask of such a guide and this one does not tell, and the same words in other senses.
@Suite struct NearMissTests {
  @Test func `near misses are declined`() throws {
    let questions = try Self.questions { !$0.isAnswerable }
    #expect(questions.count >= 120)
    let measures = try Self.evaluation(of: questions).measures
    #expect(try #require(measures.declinedUnanswerable) >= 0.93)
    #expect(try #require(measures.hedgedUnanswerable) >= 0.95)
  }

  @Test func `the same words in another sense are answered`() throws {
    let questions = try Self.questions { $0.isAnswerable }
    #expect(questions.count >= 60)
    let measures = try Self.evaluation(of: questions).measures
    #expect(try #require(measures.declinedAnswerable) <= 0.03)
    #expect(try #require(measures.successAt3) >= 0.9)
  }

  @Test func `no heading and no other wording of a passage is declined`() throws {
    let index = try ShippedCorpus.index()
    var answerer = Answerer(Searcher(index))
    for (_, passage) in try ShippedCorpus.passages(of: index) {
      for question in passage.headings.suffix(1) + passage.askedAs {
        let answer = try answerer.answer(question, limit: 1)
        #expect(answer.verdict.status != "declined", "\(question)")
      }
    }
  }

  private static func questions(
    where condition: (EvaluationQuestion) -> Bool
  ) throws -> [EvaluationQuestion] {
    try ShippedCorpus.questions(in: "near-misses.jsonl").filter(condition)
  }

  private static func evaluation(of questions: [EvaluationQuestion]) throws -> Evaluation {
    var answerer = Answerer(Searcher(try ShippedCorpus.index()))
    var evaluation = Evaluation()
    for question in questions {
      let answer = try answerer.answer(question.question, limit: 3)
      evaluation.add(
        question, results: answer.results.map(\.graded), status: answer.verdict.status)
    }
    return evaluation
  }
}
