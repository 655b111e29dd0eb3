internal import Search

/// Prints the grades of a ranking.
enum EvaluationPrinter {
  /// One row for all questions, then one a style.
  static func table(_ evaluation: Evaluation) -> String {
    let names = ["", "questions"] + columns.map(\.name)
    var rows = [names, row("all", evaluation.measures)]
    rows += evaluation.measuresByStyle.map { row($0.style, $0.measures) }
    let widths = names.indices.map { column in rows.map { $0[column].count }.max() ?? 0 }
    return rows.map { row in
      let cells = row.enumerated().map { column, cell in
        let space = String(repeating: " ", count: widths[column] - cell.count)
        return column == 0 ? cell + space : space + cell
      }
      return cells.joined(separator: "  ") + "\n"
    }.joined()
  }

  static func json(_ evaluation: Evaluation, listsFailures: Bool) -> String {
    var json = JSONWriter()
    json.object { json in
      write(evaluation.measures, to: &json)
      json.key("styles")
      json.object { json in
        for (style, measures) in evaluation.measuresByStyle {
          json.key(style)
          json.object { write(measures, to: &$0) }
        }
      }
      if listsFailures {
        json.key("failures")
        json.array { json in for grade in failed(evaluation) { write(grade, to: &json) } }
      }
    }
    return json.text + "\n"
  }

  /// The questions without a right first result, and the unanswerable ones that were not declined.
  private static func failed(_ evaluation: Evaluation) -> [Evaluation.Grade] {
    evaluation.grades.filter { grade in
      grade.question.isAnswerable ? grade.rank != 1 || grade.isDeclined : !grade.isDeclined
    }
  }

  private static func write(_ grade: Evaluation.Grade, to json: inout JSONWriter) {
    json.object { json in
      for (name, value) in [
        ("id", grade.question.id), ("question", grade.question.question),
        ("status", grade.status), ("first", grade.first),
      ] {
        json.key(name)
        json.string(value)
      }
      json.key("rank")
      json.integer(grade.rank)
    }
  }

  /// What went wrong, one question after the other.
  static func failures(_ evaluation: Evaluation) -> String {
    var lines: [String] = []
    for grade in failed(evaluation) {
      let question = grade.question
      let rank =
        question.isAnswerable ? grade.rank.map { "rank \($0)" } ?? "not found" : "not declined"
      lines.append("\(question.id)  \(rank), \(grade.status): \(question.question.onOneLine)")
      if let first = grade.first { lines.append("      first: \(first.onOneLine)") }
    }
    return lines.map { $0 + "\n" }.joined()
  }

  private static let columns:
    [(name: String, key: String, value: @Sendable (Evaluation.Measures) -> Double?)] = [
      ("success@1", "success_at_1", { $0.successAt1 }),
      ("success@3", "success_at_3", { $0.successAt3 }),
      ("MRR@10", "mrr_at_10", { $0.reciprocalRankAt10 }),
      ("best sentence", "best_sentence", { $0.bestSentence }),
      ("unanswerable declined", "declined_unanswerable", { $0.declinedUnanswerable }),
      ("or uncertain", "declined_or_uncertain_unanswerable", { $0.hedgedUnanswerable }),
      ("answerable declined", "declined_answerable", { $0.declinedAnswerable }),
    ]

  private static func row(_ name: String, _ measures: Evaluation.Measures) -> [String] {
    [name, String(measures.questions)] + columns.map { $0.value(measures)?.decimal(3) ?? "-" }
  }

  private static func write(_ measures: Evaluation.Measures, to json: inout JSONWriter) {
    json.key("questions")
    json.integer(measures.questions)
    json.key("answerable")
    json.integer(measures.answerable)
    for column in columns {
      json.key(column.key)
      json.number(column.value(measures))
    }
  }
}
