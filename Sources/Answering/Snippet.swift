internal import Analysis
package import Corpus
internal import Search

/// What in a passage's text matters to a question. All ranges are half-open, in bytes of the text's UTF-8 form.
package struct Snippet: Equatable, Sendable {
  /// The sentence or list item that answers best.
  package let best: Range<Int>
  /// The words that match the question, in order.
  package let highlights: [Range<Int>]
  /// Words that matched other than by themselves: `diagnosed = diagnosis`.
  package let matched: [String]

  /// Reads a passage again with a question in mind.
  package init(_ passage: Passage, for sought: SoughtTerms, words: inout ShownWords) {
    let places = sought.places(
      in: passage.text.utf8.span, citing: !passage.citations.isEmpty, words: &words)
    highlights = Self.merged(places.map(\.range))
    matched = Self.substitutions(places, in: passage.text.utf8.span, for: sought)
    best = BestSentence(passage, places, sought).range
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
    _ places: [SoughtTerms.Place], in text: Span<UInt8>, for sought: SoughtTerms
  ) -> [String] {
    let folding = CaseFoldingFilter()
    var substitutions: [String] = []
    for typed in sought.typed {
      var first: String?
      var isFound = false
      for place in places where place.term == typed.term && !isFound {
        isFound = text.isWord(place.range, typed.folded.utf8.span)
        if isFound { break }
        let word = String(copying: place.range, of: text)
        let folded = folding.term(for: word) ?? word
        isFound = folded == typed.folded
        first = first ?? folded
      }
      if let first, !isFound { substitutions.append("\(typed.folded) = \(first)") }
    }
    return substitutions
  }
}

extension Span<UInt8> {
  /// Whether letters and digits of ASCII are those of a word in lower case; such a word is folded
  /// by lower case alone.
  fileprivate func isWord(_ range: Range<Int>, _ word: Span<UInt8>) -> Bool {
    guard range.count == word.count else { return false }
    for index in 0..<word.count {
      let byte = self[range.lowerBound + index]
      let lower = (0x41...0x5A).contains(byte) ? byte | 0x20 : byte
      guard lower == word[index], (0x61...0x7A).contains(lower) || (0x30...0x39).contains(lower)
      else { return false }
    }
    return true
  }
}

extension Passage {
  /// Every sentence of prose and every list item, table row or piece of code, in order, in bytes of the text.
  package var sentences: [Range<Int>] {
    var ranges: [Range<Int>] = []
    forEachBlock { block, range in ranges += sentences(of: block, at: range) }
    return ranges
  }

  /// Hands on each block with its place in the text, half-open, in bytes.
  func forEachBlock(_ body: (PassageBlock, Range<Int>) -> Void) {
    var start = 0
    for block in blocks {
      body(block, start..<start + block.length)
      start += block.length + 1
    }
  }

  /// The sentences of one block.
  func sentences(of block: PassageBlock, at range: Range<Int>) -> [Range<Int>] {
    switch block.kind {
    case .paragraph, .quote:
      let sentences = SentenceSplitter().utf8Ranges(of: text.utf8.span.extracting(range))
      return sentences.map {
        range.lowerBound + $0.lowerBound..<range.lowerBound + $0.upperBound
      }
    case .listItem, .tableRow, .code: return [range]
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
