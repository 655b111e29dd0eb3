import Corpus
import Testing
import TestSupport

@testable import Search

@Suite struct QuestionLineSignalTests {
  private let passage = Passage.sample(
    "Text.", headings: ["Tests", "How is it diagnosed?"],
    askedAs: ["which scan finds LM", "is there a test for LM"])

  @Test func `the very question earns the whole weight`() {
    var signal = QuestionLineSignal("how is it diagnosed")
    let bonus = signal.bonus(for: passage)
    #expect(bonus?.line == "How is it diagnosed?")
    #expect(bonus?.share == QuestionLineSignal.weight)
  }

  @Test func `little words and forms of a word count`() {
    // {how is LM diagnosis} and {how is it diagnosis} share 3 of 4 and 4: 2 · 3 / 8 = 0.75.
    var signal = QuestionLineSignal("How is LM diagnosis?")
    #expect(signal.bonus(for: passage)?.share == 0.75 * 0.75 * QuestionLineSignal.weight)
    #expect(signal.bonus(for: passage)?.line == "How is it diagnosed?")
  }

  @Test func `the line most alike earns it`() {
    // Of "is there a test for LM", six words, five are shared with these five: 2 · 5 / 11.
    var signal = QuestionLineSignal("a test is there, LM?")
    let dice: Float = 10 / 11
    #expect(signal.bonus(for: passage)?.line == "is there a test for LM")
    let share = signal.bonus(for: passage)?.share ?? 0
    #expect(abs(share - dice * dice * QuestionLineSignal.weight) < 1e-6)
  }

  @Test(arguments: ["", "?", "radiotherapy", "😀", "tests"])
  func `no shared word, no bonus; outer headings do not count`(question: String) {
    var signal = QuestionLineSignal(question)
    let passage = Passage.sample("radiotherapy", headings: ["Tests", "Outlook"])
    #expect(signal.bonus(for: passage) == nil)
    #expect(signal.bonus(for: .sample("radiotherapy tests")) == nil)
  }
}
