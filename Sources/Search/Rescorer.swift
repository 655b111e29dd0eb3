internal import Analysis
internal import Corpus
internal import InvertedIndex

/// Looks a second time at the passages that a question's words brought up.
///
/// Each signal adds to a passage's score by words; then the passages found are set beside one another.
package struct Rescorer {
  let index: IndexReader
  let signals: RankingSignals

  /// How many of the best passages are looked at a second time.
  package static let candidates = 50

  /// A passage with the parts of its score.
  struct Scored {
    let passage: PassageID
    /// By words alone.
    let words: Float
    /// With everything that was added so far.
    private(set) var score: Float
    // One a signal, 0 where it adds nothing: without arrays, because fifty are made for a question.
    private var values = SIMD8<Float>(repeating: 0)
    private var kinds = AnswerKinds(rawValue: 0)

    init(_ hit: Hit) {
      passage = hit.passage
      words = hit.score
      score = hit.score
    }

    var hit: Hit { Hit(passage: passage, score: score) }

    /// In the order in which they were added up.
    var parts: [(reason: String, value: Float)] {
      let causes: [Bonus.Cause] = [
        .questionLine, .proximity, .answerKinds(kinds), .document, .feedback,
      ]
      return causes.compactMap { cause in
        let value = values[cause.place]
        return value > 0 ? (cause.reason, value) : nil
      }
    }

    fileprivate mutating func add(_ value: Float, _ cause: Bonus.Cause) {
      if case .answerKinds(let given) = cause { kinds = given }
      values[cause.place] = value
      score += value
    }
  }

  /// - Parameter hits: at most `candidates`, with their scores by words.
  /// - Returns: the same passages with their final scores, in passage order.
  func rescored(_ hits: [Hit], for query: Query) throws(IndexError) -> [Scored] {
    var scored = hits.sorted { $0.passage < $1.passage }.map { Scored($0) }
    for var signal in try passageSignals(for: query) {
      for index in scored.indices {
        guard let bonus = try signal.bonus(for: scored[index].passage) else { continue }
        scored[index].add(bonus.share * scored[index].words, bonus.cause)
      }
    }
    let company = Company(index: index)
    if signals.contains(.documents) {
      add(try company.documents(scored.map(\.hit)), .document, to: &scored)
    }
    if signals.contains(.feedback) {
      add(try company.feedback(scored.map(\.hit)), .feedback, to: &scored)
    }
    return scored
  }

  private func add(_ bonuses: [Float], _ cause: Bonus.Cause, to scored: inout [Scored]) {
    for (index, bonus) in bonuses.enumerated() where bonus > 0 { scored[index].add(bonus, cause) }
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

extension Bonus.Cause {
  /// Among the parts of a score.
  fileprivate var place: Int {
    switch self {
    case .questionLine: 0
    case .proximity: 1
    case .answerKinds: 2
    case .document: 3
    case .feedback: 4
    }
  }
}
