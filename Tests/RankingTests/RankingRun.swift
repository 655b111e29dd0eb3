import Answering
import Corpus
import InvertedIndex
import Search

/// Every question of the shipped file, answered and graded.
struct RankingRun: Sendable {
  struct Outcome: Sendable {
    let question: EvaluationQuestion
    /// As a person sees it: the first three.
    let shown: Answer
    /// As far as it is graded: the first ten.
    let ranked: Answer
  }

  let outcomes: [Outcome]
  let evaluation: Evaluation

  init(_ index: IndexReader, ranker: Ranker = .bm25) throws {
    var answerer = Answerer(Searcher(index, ranker: ranker))
    outcomes = try ShippedCorpus.questions().map { question in
      let shown = try answerer.answer(question.question, limit: 3)
      let ranked = try answerer.answer(question.question, limit: 10)
      return Outcome(question: question, shown: shown, ranked: ranked)
    }
    evaluation = Self.evaluation(of: outcomes)
  }

  /// One run for all tests that only read.
  static func shared(_ ranker: Ranker) throws -> RankingRun {
    try (ranker == .bm25 ? bm25 : tfidf).get()
  }

  private static let bm25 = Result { try RankingRun(ShippedCorpus.index(), ranker: .bm25) }
  private static let tfidf = Result { try RankingRun(ShippedCorpus.index(), ranker: .tfidf) }

  /// The grades of some of the questions alone.
  func evaluation(where condition: (EvaluationQuestion) -> Bool) -> Evaluation {
    Self.evaluation(of: outcomes.filter { condition($0.question) })
  }

  private static func evaluation(of outcomes: [Outcome]) -> Evaluation {
    var evaluation = Evaluation()
    for outcome in outcomes {
      evaluation.add(
        outcome.question, results: outcome.ranked.results.map(\.graded),
        status: outcome.shown.verdict.status)
    }
    return evaluation
  }
}

extension AnswerResult {
  var best: String { passage.text.slice(snippet.best) }

  var graded: Evaluation.Result {
    Evaluation.Result(
      document: passage.source.path, lines: passage.source.lines, text: passage.text, best: best,
      score: hit.score)
  }
}

// What the goldens hold.
extension RankingRun {
  /// One block a question: id, status and reason, rank of the first right result, whether its best
  /// sentence is right, the question; then the results shown.
  var results: String {
    zip(outcomes, evaluation.grades).map { outcome, grade in
      let rank = grade.question.isAnswerable ? grade.rank.map(String.init) ?? "none" : "-"
      let best = grade.isBestRight.map { $0 ? "right" : "wrong" } ?? "-"
      let reason = outcome.shown.verdict.reason.map { " (\($0.rawValue))" } ?? ""
      let head =
        "\(grade.question.id)  \(grade.status)\(reason)  rank \(rank)  best \(best)  "
        + "\(grade.question.question)\n"
      let rows = outcome.shown.results.map { result in
        "  \(result.passage.place)  \(result.hit.score.decimal(2))\n"
      }
      return head + rows.joined()
    }.joined(separator: "\n")
  }

  /// A table by style, in the order of the file.
  var stats: String {
    var groups: [(name: String, evaluation: Evaluation)] = [
      ("answerable", evaluation { $0.isAnswerable }),
      ("unanswerable", evaluation { !$0.isAnswerable }),
    ]
    for case let style? in outcomes.map(\.question.style)
    where !groups.contains(where: { $0.name == style }) {
      groups.append((style, evaluation { $0.style == style }))
    }
    let names = [
      "", "questions", "success@1", "success@3", "MRR@10", "best sentence", "uncertain", "declined",
    ]
    let rows = [names] + groups.map { Self.row($0.name, $0.evaluation) }
    let widths = names.indices.map { column in rows.map { $0[column].count }.max() ?? 0 }
    return rows.map { row in
      zip(row, widths).enumerated().map { column, cell in
        let space = String(repeating: " ", count: cell.1 - cell.0.count)
        return column == 0 ? cell.0 + space : space + cell.0
      }.joined(separator: "  ") + "\n"
    }.joined()
  }

  private static func row(_ name: String, _ evaluation: Evaluation) -> [String] {
    let measures = evaluation.measures
    let shares = [
      measures.successAt1, measures.successAt3, measures.reciprocalRankAt10, measures.bestSentence,
      evaluation.share(of: "uncertain"), evaluation.share(of: "declined"),
    ]
    return [name, "\(measures.questions)"] + shares.map { $0?.decimal(3) ?? "-" }
  }
}

extension Evaluation {
  /// The share of questions with a status; nil without questions.
  func share(of status: String) -> Double? {
    guard !grades.isEmpty else { return nil }
    return Double(grades.count { $0.status == status }) / Double(grades.count)
  }
}
