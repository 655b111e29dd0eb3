internal import Corpus
internal import InvertedIndex

/// Looks a second time at the passages that a question's words brought up.
///
/// Each signal adds to a passage's score by words; then the passages found are set beside one another.
struct Rescorer {
  let index: IndexReader
  let signals: RankingSignals

  /// How many of the best passages are looked at a second time.
  static let candidates = 50

  /// A passage with the parts of its score.
  struct Scored {
    let passage: PassageID
    /// By words alone.
    let words: Float
    fileprivate(set) var parts: [(reason: String, value: Float)] = []

    var hit: Hit { Hit(passage: passage, score: parts.reduce(words) { $0 + $1.value }) }
  }

  /// - Parameter hits: at most `candidates`, with their scores by words.
  /// - Returns: the same passages with their final scores, in passage order.
  func rescored(_ hits: [Hit], for query: Query) throws(IndexError) -> [Scored] {
    var scored = hits.sorted { $0.passage < $1.passage }
      .map { Scored(passage: $0.passage, words: $0.score) }
    for var signal in try passageSignals(for: query) {
      for index in scored.indices {
        guard let bonus = try signal.bonus(for: scored[index].passage) else { continue }
        scored[index].parts.append((bonus.reason, bonus.share * scored[index].words))
      }
    }
    let company = Company(index: index)
    if signals.contains(.documents) {
      add(
        try company.documents(scored.map(\.hit)), "other passages of its document fit too",
        to: &scored)
    }
    if signals.contains(.feedback) {
      add(
        try company.feedback(scored.map(\.hit)), "it shares its key words with the best passages",
        to: &scored)
    }
    return scored
  }

  private func add(_ bonuses: [Float], _ reason: String, to scored: inout [Scored]) {
    for (index, bonus) in bonuses.enumerated() where bonus > 0 {
      scored[index].parts.append((reason, bonus))
    }
  }

  private func passageSignals(for query: Query) throws(IndexError) -> [any RankingSignal] {
    var all: [any RankingSignal] = []
    if signals.contains(.questionLines) {
      all.append(QuestionLineSignal(query.words, index: index))
    }
    if signals.contains(.proximity), let signal = try ProximitySignal(query, index: index) {
      all.append(signal)
    }
    if signals.contains(.answerKinds), let signal = AnswerKindSignal(query.kinds, index: index) {
      all.append(signal)
    }
    return all
  }
}
