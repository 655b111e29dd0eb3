internal import Answering
internal import Corpus
internal import InvertedIndex
internal import Search

/// One result on the page.
extension AnswerPrinter {
  /// As much of a result as the page has room for.
  func lines(of result: AnswerResult, at offset: Int, on page: AnswerPage) -> [StyledText] {
    let extent = offset == 0 ? page.first : page.others
    let number = "\(page.firstRank + offset). "
    let indent = String(repeating: " ", count: number.count)
    var lines = StyledText(result.passage.ownHeading.onOneLine, .bold)
      .wrapped(width: width, first: number, rest: indent)
    switch extent {
    case .heading: return lines
    case .sentence: lines += best(of: result, indent: indent)
    case .whole:
      lines += passage(of: result, indent: indent)
      lines += self.lines(of: page.meanings(at: offset), indent: indent)
    }
    if let explanation = result.explanation {
      lines.append(StyledText())
      lines += explanation.lines().map { StyledText(indent + $0) }
    }
    guard extent == .whole else {
      return lines + place(of: result, indent: indent, isShort: true)
    }
    return lines + [StyledText()] + place(of: result, indent: indent)
      + references(
        result.citations, page.references, rank: page.firstRank + offset, indent: indent)
  }

  /// The best sentence, then the passage: what follows if the sentence opens it, else all of it
  /// with the sentence in its place.
  private func passage(of result: AnswerResult, indent: String) -> [StyledText] {
    let text = PassageText(result)
    let lines = best(of: result, indent: indent)
    if let start = result.continuation {
      return lines + text.lines(from: start, width: width, indent: indent)
    }
    return lines + [StyledText()] + text.lines(width: width, indent: indent)
  }

  private func best(of result: AnswerResult, indent: String) -> [StyledText] {
    PassageText(result).styled(result.snippet.best)
      .wrapped(width: width, first: indent + "» ", rest: indent + "  ")
  }

  private func lines(of meanings: [WordMeaning], indent: String) -> [StyledText] {
    let lines = meanings.flatMap { word in
      var line = StyledText(word.label, .bold)
      line.append(": " + word.meaning.onOneLine)
      return line.wrapped(width: width, first: indent + "= ", rest: indent + "  ")
    }
    return lines.isEmpty ? [] : [StyledText()] + lines
  }

  /// - Parameter isShort: without the headings.
  func place(of result: AnswerResult, indent: String, isShort: Bool = false) -> [StyledText] {
    let source = result.passage.source
    let lines =
      source.lines.count == 1
      ? "line \(source.lines.lowerBound)"
      : "lines \(source.lines.lowerBound)–\(source.lines.upperBound)"
    let path = [source.path] + (isShort ? [] : result.passage.headings)
    let place = "— \(path.map(\.onOneLine).joined(separator: " › ")), \(lines)"
    let parts = [place] + result.document.frontMatter.remarks
    return StyledText.joined(parts, by: " · ", width: width, indent: indent)
  }

  /// The sources that a passage names, by their numbers in its text.
  ///
  /// - Parameter rank: the number of the result, for whoever wants to know more.
  func references(
    _ citations: [Citation], _ form: AnswerPage.References, rank: Int = 1, indent: String
  ) -> [StyledText] {
    guard form == .publishers, !citations.isEmpty else {
      return citations.flatMap { citation in
        line(of: citation, isWhole: form == .whole)
          .wrapped(width: width, first: indent, rest: indent + "  ")
      }
    }
    let names = citations.map { "[\($0.number)] \($0.reference.shortName)" }
    let hint = ":sources\(rank == 1 ? "" : " \(rank)") has more."
    return StyledText.joined(names + [hint], by: " · ", width: width, indent: indent)
  }

  private func line(of citation: Citation, isWhole: Bool) -> StyledText {
    let reference = citation.reference
    let names = isWhole ? [reference.title, reference.publisher] : [reference.shortName]
    let named = (names + [reference.date]).filter { !$0.isEmpty }.map { $0.onOneLine + ". " }
    var text = StyledText("[\(citation.number)] \(named.joined())", .dim)
    text.append(reference.url.onOneLine, .dim, link: Hyperlink(reference.url))
    return text
  }
}

extension StyledText {
  /// Quiet parts on as few lines as they fit on, broken between parts where that is possible.
  fileprivate static func joined(
    _ parts: [String], by separator: String, width: Int?, indent: String
  ) -> [StyledText] {
    var lines: [StyledText] = []
    for part in parts {
      if var line = lines.last,
        line.columns + separator.columns + part.columns <= width ?? .max
      {
        line.append(separator + part, .dim)
        lines[lines.count - 1] = line
      } else {
        let first = lines.isEmpty ? indent : indent + "  "
        lines += StyledText(part, .dim).wrapped(width: width, first: first, rest: indent + "  ")
      }
    }
    return lines
  }
}

extension Citation {
  /// With the numbers that they have in a passage's text.
  static func numbered(_ references: [Reference]) -> [Citation] {
    references.enumerated().map { Citation(number: $0 + 1, reference: $1) }
  }
}

extension Reference {
  /// Who says it; where that is unknown, what it is called.
  fileprivate var shortName: String { (publisher.isEmpty ? title : publisher).onOneLine }
}

extension PassageText {
  /// With what of it matters to the question.
  fileprivate init(_ result: AnswerResult) {
    self.init(
      text: result.passage.text, blocks: result.passage.blocks,
      highlights: result.snippet.highlights, emphasis: result.snippet.best)
  }
}

extension WordMeaning {
  /// The word, and what else it is called.
  var label: String { name.map { "\(word) (\($0.onOneLine))" } ?? word }
}

extension FrontMatter {
  /// What of a document's own account belongs beside its name.
  var remarks: [String] {
    let country = country.map { [$0.onOneLine] } ?? []
    let reviewed = reviewed.map { ["checked \($0)"] } ?? []
    return country + reviewed
  }
}
