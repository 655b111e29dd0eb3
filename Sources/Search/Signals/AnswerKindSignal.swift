internal import Analysis
internal import Corpus
internal import InvertedIndex

/// Whether a passage can give the sort of answer that a question asks for: a number of months to
/// "how long", a list to "which symptoms".
struct AnswerKindSignal: RankingSignal {
  /// How much of the score it adds if the passage gives every sort that is asked for.
  static let weight: Float = 0.3

  private let wanted: AnswerKinds
  private let index: IndexReader

  /// Nil if the question's words do not tell what it asks for.
  init?(_ wanted: AnswerKinds, index: IndexReader) {
    guard !wanted.isEmpty else { return nil }
    self.wanted = wanted
    self.index = index
  }

  func bonus(for passage: PassageID) throws(IndexError) -> Bonus? {
    let given = index.answerKinds(of: passage).intersection(wanted)
    guard !given.isEmpty else { return nil }
    let share = Float(given.rawValue.nonzeroBitCount) / Float(wanted.rawValue.nonzeroBitCount)
    return Bonus(share: Self.weight * share, cause: .answerKinds(given))
  }
}
