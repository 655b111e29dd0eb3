internal import Corpus

/// Where wordings of concepts are looked up: in a thesaurus just read, or in an index.
package protocol ConceptSource {
  /// An error of looking up; `Never` where nothing can fail.
  associatedtype Failure: Error

  /// The wordings whose terms are the first terms of some tokens, the longest first; guards are
  /// not looked at.
  ///
  /// - Precondition: there is at least one token.
  func phrases(openingWith tokens: ArraySlice<Token>) throws(Failure) -> [Phrase]

  /// Every wording of one concept.
  func phrases(ofConcept ordinal: Int) throws(Failure) -> [Phrase]

  /// The concepts under which an answer about one may stand too.
  func related(toConcept ordinal: Int) throws(Failure) -> [Int]

  /// Whether the corpus is known not to tell of a concept.
  func isAbsent(concept ordinal: Int) throws(Failure) -> Bool
}

/// Wordings in memory, found by their first term.
package struct PhraseTable: ConceptSource, Equatable, Sendable {
  package typealias Failure = Never

  /// Sorted by first term; of the same one, the longest first, so that the first that fits is the
  /// longest that fits.
  private let phrases: [Phrase]

  package var isEmpty: Bool { phrases.isEmpty }
  /// Sorted by first term.
  package var all: [Phrase] { phrases }

  package init(_ phrases: [Phrase] = []) {
    self.phrases = phrases.sorted { left, right in
      let (one, other) = (left.terms[0], right.terms[0])
      return one == other ? left.terms.count > right.terms.count : one < other
    }
  }

  /// The first terms of all wordings, sorted by their bytes.
  package var firstTerms: [String] {
    phrases.indices.filter { $0 == 0 || phrases[$0].terms[0] != phrases[$0 - 1].terms[0] }
      .map { phrases[$0].terms[0] }
      .sorted { $0.precedesInBytes($1) }
  }

  /// The wordings that start with a term, the longest first.
  package func phrases(startingWith term: String) -> ArraySlice<Phrase> {
    var low = 0
    var high = phrases.count
    while low < high {
      let middle = (low + high) / 2
      if phrases[middle].terms[0] < term { low = middle + 1 } else { high = middle }
    }
    return phrases[low...].prefix { $0.terms[0] == term }
  }

  package func phrases(openingWith tokens: ArraySlice<Token>) -> [Phrase] {
    phrases(startingWith: tokens[tokens.startIndex].term).filter { phrase in
      phrase.terms.count <= tokens.count && zip(phrase.terms, tokens).allSatisfy { $0 == $1.term }
    }
  }

  package func phrases(ofConcept ordinal: Int) -> [Phrase] {
    phrases.filter { $0.concept == ordinal }
  }

  /// A table of wordings knows no relations.
  package func related(toConcept ordinal: Int) -> [Int] { [] }

  package func isAbsent(concept ordinal: Int) -> Bool { false }
}
