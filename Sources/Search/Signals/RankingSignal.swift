internal import Analysis
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
  let cause: Cause

  /// Why something is added; put into words only for explanations.
  enum Cause: Equatable {
    case questionLine
    case proximity
    case answerKinds(AnswerKinds)
    case document
    case feedback

    /// In the words of explanations.
    var reason: String {
      switch self {
      case .questionLine: "its heading or an asked-as line is worded like the question"
      case .proximity: "words asked side by side stand together in it"
      case .answerKinds(let kinds): "it can tell \(kinds.labels.joined(separator: ", ")), as asked"
      case .document: "other passages of its document fit too"
      case .feedback: "it shares its key words with the best passages"
      }
    }
  }
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

  /// The very words typed for a concept; see `Companions`.
  package static let exactWords = RankingSignals(rawValue: 32)
  /// Concepts to see also; see `Companions`.
  package static let seeAlso = RankingSignals(rawValue: 64)
  /// Misspelt words are read as words of the corpus; see `SpellingCorrector`.
  package static let spelling = RankingSignals(rawValue: 128)

  /// Every signal with the name it is called by where one is left out.
  package static let named: [(name: String, signal: RankingSignals)] = [
    ("question-lines", .questionLines), ("proximity", .proximity),
    ("answer-kinds", .answerKinds), ("documents", .documents), ("feedback", .feedback),
    ("exact-words", .exactWords), ("see-also", .seeAlso), ("spelling", .spelling),
  ]

  package static let all = named.reduce(into: RankingSignals()) { $0.insert($1.signal) }
}
