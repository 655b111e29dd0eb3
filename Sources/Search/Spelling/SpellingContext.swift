import Analysis
import InvertedIndex

/// The words around a misspelt one, which tell what was meant: "lumber" before "puncture".
struct SpellingContext {
  private let concepts: ConceptStore
  /// The question's words that have a term, as far as they have been corrected.
  private(set) var tokens: [Token]

  init(_ text: String, _ concepts: ConceptStore, _ analyzer: inout Analyzer) {
    self.concepts = concepts
    tokens = analyzer.tokens(of: text)
  }

  /// The place of the word that starts at a byte of the question.
  func index(ofWordAt start: Int) -> Int? { tokens.firstIndex { $0.range.lowerBound == start } }

  mutating func replace(_ index: Int, by term: String) { tokens[index].term = term }

  /// Whether terms in place of one complete a phrase of the thesaurus, with its neighbours or by
  /// themselves.
  func completesPhrase(_ terms: [String], at index: Int) throws(IndexError) -> Bool {
    let first = max(0, index - Self.reach)
    let last = min(tokens.count, index + 1 + Self.reach)
    var window = Array(tokens[first..<last])
    let old = window[index - first]
    let new = terms.map { Token(term: $0, range: old.range, position: old.position) }
    window.replaceSubrange(index - first...index - first, with: new)
    let place = index - first..<index - first + terms.count
    for match in try ConceptFinder.matches(in: window, from: concepts)
    where match.tokens.count > 1 && match.tokens.lowerBound <= place.lowerBound
      && match.tokens.upperBound >= place.upperBound
    { return true }
    return false
  }

  /// Words to either side; longer phrases are met by their nearest words.
  private static let reach = 4
}
