import Analysis
import Corpus
import Search
import TestSupport
import Testing

@testable import Answering

@Suite struct BestSentenceTests {
  /// The best sentence for a question each of whose words weighs 1, or as told by stem.
  private func best(
    _ question: String, in text: String, kinds: [Block.Kind] = [],
    rarities: [String: Float] = [:]
  ) -> String {
    var analyzer = Analyzer.standard()
    let query = Query(question, analyzer: &analyzer)
    var words = ShownWords(analyzer)
    let ones = Dictionary(uniqueKeysWithValues: query.terms.map { ($0.term, Float(1)) })
    let passage = Passage.sample(text, kinds: kinds)
    let snippet = Snippet(
      passage, for: SoughtTerms(query, rarities: ones.merging(rarities) { $1 }, words: &words),
      words: &words)
    return passage.text.slice(snippet.best)
  }

  static let kinds: [(question: String, text: String, sentence: String)] = [
    (
      "how long does a scan take?", "A scan is done lying down. A scan lasts 40 minutes.",
      "A scan lasts 40 minutes."
    ),
    (
      "how many people have pain?", "People with pain rest. Of the people, 12 had pain.",
      "Of the people, 12 had pain."
    ),
    (
      "how common is pain?", "Pain may come at night. Pain affects 30% of patients.",
      "Pain affects 30% of patients."
    ),
    (
      "why does pressure rise?", "Pressure may rise. Pressure can rise because fluid is blocked.",
      "Pressure can rise because fluid is blocked."
    ),
    // Nothing tells what is asked for: the first of equals.
    ("how long does a scan take?", "A scan is loud. A scan is safe.", "A scan is loud."),
    // No sort of answer is asked for.
    ("is a scan safe?", "A scan is safe. It is safe: a scan of 40 minutes.", "A scan is safe."),
  ]

  @Test(arguments: kinds)
  func `of sentences that hold the same words, one that tells what is asked for is best`(
    question: String, text: String, sentence: String
  ) {
    #expect(best(question, in: text) == sentence)
  }

  @Test func `what is asked for does not outweigh a telling word`() {
    let text = "A scan of the spine needs a tablet. Wait 40 minutes for a taxi."
    #expect(best("how long does a scan of the spine take?", in: text).hasPrefix("A scan"))
    #expect(
      best("how long for a taxi after a scan", in: text, rarities: ["taxi": 5]).hasPrefix("Wait"))
  }

  @Test func `a lead-in gives way to the items it leads in`() {
    let text = "Steroids can cause these side effects:\nSide effects on sleep\nThirst"
    #expect(
      best("side effects of steroids", in: text, kinds: [.paragraph, .listItem, .listItem])
        == "Steroids can cause these side effects:")
    // Without a word of the question more, the item answers.
    #expect(
      best("which side effects", in: text, kinds: [.paragraph, .listItem, .listItem])
        == "Side effects on sleep")
  }

  @Test func `a lead-in alone is still better than nothing`() {
    #expect(
      best("steroids", in: "Rest helps.\nSteroids cause:", kinds: [.paragraph, .paragraph])
        == "Steroids cause:")
  }
}
