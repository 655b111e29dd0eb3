extension SourceText {
  /// One statement of a data file, which may go on over several lines.
  package struct LogicalLine: Equatable, Sendable {
    /// Of its first line, 1-based.
    package let number: Int
    package let text: String
  }

  /// The lines of a data file without comments (`#` at the margin) and blank lines; a line indented
  /// by `columns` spaces or more goes on with the one before it.
  package func logicalLines(continuedAt columns: Int) -> [LogicalLine] {
    let indent = String(repeating: " ", count: columns)
    var lines: [LogicalLine] = []
    for number in 1..<(lineCount + 1) {
      let text = line(number)
      if text.trimmed.isEmpty || text.hasPrefix("#") { continue }
      if text.hasPrefix(indent), let last = lines.popLast() {
        lines.append(LogicalLine(number: last.number, text: last.text + " " + text.trimmed))
      } else {
        lines.append(LogicalLine(number: number, text: text))
      }
    }
    return lines
  }
}
