internal import Analysis

// What is done for every word of the corpus, once its number is known. No processor guesses which
// words have a term or were met before, so values are always written, and kept by counting on. Not
// inlined: among the variables of another function there is no register left for these.

extension TokenList {
  /// Appends a token for each of some words that has a term.
  ///
  /// - Parameters:
  ///   - entries: of the lexicon.
  ///   - first: the place of the first word.
  /// - Returns: whether a concept's wording may begin among them.
  mutating func append(
    _ words: ArraySlice<UInt32>, of entries: [Lexicon.Word], from first: UInt64
  ) -> Bool {
    let start = count
    terms += repeatElement(0, count: words.count)
    places += repeatElement(0, count: words.count)
    let (end, opensPhrase) = Self.fill(&terms, &places, from: start, words, entries, first)
    terms.removeLast(start + words.count - end)
    places.removeLast(start + words.count - end)
    return opensPhrase
  }

  @inline(never)
  private static func fill(
    _ terms: inout [UInt32], _ places: inout [UInt64], from start: Int,
    _ words: ArraySlice<UInt32>, _ entries: [Lexicon.Word], _ first: UInt64
  ) -> (end: Int, opensPhrase: Bool) {
    let (words, entries) = (words.span, entries.span)
    var terms = terms.mutableSpan
    var places = places.mutableSpan
    let last = TokenPlace.end(ofFieldWith: first)
    var filled = (end: start, opensPhrase: false)
    for index in words.indices {
      let entry = entries[Int(words[index])]
      terms[filled.end] = entry.termOrNone
      places[filled.end] = min(first &+ UInt64(truncatingIfNeeded: index), last)
      filled.end &+= Int(entry.tokenCount)
      filled.opensPhrase = filled.opensPhrase || entry.opensPhrase
    }
    return filled
  }
}

extension Lexicon {
  /// Makes `kinds` what the words of a text tell of the kinds of answer, those of which nothing is
  /// left when they are folded left out.
  ///
  /// - Parameter ranges: where the words stand; there may be more.
  @inline(never)
  func findKinds(
    of numbers: [UInt32], _ ranges: [Range<Int>], in text: Span<UInt8>,
    into kinds: inout [KindWord]
  ) {
    kinds.setCount(numbers.count, adding: KindWord())
    var count = 0
    do {
      let words = words
      let (numbers, entries) = (numbers.span, words.span)
      var kinds = kinds.mutableSpan
      for index in numbers.indices {
        let entry = entries[Int(numbers[index])]
        kinds[count] = entry.kind
        if entry.kindDependsOnPlace {
          kinds[count] = entry.kind.standing(at: ranges[index], in: text)
        }
        count &+= Int(entry.kindCount)
      }
    }
    kinds.setCount(count, adding: KindWord())
  }
}
