internal import Corpus

/// The distinct terms of all lexicons, numbered densely in the order in which they were first met.
struct TermTable {
  private(set) var terms: [String] = []
  private var numbers: [TermKey: UInt32] = [:]
  /// By lexicon, then by the term's number in it.
  private var numbersOfLexicon: [[UInt32]] = []

  /// Learns the terms that a lexicon has met since the last call.
  ///
  /// - Parameter terms: all of the lexicon's, by their numbers in it.
  mutating func learn(_ terms: some RandomAccessCollection<String>, ofLexicon lexicon: Int) {
    while numbersOfLexicon.count <= lexicon { numbersOfLexicon.append([]) }
    for term in terms.dropFirst(numbersOfLexicon[lexicon].count) {
      numbersOfLexicon[lexicon].append(number(of: term))
    }
  }

  /// The numbers of a lexicon's terms, by their numbers in it.
  func numbers(ofLexicon lexicon: Int) -> [UInt32] { numbersOfLexicon[lexicon] }

  /// The numbers of some terms in the order of the terms' bytes.
  func sorted(where isIncluded: (Int) -> Bool) -> [Int] {
    terms.indices.lazy.filter(isIncluded).map { (number: $0, key: terms[$0].sortingKey) }
      .sorted {
        $0.key == $1.key
          ? terms[$0.number].precedesInBytes(terms[$1.number])
          : $0.key < $1.key
      }.map(\.number)
  }

  private mutating func number(of term: String) -> UInt32 {
    let key = TermKey(text: term)
    if let known = numbers[key] { return known }
    let number = UInt32(terms.count)
    numbers[key] = number
    terms.append(term)
    return number
  }
}

extension String {
  /// The first eight bytes as a number, filled up with zeros: texts with different keys stand in the
  /// order of these.
  var sortingKey: UInt64 {
    let bytes = utf8Span.span
    var key: UInt64 = 0
    for index in 0..<8 { key = key << 8 | (index < bytes.count ? UInt64(bytes[index]) : 0) }
    return key
  }
}
