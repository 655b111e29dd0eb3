internal import Analysis
internal import Corpus
internal import InvertedIndex
internal import Search

/// What a question is told that finds no answer: what of it is not here, and where to look instead.
struct Signposts {
  /// As typed.
  var missing: [String] = []
  /// Whether many words are missing and hardly one is a little word of English.
  var mayBeForeign = false
  /// Words of the corpus, nearest first.
  var alike: [String] = []
  var pointers: [Pointer] = []

  /// For a question of which no word is known.
  static func toLikeWords(
    _ reading: Reading, _ searcher: Searcher
  ) throws(IndexError) -> Signposts {
    let missing = reading.typed(reading.query.ownTerms)
    if mayBeForeign(reading, missing: missing.count) {
      return Signposts(missing: missing, mayBeForeign: true)
    }
    let nearest = NearestWords(searcher.index)
    var alike: [String] = []
    for word in missing.prefix(mostWords) {
      alike += try nearest.words(like: word).filter { !alike.contains($0) }
    }
    return Signposts(missing: missing, alike: alike)
  }

  /// A pasted page is not looked up word by word.
  private static let mostWords = 4

  /// Fewer missing words tell no language.
  private static let fewestMissing = 3
  /// In English more than one word in four is a little one.
  private static let wordsToALittleOne = 4

  /// A little word that another was read as is no sign of English.
  static func mayBeForeign(_ reading: Reading, missing: Int) -> Bool {
    guard missing >= fewestMissing else { return false }
    let words = Tokenizer().words(of: reading.query.text)
    let read = reading.corrections.count { StopWordFilter.isStopWord($0.used) }
    let little = words.count {
      StopWordFilter.isStopWord(CaseFoldingFilter().term(for: $0.term) ?? "")
    }
    return (little - read) * wordsToALittleOne <= words.count
  }
}

extension Answerer {
  /// - Parameters:
  ///   - unmatched: the question's own terms that the best passage does not hold.
  ///   - hits: at least one, best first.
  mutating func signposts(
    _ reason: Verdict.Reason, _ reading: Reading, _ unmatched: [QueryTerm], _ hits: [Hit]
  ) throws(IndexError) -> Signposts {
    var signposts = Signposts(missing: reading.typed(try missing(of: reading.query, unmatched)))
    switch reason {
    case .empty, .unknownWords: break
    case .offTopic:
      signposts.mayBeForeign = Signposts.mayBeForeign(
        reading, missing: signposts.missing.count)
    case .notCovered: signposts.pointers = try pointers(to: hits)
    case .wordsApart:
      let apart = try pointersApart(reading, unmatched, best: hits[0].passage)
      signposts.pointers = apart.isEmpty ? try pointers(to: hits) : apart
    }
    return signposts
  }

  /// What is known to be absent; else the telling words that no passage holds; else all that are
  /// unmatched.
  private func missing(
    of query: Query, _ unmatched: [QueryTerm]
  ) throws(IndexError) -> [QueryTerm] {
    let absent = unmatched.filter { query.absentTopics.contains($0.term) }
    if !absent.isEmpty { return absent }
    var unknown: [QueryTerm] = []
    for term in unmatched where !LightWords.contains(term.word) {
      if try searcher.index.dictionary.entry(for: term.term) == nil { unknown.append(term) }
    }
    return unknown.isEmpty ? unmatched : unknown
  }

  private static let mostPointers = 3

  private func pointers(to hits: [Hit]) throws(IndexError) -> [Pointer] {
    var pointers: [Pointer] = []
    for hit in hits.prefix(Self.mostPointers) { pointers.append(try pointer(to: hit.passage)) }
    return pointers
  }

  private func pointer(
    to passage: PassageID, for word: String? = nil
  ) throws(IndexError) -> Pointer {
    let passage = try searcher.index.passage(passage)
    return Pointer(document: passage.source.path, headings: passage.headings, word: word)
  }

  /// One to the best passage, one to where the rarest word stands that it lacks; none if it lacks
  /// nothing that is known.
  private mutating func pointersApart(
    _ reading: Reading, _ unmatched: [QueryTerm], best: PassageID
  ) throws(IndexError) -> [Pointer] {
    let held = reading.query.ownTerms.filter { !unmatched.contains($0) }
    guard let here = try rarestTelling(of: held), let there = try rarestTelling(of: unmatched)
    else { return [] }
    let query = try query(there.word)
    guard let other = try searcher.search(query, limit: 1).first?.passage, other != best else {
      return []
    }
    return [
      try pointer(to: best, for: reading.typed([here])[0]),
      try pointer(to: other, for: reading.typed([there])[0]),
    ]
  }

  private func rarestTelling(of terms: [QueryTerm]) throws(IndexError) -> QueryTerm? {
    var rarest: (term: QueryTerm, holding: Int)?
    for term in terms where !LightWords.contains(term.word) {
      guard let entry = try searcher.index.dictionary.entry(for: term.term) else { continue }
      if entry.passageCount < rarest?.holding ?? .max { rarest = (term, entry.passageCount) }
    }
    return rarest?.term
  }
}
