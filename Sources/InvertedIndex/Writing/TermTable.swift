/// The distinct terms of all lexicons, numbered densely in the order in which they were first met.
struct TermTable {
  private(set) var terms: [String] = []
  private var numbers: [String: UInt32] = [:]
  /// By lexicon, then by the term's number in it.
  private var numbersOfLexicon: [[UInt32]] = []

  /// Learns the terms that a lexicon has met since the last call.
  mutating func learn(_ lexicon: Lexicon, number lexiconNumber: Int) {
    while numbersOfLexicon.count <= lexiconNumber { numbersOfLexicon.append([]) }
    for term in lexicon.terms[numbersOfLexicon[lexiconNumber].count...] {
      numbersOfLexicon[lexiconNumber].append(number(of: term.text))
    }
  }

  /// The numbers of a lexicon's terms, by their numbers in it.
  func numbers(ofLexicon lexicon: Int) -> [UInt32] { numbersOfLexicon[lexicon] }

  /// The terms' numbers in the order of the terms' bytes.
  func sorted() -> [Int] {
    terms.indices.sorted { terms[$0].utf8.lexicographicallyPrecedes(terms[$1].utf8) }
  }

  private mutating func number(of term: String) -> UInt32 {
    if let known = numbers[term] { return known }
    let number = UInt32(terms.count)
    numbers[term] = number
    terms.append(term)
    return number
  }
}
