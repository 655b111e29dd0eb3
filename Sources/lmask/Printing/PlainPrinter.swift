internal import Answering
internal import Corpus
internal import InvertedIndex
internal import Search

/// Prints answers for ears and Braille: what is said first, where it stands after it, no drawing
/// characters, and nothing told by indents or colour.
struct PlainPrinter: AnswerText {
  /// In columns; nil prints each paragraph on one line.
  let width: Int?

  func text(_ page: AnswerPage) -> String {
    let answer = page.answer
    var lines = answer.notices.filter(\.isCard).flatMap(card)
    if page.firstRank == 1 { lines += preface(answer) }
    if answer.results.isEmpty { lines += refusal(answer, page.topics) }
    for (offset, result) in answer.results.enumerated() {
      if offset > 0 { lines.append("") }
      lines += self.lines(of: result, rank: page.firstRank + offset, page.meanings(at: offset))
    }
    if !answer.results.isEmpty, !answer.unmatched.isEmpty {
      let words = answer.unmatched.map(\.onOneLine).joined(separator: ", ")
      lines += ["", "Nothing shown here mentions: \(words)"]
    }
    lines += asides(answer.notices.filter { !$0.isCard })
    return wrapped(lines)
  }

  func text(_ explanation: Explanation) -> String { wrapped(explanation.lines()) }

  func section(_ passage: Passage, references: [Reference]?) -> String {
    let place = references != nil ? "This passage" : "Beside it"
    return wrapped(
      ["\(place): \(passage.ownHeading.onOneLine)"] + lines(of: passage)
        + Citation.numbered(references ?? []).map(sentence))
  }

  func sources(of result: AnswerResult) -> String { wrapped(sourceLines(of: result)) }

  private func card(_ notice: Notice) -> [String] {
    ["Important: \(notice.title.onOneLine)"]
      + notice.text.split(separator: "\n").map { String($0).onOneLine } + [""]
  }

  /// A line each, below the answer.
  private func asides(_ notices: [Notice]) -> [String] {
    notices.isEmpty ? [] : [""] + notices.map { "\($0.title): \($0.text)".onOneLine }
  }

  /// How the question was read, and how sure the answer is.
  private func preface(_ answer: Answer) -> [String] {
    var lines: [String] = []
    if !answer.corrections.isEmpty {
      let words = answer.corrections.map(\.used.onOneLine).joined(separator: ", ")
      lines.append("Read as: \(words).")
    }
    if let inherited = answer.inherited { lines.append("Read with: \(inherited.onOneLine).") }
    if case .uncertain = answer.verdict { lines.append("This may not be the answer you need.") }
    return lines
  }

  /// Where to look instead stands as numbered choices.
  private func refusal(_ answer: Answer, _ topics: Topics) -> [String] {
    let sentence = Refusal(answer.withoutChoices, topics: topics).sentence
    let nearest = answer.choices
    guard !nearest.isEmpty else { return [sentence] }
    return [sentence, "Nearest, to choose by number:"]
      + nearest.enumerated().map { "\($0 + 1). \($1.onOneLine)" }
  }

  private func lines(
    of result: AnswerResult, rank: Int, _ meanings: [WordMeaning]
  ) -> [String] {
    let passage = result.passage
    var lines = ["Answer \(rank). \(passage.ownHeading.onOneLine)"]
    lines.append(passage.text.slice(result.snippet.best).onOneLine)
    if result.continuation == nil { lines += ["", "The whole passage:"] }
    lines += self.lines(of: passage, from: result.continuation ?? 0)
    if !meanings.isEmpty { lines.append("") }
    lines += meanings.map { "Meaning of \($0.label): \($0.meaning.onOneLine)." }
    if let explanation = result.explanation { lines += [""] + explanation.lines() }
    return lines + [""] + sourceLines(of: result)
  }

  /// A line for each block, an empty one between paragraphs.
  ///
  /// - Parameter start: in bytes; what stands before it is left out.
  private func lines(of passage: Passage, from start: Int = 0) -> [String] {
    var lines: [String] = []
    var end = -1
    for (index, block) in passage.blocks.enumerated() {
      let range = end + 1..<end + 1 + block.length
      end = range.upperBound
      guard start < end else { continue }
      let text = passage.text.slice(range.clamped(to: start..<end)).neutralised
      if index > 0, start <= range.lowerBound, block.kind == .paragraph { lines.append("") }
      let parts = text.split(separator: "\n").map(String.init)
      lines += block.kind == .listItem ? ["- " + parts.joined(separator: " ")] : parts
    }
    return lines
  }

  private func sourceLines(of result: AnswerResult) -> [String] {
    let source = result.passage.source
    let (first, last) = (source.lines.lowerBound, source.lines.upperBound)
    let lines = first == last ? "line \(first)" : "lines \(first) to \(last)"
    let place = [source.path] + result.passage.headings
    let words = place.map(\.onOneLine) + [lines] + result.document.frontMatter.remarks
    return ["From \(words.joined(separator: ", "))."]
      + result.citations.map(sentence)
  }

  private func sentence(_ citation: Citation) -> String {
    let reference = citation.reference
    let parts = [reference.title, reference.publisher, reference.date, reference.url]
    let named = parts.filter { !$0.isEmpty }.map(\.onOneLine).joined(separator: ". ")
    return "Source \(citation.number): \(named)"
  }

  private func wrapped(_ lines: [String]) -> String {
    lines.flatMap { StyledText($0).wrapped(width: width) }
      .map { $0.rendered(color: false) + "\n" }.joined()
  }
}

extension Answer {
  /// With some of its results only.
  func showing(_ range: Range<Int>) -> Answer {
    with(results: Array(results[range]), nearest: nearest)
  }

  /// Headings to look under instead, which plain mode lists by number.
  var choices: [String] { nearest.filter { $0.word == nil }.compactMap(\.headings.last) }

  /// For a sentence that does not list them.
  fileprivate var withoutChoices: Answer {
    with(results: results, nearest: nearest.filter { $0.word != nil })
  }

  private func with(results: [AnswerResult], nearest: [Pointer]) -> Answer {
    Answer(
      question: question, verdict: verdict, unmatched: unmatched, corrections: corrections,
      context: context, inherited: inherited, notices: notices, results: results,
      nearest: nearest, missing: missing, mayBeForeign: mayBeForeign, alike: alike)
  }
}
