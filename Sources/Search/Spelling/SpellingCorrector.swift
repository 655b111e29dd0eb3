package import Analysis
package import InvertedIndex

/// Reads misspelt words of a question as words that the corpus knows.
///
/// Only a word whose term no passage and no concept holds is looked at, and never one in double
/// quotes. Of the corpus's words the nearest in letters or in sound is taken; of several that are
/// about as near, the one that completes a phrase of the thesaurus with its neighbours, then the
/// more frequent. A common English word is left as it is unless another completes such a phrase. A
/// medicine's name is never read as another's, nor as a common word.
package struct SpellingCorrector {
  private let index: IndexReader
  private let candidates: SpellingCandidates

  package init(_ index: IndexReader) {
    self.index = index
    candidates = SpellingCandidates(index.vocabulary)
  }

  /// What to read differently, in order; empty for most questions.
  ///
  /// Time is linear in the words of the corpus that start alike, for each unknown word.
  package func corrections(
    of query: Query, analyzer: inout Analyzer
  ) throws(IndexError) -> [CorrectedWord] {
    let unknown = try unknownWords(of: query)
    var context = SpellingContext(query.text, index.concepts, &analyzer)
    var corrections = try joined(query, context, &analyzer)
    // Common words last: they are read differently only where their neighbours, corrected, ask for it.
    for isCommon in [false, true] {
      for word in unknown where word.isCommon == isCommon {
        guard !corrections.contains(where: { $0.range.overlaps(word.token.range) }),
          let place = context.index(ofWordAt: word.token.range.lowerBound),
          let used = try correction(of: word, at: place, in: context, analyzer: &analyzer)
        else { continue }
        if let term = analyzer.term(of: used) { context.replace(place, by: term) }
        corrections.append(CorrectedWord(range: word.token.range, typed: word.typed, used: used))
      }
    }
    return corrections.sorted { $0.range.lowerBound < $1.range.lowerBound }
  }

  /// So many unknown words are looked at: a pasted page in another language is not.
  private static let mostWords = 12

  private func unknownWords(of query: Query) throws(IndexError) -> [UnknownWord] {
    var words: [UnknownWord] = []
    var quoted: [Range<Int>]?
    for token in query.tokens where try !isKnown(token.term) {
      if words.count == Self.mostWords { break }
      let quotations = quoted ?? query.text.quotations
      quoted = quotations
      guard !quotations.contains(where: { $0.overlaps(token.range) }),
        let word = UnknownWord(token, of: query.text)
      else { continue }
      words.append(word)
    }
    return words
  }

  private func isKnown(_ term: String) throws(IndexError) -> Bool {
    if term.utf8.first == UInt8(ascii: "=") { return true }
    return try index.dictionary.entry(for: term) != nil
  }

  private func correction(
    of word: UnknownWord, at place: Int, in context: SpellingContext, analyzer: inout Analyzer
  ) throws(IndexError) -> String? {
    if let little = LittleWords.meant(by: word.folded) { return little }
    if let whole = try best(for: word, at: place, in: context, analyzer: &analyzer) { return whole }
    guard !word.isCommon, !word.isName else { return nil }
    return try parted(word, at: place, in: context, analyzer: &analyzer)
  }

  private func best(
    for word: UnknownWord, at place: Int, in context: SpellingContext, analyzer: inout Analyzer
  ) throws(IndexError) -> String? {
    guard let limit = word.limit else { return nil }
    var best: (word: String, rank: Float)?
    let nearest = try candidates.nearest(to: word, within: limit)
    for candidate in nearest.words {
      let text = String(decoding: candidate.word, as: UTF8.self)
      guard let term = analyzer.term(of: text) else {
        // A little word: "befour". The short ones have a list of their own.
        let rank = candidate.rank + Self.doubtOfLittleWord
        if !word.isCommon, rank < best?.rank ?? .infinity { best = (text, rank) }
        continue
      }
      guard term != word.token.term else { continue }
      let completes = try context.completesPhrase([term], at: place)
      guard completes || !word.isCommon else { continue }
      let rank = candidate.rank - (completes ? Self.worthOfPhrase : 0)
      if rank < best?.rank ?? .infinity { best = (text, rank) }
    }
    if let rival = nearest.rival, let rank = best?.rank, rival < rank { return nil }
    return best?.word
  }

  /// So much further off a word may be that completes a phrase.
  private static let worthOfPhrase: Float = 0.5

  /// So much nearer a word must be that no passage is found by.
  private static let doubtOfLittleWord: Float = 0.3
}

