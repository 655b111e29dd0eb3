internal import Corpus

/// Grades a ranking on questions whose right answers are known.
package struct Evaluation: Sendable {
  /// One result shown for a question, as far as grading cares.
  package struct Result: Sendable {
    package let document: String
    package let lines: ClosedRange<Int>
    package let text: String
    package let best: String
    package let score: Float

    package init(
      document: String, lines: ClosedRange<Int>, text: String, best: String, score: Float
    ) {
      self.document = document
      self.lines = lines
      self.text = text
      self.best = best
      self.score = score
    }
  }

  /// What became of one question.
  package struct Grade: Sendable {
    package let question: EvaluationQuestion
    /// The 1-based rank of the first right result, ties counted at their worst; nil if none is right.
    package let rank: Int?
    /// Of an answerable question right at rank 1 that names patterns: whether the best sentence matches one.
    package let isBestRight: Bool?
    package let status: String
    /// Where the first result stands, for the list of failures.
    package let first: String?

    package var isDeclined: Bool { status == "declined" }
  }

  /// The measures over a set of questions; shares are from 0 to 1, nil where nothing was counted.
  package struct Measures: Equatable, Sendable {
    package let questions: Int
    package let answerable: Int
    package let successAt1: Double?
    package let successAt3: Double?
    package let reciprocalRankAt10: Double?
    package let bestSentence: Double?
    package let declinedUnanswerable: Double?
    package let hedgedUnanswerable: Double?
    package let declinedAnswerable: Double?
  }

  package private(set) var grades: [Grade] = []

  package init() {}

  /// Grades the results shown for one question.
  package mutating func add(_ question: EvaluationQuestion, results: [Result], status: String) {
    let patterns = question.mustMatch.compactMap { try? Pattern($0) }
    let right = results.map { Self.isRight($0, question, patterns) }
    let rank = right.firstIndex(of: true).map { Self.worstRank(of: $0, right, results) }
    var isBestRight: Bool?
    if rank == 1, let best = results.first?.best.folded, !patterns.isEmpty {
      isBestRight = patterns.contains { $0.matches(best) }
    }
    let first = results.first.map { "\($0.document):\($0.lines.lowerBound) \($0.best)" }
    grades.append(
      Grade(question: question, rank: rank, isBestRight: isBestRight, status: status, first: first))
  }

  package var measures: Measures { Self.measures(of: grades) }

  /// By the style that the file gives, in order of name; empty if it gives none.
  package var measuresByStyle: [(style: String, measures: Measures)] {
    Set(grades.compactMap(\.question.style)).sorted().map { style in
      (style, Self.measures(of: grades.filter { $0.question.style == style }))
    }
  }

  private static func isRight(
    _ result: Result, _ question: EvaluationQuestion, _ patterns: [Pattern]
  ) -> Bool {
    if !question.lines.isEmpty {
      let isDocument = question.document.map { $0 == result.document } ?? true
      return isDocument && question.lines.contains { $0.overlaps(result.lines) }
    }
    let text = result.text.folded
    return patterns.contains { $0.matches(text) }
  }

  /// A right result that shares its score with wrong ones might as well stand behind them.
  private static func worstRank(of index: Int, _ right: [Bool], _ results: [Result]) -> Int {
    let tied = results.indices.filter {
      $0 > index && results[$0].score == results[index].score && !right[$0]
    }
    return index + 1 + tied.count
  }

  private static func measures(of grades: [Grade]) -> Measures {
    let answerable = grades.filter(\.question.isAnswerable)
    let unanswerable = grades.filter { !$0.question.isAnswerable }
    let best = answerable.compactMap(\.isBestRight)
    return Measures(
      questions: grades.count, answerable: answerable.count,
      successAt1: answerable.share { $0.rank == 1 },
      successAt3: answerable.share { ($0.rank ?? .max) <= 3 },
      reciprocalRankAt10: answerable.mean { grade in
        grade.rank.map { $0 <= 10 ? 1 / Double($0) : 0 } ?? 0
      },
      bestSentence: best.share { $0 },
      declinedUnanswerable: unanswerable.share(\.isDeclined),
      hedgedUnanswerable: unanswerable.share { $0.status != "answered" },
      declinedAnswerable: answerable.share(\.isDeclined))
  }
}

extension Array {
  fileprivate func share(_ condition: (Element) -> Bool) -> Double? {
    mean { condition($0) ? 1 : 0 }
  }

  fileprivate func mean(_ value: (Element) -> Double) -> Double? {
    isEmpty ? nil : reduce(0) { $0 + value($1) } / Double(count)
  }
}
