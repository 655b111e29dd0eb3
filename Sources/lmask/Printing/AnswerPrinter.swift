internal import Answering
internal import Corpus
internal import Search

/// Prints answers for people.
struct AnswerPrinter {
  /// In columns; nil prints each paragraph on one line.
  let width: Int?
  let color: Bool

  /// An answer with all its results.
  ///
  /// - Parameters:
  ///   - firstRank: the number of the first result; more than 1 when more results are shown for the same question.
  ///   - topics: what the corpus covers, for a question that is declined.
  func text(_ answer: Answer, firstRank: Int = 1, topics: [String] = []) -> String {
    var lines = answer.notices.filter(\.isCard).flatMap(card)
    if firstRank == 1, !answer.corrections.isEmpty {
      let words = answer.corrections.map(\.used.onOneLine).joined(separator: ", ")
      lines += paragraphs("read as: \(words)")
    }
    if firstRank == 1, let inherited = answer.inherited {
      lines += paragraphs("read with: \(inherited.onOneLine)")
    }
    if firstRank == 1, !answer.corrections.isEmpty || answer.inherited != nil {
      lines.append(StyledText())
    }
    if answer.results.isEmpty {
      lines += paragraphs(Refusal(answer, topics: topics).sentence)
    }
    if case .uncertain = answer.verdict {
      lines += paragraphs("This may not be the answer you need.")
      lines.append(StyledText())
    }
    for (offset, result) in answer.results.enumerated() {
      if offset > 0 { lines.append(StyledText()) }
      lines += self.lines(of: result, rank: firstRank + offset)
    }
    if !answer.results.isEmpty, !answer.unmatched.isEmpty {
      lines.append(StyledText())
      let words = answer.unmatched.map(\.onOneLine).joined(separator: ", ")
      lines += paragraphs("Nothing shown here mentions: \(words)")
    }
    lines += asides(answer.notices.filter { !$0.isCard })
    return rendered(lines)
  }

  /// An explanation tree, indented.
  func text(_ explanation: Explanation) -> String {
    rendered(explanation.lines().map { StyledText("   " + $0) })
  }

  /// A passage with the headings above it, as it stands in its document.
  func section(_ passage: Passage, isMarked: Bool) -> String {
    let mark = isMarked ? "▸ " : "  "
    let heading = passage.headings.last ?? passage.title
    var lines = StyledText(heading.onOneLine, .bold).wrapped(width: width, first: mark, rest: "  ")
    let text = PassageText(text: passage.text, blocks: passage.blocks, highlights: [])
    lines += text.lines(width: width, indent: "  ")
    return rendered(lines)
  }

  /// Where a result stands and what it cites.
  func sources(of result: AnswerResult) -> String { rendered(sourceLines(of: result)) }

  /// A line each, below the answer.
  private func asides(_ notices: [Notice]) -> [StyledText] {
    let lines = notices.flatMap { notice in
      let text = notice.kind == "stale" ? "\(notice.title): \(notice.text)" : notice.text
      return StyledText(text.onOneLine, .dim).wrapped(width: width)
    }
    return lines.isEmpty ? [] : [StyledText()] + lines
  }

  /// A notice that comes first, with a mark before every line so that it stands out without colour.
  private func card(_ notice: Notice) -> [StyledText] {
    var lines = StyledText(notice.title.onOneLine, .bold)
      .wrapped(width: width, first: "!! ", rest: "!! ")
    for paragraph in notice.text.split(separator: "\n") {
      lines.append(StyledText("!"))
      lines += StyledText(String(paragraph).onOneLine)
        .wrapped(width: width, first: "!  ", rest: "!  ")
    }
    return lines + [StyledText()]
  }

  private func lines(of result: AnswerResult, rank: Int) -> [StyledText] {
    let passage = result.passage
    let number = "\(rank)."
    let indent = String(repeating: " ", count: number.count + 1)
    let text = PassageText(
      text: passage.text, blocks: passage.blocks, highlights: result.snippet.highlights)
    var lines = StyledText((passage.headings.last ?? passage.title).onOneLine, .bold)
      .wrapped(width: width, first: number + " ", rest: indent)
    let best = result.snippet.best
    if best.count < passage.text.utf8.count {
      lines += text.styled(best, base: .underline)
        .wrapped(width: width, first: indent + "» ", rest: indent + "  ")
      lines.append(StyledText())
    }
    lines += text.lines(width: width, indent: indent)
    if let explanation = result.explanation {
      lines.append(StyledText())
      lines += explanation.lines().map { StyledText(indent + $0) }
    }
    lines.append(StyledText())
    lines += sourceLines(of: result)
    return lines
  }

  private func sourceLines(of result: AnswerResult) -> [StyledText] {
    let source = result.passage.source
    let lineWords =
      source.lines.count == 1
      ? "line \(source.lines.lowerBound)"
      : "lines \(source.lines.lowerBound)–\(source.lines.upperBound)"
    let place = [source.path] + result.passage.headings
    let path = place.map(\.onOneLine).joined(separator: " › ")
    var lines = StyledText("— \(path), \(lineWords)", .dim)
      .wrapped(width: width, first: "   ", rest: "     ")
    for citation in result.citations {
      lines += StyledText(words(citation), .dim).wrapped(width: width, first: "   ", rest: "     ")
    }
    return lines
  }

  private func words(_ citation: Citation) -> String {
    let reference = citation.reference
    let parts = [reference.title, reference.publisher, reference.date, reference.url]
    let named = parts.filter { !$0.isEmpty }.map(\.onOneLine).joined(separator: ". ")
    return "[\(citation.number)] \(named)"
  }

  private func paragraphs(_ text: String) -> [StyledText] {
    StyledText(text).wrapped(width: width)
  }

  private func rendered(_ lines: [StyledText]) -> String {
    lines.map { $0.rendered(color: color) + "\n" }.joined()
  }
}
