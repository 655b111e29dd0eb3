import Answering
import InvertedIndex
import Search
import TestSupport
import Testing

/// Follow-ups on the shipped corpus, each after the question it follows.
@Suite struct FollowUpQuestionsTests {
  @Test func `there are enough of every kind, each with a question before it`() throws {
    let questions = try Self.questions()
    #expect(questions.count >= 50)
    #expect(questions.allSatisfy { $0.context != nil && $0.style != nil })
    #expect(Set(questions.map(\.id)).count == questions.count)
    for style in ["pronoun", "piece", "bare", "opened", "unmarked", "unanswerable"] {
      #expect(questions.count { $0.style == style } >= 4, "\(style)")
    }
  }

  @Test func `every answerable one has right passages, and not many`() throws {
    let passages = try ShippedCorpus.passages(of: ShippedCorpus.index()).map(\.passage.text.folded)
    for question in try Self.questions() where question.isAnswerable {
      let patterns = try question.mustMatch.map { try Pattern($0) }
      let right = passages.filter { text in patterns.contains { $0.matches(text) } }
      #expect(!right.isEmpty, "\(question.id)")
      #expect(right.count <= passages.count / 3, "\(question.id) fits \(right.count) passages")
    }
  }

  @Test func `no measure falls below its floor`() throws {
    let measures = try Self.evaluation().measures
    #expect(try #require(measures.successAt1) >= 0.84)
    #expect(try #require(measures.successAt3) >= 0.94)
    #expect(try #require(measures.hedgedUnanswerable) == 1)
    #expect(try #require(measures.declinedUnanswerable) >= 0.9)
    #expect(try #require(measures.declinedAnswerable) <= 0.05)
  }

  @Test func `read alone they would mean little`() throws {
    let alone = try Self.evaluation(inConversation: false).measures
    let together = try Self.evaluation().measures
    #expect(try #require(alone.successAt1) <= #require(together.successAt1) - 0.2)
  }

  @Test func `questions that stand alone are answered in a conversation as alone`() throws {
    var answerer = Answerer(Searcher(try ShippedCorpus.index()))
    var conversation = Conversation()
    let questions = try ShippedCorpus.questions().map(\.question)
    let others = try questions.filter { question in
      let alone = try answerer.answer(question, limit: 1).results.first?.hit.passage
      let together = try answerer.answer(question, in: &conversation, limit: 1).results.first
      return alone != together?.hit.passage
    }
    #expect(others.count * 40 <= questions.count, "\(others)")
  }

  private static func questions() throws -> [EvaluationQuestion] {
    try QuestionFile.read(Repository.testFile("RankingTests/Questions/followups.jsonl"))
  }

  private static func evaluation(inConversation: Bool = true) throws -> Evaluation {
    var answerer = Answerer(Searcher(try ShippedCorpus.index()))
    var evaluation = Evaluation()
    for question in try questions() {
      var conversation = Conversation()
      if inConversation, let context = question.context {
        _ = try answerer.answer(context, in: &conversation, limit: 1)
      }
      let answer = try answerer.answer(question.question, in: &conversation, limit: 10)
      evaluation.add(
        question, results: answer.results.map(\.graded), status: answer.verdict.status)
    }
    return evaluation
  }
}
