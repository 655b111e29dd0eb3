internal import Answering
internal import Corpus
internal import Search

/// Prints answers for people.
///
/// Everything that colour tells stands there without it too: the number in the margin parts one
/// result from the next, and marks stand before the best sentence (»), the meanings of words (=)
/// and the place (—).
struct AnswerPrinter {
  /// In columns; nil prints each paragraph on one line.
  let width: Int?
  let color: Bool
  /// Whether addresses are made links.
  let links: Bool

  /// An answer with its results.
  func text(_ page: AnswerPage) -> String {
    let answer = page.answer
    var lines = answer.notices.filter(\.isCard).flatMap(card)
    if page.firstRank == 1 { lines += preface(answer) }
    if answer.results.isEmpty {
      lines += paragraphs(Refusal(answer, topics: page.topics).sentence)
    }
    if case .uncertain = answer.verdict {
      lines += paragraphs("This may not be the answer you need.")
      lines.append(StyledText())
    }
    for (offset, result) in answer.results.enumerated() {
      let isInList = page.others == .heading && (offset > 1 || page.first == .heading)
      if offset > 0, !isInList { lines.append(StyledText()) }
      lines += self.lines(of: result, at: offset, on: page)
    }
    lines += wayOn(page) + unmentioned(answer)
    lines += asides(answer.notices.filter { !$0.isCard })
    return rendered(lines)
  }

  /// An explanation tree, indented.
  func text(_ explanation: Explanation) -> String {
    rendered(explanation.lines().map { StyledText("   " + $0) })
  }

  /// A passage with the headings above it, as it stands in its document.
  func section(_ passage: Passage, references: [Reference]?) -> String {
    let mark = references != nil ? "▸ " : "  "
    var lines = StyledText(passage.ownHeading.onOneLine, .bold)
      .wrapped(width: width, first: mark, rest: "  ")
    lines += PassageText(text: passage.text, blocks: passage.blocks)
      .lines(width: width, indent: "  ")
    let sources = Citation.numbered(references ?? [])
    if !sources.isEmpty { lines.append(StyledText()) }
    return rendered(lines + self.references(sources, .addresses, indent: "  "))
  }

  /// Where a result stands and what it cites.
  func sources(of result: AnswerResult) -> String {
    let indent = "   "
    return rendered(
      place(of: result, indent: indent) + references(result.citations, .whole, indent: indent))
  }

  /// How the question was read.
  private func preface(_ answer: Answer) -> [StyledText] {
    var lines: [StyledText] = []
    if !answer.corrections.isEmpty {
      let words = answer.corrections.map(\.used.onOneLine).joined(separator: ", ")
      lines += paragraphs("read as: \(words)")
    }
    if let inherited = answer.inherited {
      lines += paragraphs("read with: \(inherited.onOneLine)")
    }
    return lines.isEmpty ? [] : lines + [StyledText()]
  }

  private func unmentioned(_ answer: Answer) -> [StyledText] {
    guard !answer.results.isEmpty, !answer.unmatched.isEmpty else { return [] }
    let words = answer.unmatched.map(\.onOneLine).joined(separator: ", ")
    return [StyledText()] + paragraphs("Nothing shown here mentions: \(words)")
  }

  /// How to get at what is told in short.
  private func wayOn(_ page: AnswerPage) -> [StyledText] {
    guard let next = page.firstInShort else { return [] }
    let hint = StyledText(":open \(next) shows number \(next) whole, :more finds more.", .dim)
    let space = page.others == .heading ? [] : [StyledText()]
    return space + hint.wrapped(width: width, first: "   ", rest: "   ")
  }

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

  private func paragraphs(_ text: String) -> [StyledText] {
    StyledText(text).wrapped(width: width)
  }

  private func rendered(_ lines: [StyledText]) -> String {
    lines.map { $0.rendered(color: color, links: links) + "\n" }.joined()
  }
}
