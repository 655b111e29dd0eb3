internal import Answering
internal import Corpus

/// Lays a passage's text out: paragraphs, lists and the rest as lines, matched words standing out.
struct PassageText {
  let text: String
  let blocks: [PassageBlock]
  /// Half-open, in bytes of the text.
  let highlights: [Range<Int>]

  /// The lines of the whole passage, an empty one between paragraphs.
  func lines(width: Int?, indent: String) -> [StyledText] {
    var lines: [StyledText] = []
    var start = 0
    for (index, block) in blocks.enumerated() {
      let range = start..<start + block.length
      if index > 0, !(block.kind.isTight && blocks[index - 1].kind.isTight) {
        lines.append(StyledText())
      }
      lines += self.lines(of: block, range, width, indent)
      start = range.upperBound + 1
    }
    return lines
  }

  /// One stretch of the text with its highlights.
  func styled(_ range: Range<Int>, base: Style = []) -> StyledText {
    var styled = StyledText()
    var position = range.lowerBound
    for highlight in highlights where range.contains(highlight.lowerBound) {
      let end = min(highlight.upperBound, range.upperBound)
      styled.append(piece(position..<highlight.lowerBound), base)
      styled.append(piece(highlight.lowerBound..<end), base.union(.bold))
      position = end
    }
    styled.append(piece(position..<range.upperBound), base)
    return styled
  }

  private func piece(_ range: Range<Int>) -> String { text.slice(range).neutralised }

  private func lines(
    of block: PassageBlock, _ range: Range<Int>, _ width: Int?, _ indent: String
  ) -> [StyledText] {
    let deep = indent + String(repeating: "  ", count: block.depth)
    switch block.kind {
    case .paragraph, .tableRow:
      return styled(range).wrapped(width: width, first: deep, rest: deep)
    case .listItem:
      return styled(range).wrapped(width: width, first: deep + "• ", rest: deep + "  ")
    case .quote:
      return styled(range).wrapped(width: width, first: deep + "> ", rest: deep + "> ")
    case .code:
      return piece(range).split(separator: "\n", omittingEmptySubsequences: false).map { line in
        StyledText(deep + "    " + line)
      }
    }
  }
}

extension Block.Kind {
  /// Stands without an empty line between it and its like.
  fileprivate var isTight: Bool { self == .listItem || self == .tableRow }
}