// Words written as two, and two as one.
extension SpellingCorrector {
  private static let shortestWhole = 7
  private static let shortestPart = 3

  /// Pairs that the corpus writes as one word: "head ache".
  private func joined(
    _ query: Query, _ context: SpellingContext, _ analyzer: inout Analyzer
  ) throws(IndexError) -> [CorrectedWord] {
    let bytes = Array(query.text.utf8)
    var joined: [CorrectedWord] = []
    for (first, second) in zip(context.tokens, context.tokens.dropFirst()) {
      let range = first.range.lowerBound..<second.range.upperBound
      guard second.range.lowerBound == first.range.upperBound + 1,
        bytes[first.range.upperBound] == UInt8(ascii: " "),
        first.range.count + second.range.count >= Self.shortestWhole,
        // Not where the two are a wording already.
        query.tokens.contains(where: { $0.range == first.range }),
        query.tokens.contains(where: { $0.range == second.range }),
        joined.last?.range.overlaps(range) != true
      else { continue }
      let one = String(decoding: bytes[first.range] + bytes[second.range], as: UTF8.self)
      guard let folded = CaseFoldingFilter().term(for: one),
        let term = analyzer.term(of: folded),
        try isRather(term, than: first.term, second.term),
        !query.text.quotations.contains(where: { $0.overlaps(range) })
      else { continue }
      let typed = String(decoding: bytes[range], as: UTF8.self)
      joined.append(CorrectedWord(range: range, typed: typed, used: folded))
    }
    return joined
  }

  /// Whether one word is at least as frequent as the rarer of two.
  private func isRather(
    _ whole: String, than first: String, _ second: String
  ) throws(IndexError) -> Bool {
    guard let entry = try index.dictionary.entry(for: whole) else { return false }
    let one = try index.dictionary.entry(for: first)?.passageCount ?? 0
    let other = try index.dictionary.entry(for: second)?.passageCount ?? 0
    return entry.passageCount >= min(one, other)
  }

  /// The two words that were run together: "lumberpuncture"; nil if they are not known to belong together.
  private func parted(
    _ word: UnknownWord, at place: Int, in context: SpellingContext, analyzer: inout Analyzer
  ) throws(IndexError) -> String? {
    let letters = word.letters
    guard letters.count >= Self.shortestWhole else { return nil }
    for split in Self.shortestPart...letters.count - Self.shortestPart {
      let parts = [letters[..<split], letters[split...]].map { UnknownWord(part: Array($0)) }
      let terms = parts.map { analyzer.term(of: $0.folded) ?? $0.folded }
      let known = [try isKnown(terms[0]), try isKnown(terms[1])]
      guard known[0] || known[1] else { continue }
      if known[0] && known[1] {
        let used = "\(parts[0].folded) \(parts[1].folded)"
        if try context.completesPhrase(terms, at: place) { return used }
        continue
      }
      let missing = known[0] ? 1 : 0
      guard parts[1 - missing].letters.count > Self.shortestPart else { continue }
      for candidate in try candidates.nearest(to: parts[missing], within: Self.limitForPart).words {
        let text = String(decoding: candidate.word, as: UTF8.self)
        guard let term = analyzer.term(of: text) else { continue }
        let pair = missing == 0 ? [term, terms[1]] : [terms[0], term]
        guard try context.completesPhrase(pair, at: place) else { continue }
        return missing == 0 ? "\(text) \(parts[1].folded)" : "\(parts[0].folded) \(text)"
      }
    }
    return nil
  }

  private static let limitForPart: Float = 0.8
}
