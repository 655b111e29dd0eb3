package import Corpus
package import InvertedIndex

/// How closely a question resembles one that a passage answers: its heading, or a line of asked-as.
///
/// Here every word counts, question words included: "how is it diagnosed" and "is it hard to
/// diagnose" share their subject and differ in little words.
package struct QuestionLineSignal {
  /// How much of the score a perfect resemblance adds.
  static let weight: Float = 0.6

  private let question: QuestionWords
  private let index: IndexReader

  package init(_ question: QuestionWords, index: IndexReader) {
    self.question = question
    self.index = index
  }

  /// The share of a passage's score that is added to it, and which of its question lines earned it; nil if none is alike.
  package func bonus(for passage: PassageID) throws(IndexError) -> (share: Float, line: Int)? {
    var best: (share: Float, line: Int)?
    for (ordinal, likeness) in try index.likenesses(of: question, to: passage).enumerated() {
      let share = Self.weight * likeness * likeness
      if share > best?.share ?? 0 { best = (share, ordinal) }
    }
    return best
  }
}
