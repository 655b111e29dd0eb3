package import Analysis
package import Corpus
internal import InvertedIndex
package import Search

/// What in a passage's text matters to a question. All ranges are half-open, in bytes of the text's UTF-8 form.
package struct Snippet: Equatable, Sendable {
  /// The sentence or list item that answers best.
  package let best: Range<Int>
  /// The words that match the question, in order.
  package let highlights: [Range<Int>]
  /// Words that matched other than by themselves: `diagnosed = diagnosis`.
  package let matched: [String]

  /// Reads a passage again with a question in mind.
  ///
  /// - Parameter rarities: the idf of each term of the question that the corpus holds.
  package init(
    _ passage: Passage, for query: Query, rarities: [String: Float], analyzer: inout Analyzer
  ) {
    let words = analyzer.tokens(of: passage.text, citing: !passage.citations.isEmpty)
    let hits = Self.hits(in: words, for: query)
    highlights = Self.merged(hits.map(\.range))
    matched = Self.substitutions(hits, in: passage.text, for: query)
    best = BestSentence(passage, hits: hits, rarities: rarities, wanted: query.kinds).range
  }

  /// The words and wordings of concepts that are asked for, in order. One may lie inside another:
  /// "proton" in "proton therapy".
  private static func hits(in words: [Token], for query: Query) -> [Token] {
    let wanted = query.scoredTerms.map(\.term)
    let found = ConceptFinder.allMatches(in: words, from: query.wordings)
      .map { $0.token(in: words) }
    let single = words.filter { word in
      wanted.contains(word.term) && !found.contains { $0.range.overlaps(word.range) }
    }
    return (found + single).sorted { $0.range.lowerBound < $1.range.lowerBound }
  }

  /// Ranges sorted by their start, those that overlap as one.
  private static func merged(_ ranges: [Range<Int>]) -> [Range<Int>] {
    ranges.reduce(into: []) { merged, range in
      if let last = merged.last, last.upperBound > range.lowerBound {
        let end = max(last.upperBound, range.upperBound)
        merged[merged.count - 1] = last.lowerBound..<end
      } else {
        merged.append(range)
      }
    }
  }

  /// Pairs of typed and found words, for words of the question found in another form only.
  private static func substitutions(
    _ hits: [Token], in text: String, for query: Query
  ) -> [String] {
    let bytes = Array(text.utf8)
    let folding = CaseFoldingFilter()
    func word(_ token: Token) -> String {
      let word = String(decoding: bytes[token.range], as: UTF8.self)
      return folding.term(for: word) ?? word
    }
    return query.scoredTerms.compactMap { term in
      let found = hits.filter { $0.term == term.term }.map(word)
      let typed = folding.term(for: term.word) ?? term.word
      guard let first = found.first, !found.contains(typed) else { return nil }
      return "\(typed) = \(first)"
    }
  }
}

extension Passage {
  /// Every sentence of prose and every list item, table row or piece of code, in order, in bytes of the text.
  package var sentences: [Range<Int>] {
    var ranges: [Range<Int>] = []
    var start = 0
    for block in blocks {
      let range = start..<start + block.length
      switch block.kind {
      case .paragraph, .quote: ranges += sentences(in: range)
      case .listItem, .tableRow, .code: ranges.append(range)
      }
      start = range.upperBound + 1
    }
    return ranges
  }

  private func sentences(in range: Range<Int>) -> [Range<Int>] {
    let utf8 = text.utf8
    let start = utf8.index(utf8.startIndex, offsetBy: range.lowerBound)
    let end = utf8.index(start, offsetBy: range.count)
    let block = String(text[start..<end])
    return SentenceSplitter().sentences(of: block).map { sentence in
      let offset = block.utf8.distance(from: block.startIndex, to: sentence.lowerBound)
      let length = block.utf8.distance(from: sentence.lowerBound, to: sentence.upperBound)
      return range.lowerBound + offset..<range.lowerBound + offset + length
    }
  }
}

extension String {
  /// The text in a half-open range of UTF-8 bytes that starts and ends between characters.
  package func slice(_ range: Range<Int>) -> String {
    let start = utf8.index(utf8.startIndex, offsetBy: range.lowerBound)
    return String(self[start..<utf8.index(start, offsetBy: range.count)])
  }
}
