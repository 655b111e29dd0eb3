internal import InvertedIndex

/// What was measured of one stage.
struct Figure {
  enum Unit: String {
    /// Of a million bytes each.
    case megabytesPerSecond = "MB/s"
    case nanoseconds = "ns"
  }

  let stage: String
  let variant: String
  let unit: Unit
  /// One a run, best first.
  let values: [Double]

  var best: Double { values[0] }
  var median: Double { values[values.count / 2] }
}

/// All figures, for people or for programs.
struct FigureTable {
  var figures: [Figure] = []

  /// One line a figure, a line of names first.
  var tsv: String {
    let lines = figures.map {
      "\($0.stage)\t\($0.variant)\t\($0.unit.rawValue)\t\($0.best.figures)\t\($0.median.figures)\n"
    }
    return "stage\tvariant\tunit\tbest\tmedian\n" + lines.joined()
  }

  /// Columns under one another, with what was measured on.
  func text(about samples: Samples, _ reader: IndexReader) -> String {
    let rows =
      [["stage", "variant", "best", "median", "unit"]]
      + figures.map {
        [$0.stage, $0.variant, $0.best.figures, $0.median.figures, $0.unit.rawValue]
      }
    let widths = (0..<5).map { column in rows.map { $0[column].count }.max() ?? 0 }
    let lines = rows.map { row in
      let cells = zip(row, widths).enumerated().map { column, cell in
        let space = String(repeating: " ", count: cell.1 - cell.0.count)
        return column == 2 || column == 3 ? space + cell.0 : cell.0 + space
      }
      return cells.joined(separator: "  ").trimmedEnd + "\n"
    }
    return "\(samples.documents.count) documents, \(reader.summary.passageCount) passages, "
      + "\(samples.fileBytes) bytes; index of \(reader.size) bytes\n" + lines.joined()
  }
}

extension Double {
  /// Whole if it is large, with one digit after the point otherwise.
  fileprivate var figures: String {
    let tenths = Int((self * 10).rounded())
    return self >= 100 ? "\(Int(rounded()))" : "\(tenths / 10).\(tenths % 10)"
  }
}

extension String {
  fileprivate var trimmedEnd: Substring {
    var text = self[...]
    while text.last == " " { text.removeLast() }
    return text
  }
}
