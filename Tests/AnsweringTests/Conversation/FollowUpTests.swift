import Analysis
import Corpus
import InvertedIndex
import Search
import Testing

@testable import Answering

@Suite struct FollowUpTests {
  @Test(arguments: [
    ("does it hurt?", "it"), ("How long does THAT take?", "THAT"), ("what is it like?", "it"),
    ("which of those is rare?", "those"), ("can they be stopped?", "they"),
    ("and how does it begin?", "it"), ("is it due to age?", "it"), ("it's rare, isn't it?", "it's"),
    ("what are the risks of it?", "it"), ("is the purpose of these known?", "these"),
    ("which one is best?", "one"), ("what happens there?", "there"),
    ("how do they put it in?", "it"), ("do they cause pain?", "they"),
    ("is this illness rare?", "this"),
  ])
  func `a word that stands for what was asked about is found`(question: String, word: String) throws
  {
    guard case .pronoun(let range, _) = try #require(followUp(question)) else {
      Issue.record("no pronoun in \(question)")
      return
    }
    #expect(question.slice(range) == word)
  }

  @Test(arguments: [
    "is it normal to feel pain?", "does it hurt to laugh?", "what is it like living with pain?",
    "is it true that rest eases pain?", "is it rare for children to have pain?",
    "how long does it take to heal wounds?", "they told us that rest eases pain",
    "why do they numb the skin?", "is there pain after surgery?", "is one scan enough?",
    "what happens this week with pain?", "is pain worse when rest stops it?",
    "does surgery help, and is it dangerous?",
  ])
  func `a word that stands for something in the question itself is not`(question: String) {
    #expect(followUp(question) == nil)
  }

  @Test(arguments: [
    ("and for lung cancer?", true), ("what about surgery?", false), ("how about children?", false),
    ("but in children?", true), ("what if surgery fails?", true), ("for lung cancer?", true),
    ("after surgery?", true), ("ok, and surgery?", false), ("and what about surgery?", false),
    ("or surgery?", false), ("what about after surgery?", true),
  ])
  func `a piece of a question narrows the last or names something else`(
    question: String, narrows: Bool
  ) {
    #expect(followUp(question) == .piece(narrows: narrows))
  }

  @Test(arguments: [
    "why?", "for how long?", "how often?", "which one?", "what else?", "anything else?",
    "any others?", "tell me more", "how?", "ok, why not?", "such as?",
  ])
  func `a question that says only how to ask carries all that was asked`(question: String) {
    switch followUp(question) {
    case .bare, .pronoun: break
    case let other: Issue.record("\(question): \(String(describing: other))")
    }
  }

  @Test(arguments: [
    "and does rest ease pain?", "so is surgery dangerous?", "is surgery rare then?",
  ])
  func `a whole question may open as the second of two`(question: String) {
    #expect(followUp(question) == .opened)
  }

  @Test(arguments: [
    "What is a lumbar puncture?", "how is LM diagnosed?", "main risk factor", "side effects",
    "lumbar puncture headache", "does radiotherapy hurt?", "", "?", "hello", "thanks",
    "that blood patch for a pounding head after the needle in my spine",
    "What if clear liquid drips from the wound where the needle went in?",
  ])
  func `a question with its own subject stands alone`(question: String) {
    #expect(followUp(question) == nil)
  }

  @Test func `several things are told from one`() {
    for (question, many) in [("do they hurt?", true), ("does it hurt?", false)] {
      guard case .pronoun(_, many) = followUp(question) else {
        Issue.record("\(question)")
        continue
      }
    }
  }

  private func followUp(_ question: String) -> FollowUp? {
    var analyzer = Analyzer.standard()
    let query = Query(question, analyzer: &analyzer)
    return FollowUp(
      SpokenWords().words(of: question), content: query.tokens.count,
      telling: query.tellingTokens.map(\.range))
  }
}
