import Answering
import Search
import TestSupport
import Testing

/// Questions that cannot be understood are declined, not answered by chance.
@Suite struct OtherLanguagesTests {
  static let foreign = [
    "Quels sont les symptômes de la maladie ?", "Combien de temps dure une ponction lombaire ?",
    "Wie wird die Krankheit festgestellt?", "Was kann man gegen die Schmerzen tun?",
    "Jak leczy się tę chorobę?", "Czy ta choroba jest zaraźliwa?",
    "ما هي أعراض المرض؟", "这种病怎么诊断？", "Как лечат эту болезнь?",
    "¿Cuánto tiempo viven las personas con esta enfermedad?",
  ]

  @Test(arguments: foreign)
  func `a question in another language is declined and said to be perhaps not English`(
    question: String
  ) throws {
    var answerer = Answerer(Searcher(try ShippedCorpus.index()))
    let answer = try answerer.answer(question, limit: 3)
    #expect(answer.verdict.isDeclined)
    #expect(answer.results.isEmpty)
    #expect(answer.mayBeForeign)
    #expect(!answer.missing.isEmpty)
  }

  @Test(
    arguments: [
      "who won the cup final last weekend?", "a recipe for pancakes with blueberries and syrup",
      "which violin does the orchestra's leader play in the concert?",
    ])
  func `one in English about something else is declined without that hint`(question: String) throws
  {
    var answerer = Answerer(Searcher(try ShippedCorpus.index()))
    let answer = try answerer.answer(question, limit: 3)
    #expect(answer.verdict.isDeclined)
    #expect(!answer.mayBeForeign)
  }

  @Test(
    arguments: [
      "SELECT * FROM users WHERE 1=1; DROP TABLE x", "^(foo|bar)+\\d{3}.*$",
      "lorem ipsum dolor sit",
      "asdf qwer zxcv",
    ])
  func `code and filler are declined or answered with doubt`(question: String) throws {
    var answerer = Answerer(Searcher(try ShippedCorpus.index()))
    #expect(try answerer.answer(question, limit: 3).verdict != .answered)
  }
}
