package import Corpus

/// Turns text into terms: a tokenizer, then filters.
///
/// The front door of this stage. Documents and questions go through the same analyzer, so a word
/// of one can meet a word of the other. What it makes of a word is remembered: a word is folded
/// and stemmed once however often it occurs. Holds C state, so each thread makes its own.
package struct Analyzer {
  private let tokenizer = Tokenizer()
  private let filters: [any TokenFilter]
  private var termOfWord: [String: String?] = [:]

  package init(filters: [any TokenFilter]) { self.filters = filters }

  /// Fold, drop stop words, join word families, stem: in this order, because the tables hold
  /// folded, unstemmed words.
  package static func standard() -> Analyzer {
    Analyzer(filters: [CaseFoldingFilter(), StopWordFilter(), WordFamilies(), StemmingFilter()])
  }

  /// The same, but little words keep a term: for comparing how two questions are put.
  package static func everyWord() -> Analyzer {
    Analyzer(filters: [CaseFoldingFilter(), WordFamilies(), StemmingFilter()])
  }

  /// Differs between analyzers that may give different terms, and between ways of cutting documents
  /// into passages; an index keeps the one it was made with.
  package var fingerprint: ContentHash {
    let parts = ["words-2", CorpusReader.fingerprint] + filters.map(\.fingerprint)
    return ContentHash(parts.joined(separator: "\n"))
  }

  /// Whether nothing but its folded form decides what becomes of a word.
  package var foldsFirst: Bool { filters.first is CaseFoldingFilter }

  /// The tokens that have a term, in order; positions count the others too.
  package mutating func tokens(of text: String) -> [Token] {
    var tokens = tokenizer.words(of: text)
    var kept = 0
    for index in tokens.indices {
      guard let term = term(of: tokens[index].term) else { continue }
      tokens[kept] = tokens[index]
      tokens[kept].term = term
      kept += 1
    }
    tokens.removeLast(tokens.count - kept)
    return tokens
  }

  /// The term of one word; nil if it has none.
  package mutating func term(of word: String) -> String? {
    if let known = termOfWord[word] { return known }
    let term = term(ofNewWord: word)
    termOfWord[word] = .some(term)
    return term
  }

  /// The same, for a caller that remembers words itself.
  package func term(ofNewWord word: String) -> String? {
    var term: String? = word
    for filter in filters {
      guard let current = term else { return nil }
      term = filter.term(for: current)
    }
    return term
  }
}
