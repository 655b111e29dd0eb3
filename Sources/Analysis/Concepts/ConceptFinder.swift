/// A concept met in a text.
package struct ConceptMatch: Equatable, Sendable {
  package let phrase: Phrase
  /// Half-open, indices into the tokens searched.
  package let tokens: Range<Int>

  package init(phrase: Phrase, tokens: Range<Int>) {
    self.phrase = phrase
    self.tokens = tokens
  }
}

extension ConceptMatch {
  /// One token in place of the wording, with the concept's term.
  package func token(in words: [Token]) -> Token {
    let (first, last) = (words[tokens.lowerBound], words[tokens.upperBound - 1])
    return Token(
      term: phrase.conceptTerm, range: first.range.lowerBound..<last.range.upperBound,
      position: first.position)
  }
}

/// Recognises concepts in analysed text, guards respected.
package enum ConceptFinder {
  /// How far a guard looks, in words to either side.
  package static let reach = 10

  /// What a question asks for: the longest wording at each place, from left to right, no overlaps.
  package static func matches<Source: ConceptSource>(
    in tokens: [Token], from source: Source
  ) throws(Source.Failure) -> [ConceptMatch] {
    var matches: [ConceptMatch] = []
    var index = 0
    while index < tokens.count {
      var next = index + 1
      for phrase in try source.phrases(openingWith: tokens[index...])
      where fits(phrase, tokens, at: index) {
        next = index + phrase.terms.count
        matches.append(ConceptMatch(phrase: phrase, tokens: index..<next))
        break
      }
      index = next
    }
    return matches
  }

  /// What a passage speaks of: every wording at every place, so that "proton" finds "proton
  /// therapy" too. A wording inside a longer one of the same concept counts no second time.
  package static func allMatches<Source: ConceptSource>(
    in tokens: [Token], from source: Source
  ) throws(Source.Failure) -> [ConceptMatch] {
    var matches: [ConceptMatch] = []
    for index in tokens.indices {
      for phrase in try source.phrases(openingWith: tokens[index...])
      where fits(phrase, tokens, at: index) {
        let range = index..<index + phrase.terms.count
        // A match starts at most a phrase's length before the place; older ones cannot overlap.
        let recent = matches.suffix(while: { match in
          index - match.tokens.lowerBound <= Thesaurus.longestPhrase
        })
        let isCounted = recent.contains {
          $0.phrase.concept == phrase.concept && $0.tokens.overlaps(range)
        }
        if !isCounted { matches.append(ConceptMatch(phrase: phrase, tokens: range)) }
      }
    }
    return matches
  }

  /// The tokens with each wording that was met replaced by one token of its concept's term.
  ///
  /// - Parameter matches: in order, without overlaps.
  package static func folded(_ tokens: [Token], _ matches: [ConceptMatch]) -> [Token] {
    var folded: [Token] = []
    var next = 0
    for match in matches {
      folded += tokens[next..<match.tokens.lowerBound]
      folded.append(match.token(in: tokens))
      next = match.tokens.upperBound
    }
    return folded + tokens[next...]
  }

  /// Whether a phrase whose terms stand at a place stands there as one wording, as its guards want.
  private static func fits(_ phrase: Phrase, _ tokens: [Token], at start: Int) -> Bool {
    let end = start + phrase.terms.count
    guard isTogether(tokens[start..<end]) else { return false }
    if phrase.required.isEmpty && phrase.excluded.isEmpty { return true }
    let near = neighbours(of: start..<end, in: tokens)
    return (phrase.required.isEmpty || phrase.required.contains(where: near.contains))
      && !phrase.excluded.contains(where: near.contains)
  }

  /// Little words may stand inside a phrase, but no more than three between two of its words.
  private static func isTogether(_ tokens: ArraySlice<Token>) -> Bool {
    zip(tokens, tokens.dropFirst()).allSatisfy { $1.position - $0.position <= 4 }
  }

  private static func neighbours(of range: Range<Int>, in tokens: [Token]) -> Set<String> {
    let first = tokens[range.lowerBound].position - reach
    let last = tokens[range.upperBound - 1].position + reach
    var near: Set<String> = []
    for (index, token) in tokens.enumerated()
    where !range.contains(index) && token.position >= first && token.position <= last {
      near.insert(token.term)
    }
    return near
  }
}

extension [ConceptMatch] {
  /// The longest end of the matches that all satisfy a condition.
  fileprivate func suffix(while condition: (ConceptMatch) -> Bool) -> ArraySlice<ConceptMatch> {
    let last = lastIndex { !condition($0) }
    return self[(last.map { $0 + 1 } ?? startIndex)...]
  }
}
