internal import Analysis
internal import Corpus
package import Search

/// What a question seeks in the passages that are shown for it, worked out once for all of them.
package struct SoughtTerms {
  /// A term of the question where it stands in a text.
  struct Place {
    /// In `terms`.
    let term: Int
    /// Half-open, in bytes of the text.
    let range: Range<Int>
  }

  /// A term of the question and how it was typed.
  struct Typed {
    /// In `terms`.
    let term: Int
    let folded: String
  }

  let query: Query
  /// The terms asked for and those of every wording of their concepts, sorted.
  let terms: [String]
  /// The idf of each; 0 for one that the corpus does not hold.
  let rarities: [Float]
  /// In the order of the question.
  let typed: [Typed]
  /// What each term of `ShownWords` is to this question, by number: 0 nothing, 1 part of a wording,
  /// more than that a term asked for, 2 above its place in `terms`.
  private let roles: [Int]
  /// Of the terms asked for.
  private let firstLetters: FirstLetters

  /// - Parameter rarities: the idf of each term of the question that the corpus holds.
  package init(_ query: Query, rarities: [String: Float], words: inout ShownWords) {
    self.query = query
    let asked = query.scoredTerms
    let phrases = query.wordings.all
    let terms = Self.terms(asked, phrases)
    self.terms = terms
    self.rarities = terms.map { rarities[$0] ?? 0 }
    let folding = CaseFoldingFilter()
    typed = asked.compactMap { term in
      terms.firstIndex(of: term.term).map {
        Typed(term: $0, folded: folding.term(for: term.word) ?? term.word)
      }
    }
    var roles: [Int] = []
    func give(_ role: Int, to term: String) {
      let number = words.number(ofTerm: term)
      while roles.count <= number { roles.append(0) }
      roles[number] = role
    }
    for phrase in phrases {
      for term in phrase.terms { give(1, to: term) }
      for term in phrase.required { give(1, to: term) }
      for term in phrase.excluded { give(1, to: term) }
    }
    var firstLetters = FirstLetters()
    for term in asked {
      give((terms.firstIndex(of: term.term) ?? 0) + 2, to: term.term)
      firstLetters.add(term.term)
    }
    self.roles = roles
    self.firstLetters = firstLetters
  }

  /// Those asked for and those of the wordings' concepts, sorted.
  private static func terms(_ asked: [QueryTerm], _ phrases: [Phrase]) -> [String] {
    var terms: Set<String> = []
    for term in asked { terms.insert(term.term) }
    var last = ""
    // A concept has many wordings.
    for phrase in phrases where phrase.conceptTerm != last {
      last = phrase.conceptTerm
      terms.insert(last)
    }
    return terms.sorted()
  }

  /// Where the words and wordings of concepts stand that are asked for, in order. One may lie inside
  /// another: "proton" in "proton therapy".
  func places(
    in text: Span<UInt8>, citing hasCitations: Bool, words: inout ShownWords
  ) -> [Place] {
    var ranges: [Range<Int>] = []
    ranges.reserveCapacity(text.count / 5)
    Tokenizer().appendWords(of: text, to: &ranges)
    var single: [Place] = []
    // Stretches of other words as one token without a term, for who looks for phrases.
    var tokens: [Token] = []
    let hasWordings = !query.wordings.isEmpty
    // What stands between the words of a wording matters, whatever it starts with.
    let letters = hasWordings ? nil : firstLetters
    for (position, range) in ranges.enumerated() {
      guard let number = words.term(of: range, in: text, startingWith: letters),
        !(hasCitations && text.isReference(range))
      else { continue }
      let role = number < roles.count ? roles[number] : 0
      if role > 1 { single.append(Place(term: role - 2, range: range)) }
      guard hasWordings, role > 0 || tokens.last?.term.isEmpty != true else { continue }
      let term = role > 0 ? words.terms[number] : ""
      tokens.append(Token(term: term, range: range, position: position))
    }
    return hasWordings ? joined(single, wordings(in: tokens)) : single
  }

  private func wordings(in tokens: [Token]) -> [Place] {
    ConceptFinder.allMatches(in: tokens, from: query.wordings).compactMap { match in
      let token = match.token(in: tokens)
      return terms.firstIndex(of: token.term).map { Place(term: $0, range: token.range) }
    }
  }

  private func joined(_ single: [Place], _ found: [Place]) -> [Place] {
    let alone = single.filter { place in !found.contains { $0.range.overlaps(place.range) } }
    return (found + alone).sorted { $0.range.lowerBound < $1.range.lowerBound }
  }
}

extension Span<UInt8> {
  /// Whether a word is the number of a citation: digits in square brackets.
  func isReference(_ word: Range<Int>) -> Bool {
    guard word.lowerBound > 0, word.upperBound < count, self[word.lowerBound - 1] == 0x5B,
      self[word.upperBound] == 0x5D
    else { return false }
    return word.allSatisfy { (0x30...0x39).contains(self[$0]) }
  }
}
