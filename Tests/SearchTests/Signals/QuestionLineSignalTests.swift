import Analysis
import Corpus
import InvertedIndex
import Testing
import TestSupport

@testable import Search

@Suite struct QuestionLineSignalTests {
  private let passage = Passage.sample(
    "Text.", headings: ["Tests", "How is it diagnosed?"],
    askedAs: ["which scan finds LM", "is there a test for LM"])

  private func bonus(for question: String, _ passage: Passage) throws -> Bonus? {
    let index = try SampleIndex.reader(of: [[passage]])
    var analyzer = Analyzer.standard()
    let query = Query(question, analyzer: &analyzer)
    return try QuestionLineSignal(query.words, index: index).bonus(for: PassageID(0))
  }

  @Test func `the very question earns the whole weight`() throws {
    let bonus = try bonus(for: "how is it diagnosed", passage)
    #expect(bonus?.share == QuestionLineSignal.weight)
    #expect(bonus?.cause.reason == "its heading or an asked-as line is worded like the question")
  }

  @Test func `little words and forms of a word count`() throws {
    // {how is LM diagnosis} and {how is it diagnosis} share 3 of 4 and 4: 2 · 3 / 8 = 0.75.
    let bonus = try bonus(for: "How is LM diagnosis?", passage)
    #expect(bonus?.share == 0.75 * 0.75 * QuestionLineSignal.weight)
  }

  @Test func `the line most alike earns it`() throws {
    // Of "is there a test for LM", six words, five are shared with these five: 2 · 5 / 11.
    let bonus = try bonus(for: "a test is there, LM?", passage)
    let dice: Float = 10 / 11
    #expect(abs((bonus?.share ?? 0) - dice * dice * QuestionLineSignal.weight) < 1e-6)
  }

  @Test(arguments: ["", "?", "radiotherapy", "😀", "tests"])
  func `no shared word, no bonus; outer headings do not count`(question: String) throws {
    let passage = Passage.sample("radiotherapy", headings: ["Tests", "Outlook"])
    #expect(try bonus(for: question, passage) == nil)
    #expect(try bonus(for: question, .sample("radiotherapy tests")) == nil)
  }
}
