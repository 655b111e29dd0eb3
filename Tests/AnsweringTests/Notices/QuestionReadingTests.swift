import Analysis
import Testing

@testable import Answering

@Suite struct QuestionReadingTests {
  private func reading(_ question: String) -> QuestionReading {
    QuestionReading(question, SpokenWords().words(of: question))
  }

  /// The words told as so.
  private func told(_ question: String) -> String {
    let reading = reading(question)
    return reading.words.indices.filter(reading.isTold).map { reading.words[$0].folded }
      .joined(separator: " ")
  }

  @Test(arguments: [
    ("What causes fits?", ""), ("can it cause fits", ""), ("my mum fell", "my mum fell"),
    ("what do I do she is fitting", "what do i do she is fitting"),
    ("why can't my dad wake up", "why can not my dad wake up"),
    ("is my husband having a fit", "is my husband having a fit"),
    ("is my husband at risk", ""), ("Hello, please, how common are fits", "hello please"),
    ("My dad has LM. What are fits?", "my dad has lm"),
    ("she fell last year", ""), ("she fell, in 2019", "she fell"), ("she fell in 2019", ""),
    ("if she falls", ""), ("not sure if she breathes", "not sure if she breathes"),
    ("scared of falling", ""), ("scared, falling", "scared falling"),
    ("look out for fits", ""), ("I read that fits happen", "i"),
    ("we were told fits happen", "we were"),
    ("she might have had a fit", "she might have had a fit"), ("can't breathe", "can not breathe"),
  ])
  func `what is asked, feared or past is not told`(question: String, words: String) {
    #expect(told(question) == words)
  }

  @Test(arguments: [
    ("no fits", true), ("not had any more fits", true), ("no pain or fits", true),
    ("not well, fits", false), ("fits", false), ("I do not think he had fits", true),
    ("I do not know he had fits", false), ("without fever fits", false),
  ])
  func `a denial reaches over little words`(question: String, isDenied: Bool) {
    let reading = reading(question)
    #expect(reading.isDenied(at: reading.words.count - 1, used: []) == isDenied)
    #expect(!reading.isDenied(at: reading.words.count, used: []))
  }

  @Test(arguments: [
    ("shivering since chemo", true), ("leaking fluid", true), ("can not see", true),
    ("temp 39", true), ("stage 4", false), ("seizure treatment", false), ("what is 39", false),
    ("", false),
  ])
  func `haste shows without a name`(question: String, isTelegraphic: Bool) {
    #expect(reading(question).isTelegraphic == isTelegraphic)
  }

  @Test(arguments: [
    ("what is LM", false), ("what is my dad's LM", true), ("LM", true), ("how to die", true),
    ("", false),
  ])
  func `a general question may not report`(question: String, mayReport: Bool) {
    #expect(reading(question).mayReport == mayReport)
  }
}
