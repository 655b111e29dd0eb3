internal import Answering
internal import Corpus

/// Lays a passage's text out: paragraphs, lists and the rest as lines, matched words standing out.
struct PassageText {
  let text: String
  let blocks: [PassageBlock]
  /// Half-open, in bytes of the text.
  var highlights: [Range<Int>] = []
  /// The sentence that stands out, half-open, in bytes of the text.
  var emphasis = 0..<0

  /// The lines of the passage, an empty one between paragraphs.
  ///
  /// - Parameter start: in bytes; what stands before it is left out.
  func lines(from start: Int = 0, width: Int?, indent: String) -> [StyledText] {
    var lines: [StyledText] = []
    var end = -1
    for (index, block) in blocks.enumerated() {
      let range = end + 1..<end + 1 + block.length
      end = range.upperBound
      guard start < end else { continue }
      let isTight = index > 0 && block.kind.isTight && blocks[index - 1].kind.isTight
      if index > 0, start <= range.lowerBound, !isTight { lines.append(StyledText()) }
      lines += self.lines(of: block, range.clamped(to: start..<end), width, indent)
    }
    return lines
  }

  /// One stretch of the text with its highlights and what of it stands out.
  func styled(_ range: Range<Int>) -> StyledText {
    let strong = range.clamped(to: emphasis)
    guard !strong.isEmpty else { return marked(range) }
    var styled = marked(range.lowerBound..<strong.lowerBound)
    // Words marked in it too would only make it harder to read.
    styled.append(StyledText(piece(strong), .bold))
    styled.append(marked(strong.upperBound..<range.upperBound))
    return styled
  }

  private func marked(_ range: Range<Int>) -> StyledText {
    var styled = StyledText()
    var position = range.lowerBound
    for highlight in highlights {
      let shown = highlight.clamped(to: range)
      guard !shown.isEmpty else { continue }
      styled.append(piece(position..<shown.lowerBound))
      styled.append(piece(shown), .underline)
      position = shown.upperBound
    }
    styled.append(piece(position..<range.upperBound))
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

extension AnswerResult {
  /// Where the passage goes on after its best sentence; nil if that does not open it, so that the
  /// whole passage must follow. In bytes of the text.
  var continuation: Int? {
    guard snippet.best.lowerBound == 0, passage.blocks.first?.kind == .paragraph else { return nil }
    let rest = passage.text.slice(snippet.best.upperBound..<passage.text.utf8.count)
    let space = rest.utf8.prefix { $0 == 0x20 }.count
    return snippet.best.upperBound + space
  }
}
