internal import Corpus
internal import InvertedIndex

/// Something beside its words that speaks for a passage.
///
/// Signals look a second time at the passages that the words brought up, in passage order.
protocol RankingSignal {
  /// The share of the passage's score by words that is added to it; nil if nothing is.
  ///
  /// - Parameter passage: not below that of the call before.
  mutating func bonus(for passage: PassageID) throws(IndexError) -> Bonus?
}

/// What a signal adds to a passage's score.
struct Bonus {
  /// Of the score by words; above 0.
  let share: Float
  /// In the words of explanations.
  let reason: String
}

/// Which signals are used; leaving one out shows what it buys.
package struct RankingSignals: OptionSet, Sendable {
  package let rawValue: Int

  package init(rawValue: Int) { self.rawValue = rawValue }

  /// See `QuestionLineSignal`.
  package static let questionLines = RankingSignals(rawValue: 1)
  /// See `ProximitySignal`.
  package static let proximity = RankingSignals(rawValue: 2)
  /// See `AnswerKindSignal`.
  package static let answerKinds = RankingSignals(rawValue: 4)
  /// See `Company.documents`.
  package static let documents = RankingSignals(rawValue: 8)
  /// See `Company.feedback`.
  package static let feedback = RankingSignals(rawValue: 16)

  package static let all: RankingSignals = [
    .questionLines, .proximity, .answerKinds, .documents, .feedback,
  ]
}
