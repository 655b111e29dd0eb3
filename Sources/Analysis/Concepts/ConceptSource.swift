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
}

/// Wordings in memory, found by their first term.
package struct PhraseTable: ConceptSource, Equatable, Sendable {
  package typealias Failure = Never

  /// The longest first, so that the first that fits is the longest that fits.
  private let phrases: [String: [Phrase]]

  package init(_ phrases: [Phrase] = []) {
    let groups = Dictionary(grouping: phrases) { $0.terms[0] }
    self.phrases = groups.mapValues { $0.sorted { $0.terms.count > $1.terms.count } }
  }

  /// The first terms of all wordings, sorted by their bytes.
  package var firstTerms: [String] {
    phrases.keys.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
  }

  /// The wordings that start with a term, the longest first.
  package func phrases(startingWith term: String) -> [Phrase] { phrases[term] ?? [] }

  package func phrases(openingWith tokens: ArraySlice<Token>) -> [Phrase] {
    phrases(startingWith: tokens[tokens.startIndex].term).filter { phrase in
      phrase.terms.count <= tokens.count && zip(phrase.terms, tokens).allSatisfy { $0 == $1.term }
    }
  }

  package func phrases(ofConcept ordinal: Int) -> [Phrase] {
    phrases.values.flatMap { $0.filter { $0.concept == ordinal } }
  }
}
