/// The distinct terms of all lexicons, numbered densely in the order in which they were first met.
struct TermTable {
  private(set) var terms: [String] = []
  private var numbers: [TermKey: UInt32] = [:]
  private var lexicons: [KnownTerms] = []

  /// What is known of a lexicon, by its own numbers.
  private struct KnownTerms {
    var texts: [String] = []
    /// Numbers among all; `none` where they are not looked up yet.
    var numbers: [UInt32] = []

    static let none = UInt32.max
  }

  /// Learns terms that a lexicon met since the last call.
  mutating func learn(_ terms: [String], ofLexicon lexicon: Int) {
    while lexicons.count <= lexicon { lexicons.append(KnownTerms()) }
    lexicons[lexicon].texts += terms
    lexicons[lexicon].numbers += repeatElement(KnownTerms.none, count: terms.count)
  }

  /// A lexicon begins anew.
  mutating func forget(lexicon: Int) {
    if lexicon < lexicons.count { lexicons[lexicon] = KnownTerms() }
  }

  /// Gives new numbers from now on.
  mutating func removeAll() {
    terms = []
    numbers = [:]
    for lexicon in lexicons.indices {
      for term in lexicons[lexicon].numbers.indices {
        lexicons[lexicon].numbers[term] = KnownTerms.none
      }
    }
  }

  /// Appends the numbers of a lexicon's terms to others.
  mutating func append(
    numbersOf terms: ArraySlice<UInt32>, ofLexicon lexicon: Int, to all: inout [UInt32]
  ) {
    // A lexicon without terms has no tokens.
    guard !terms.isEmpty else { return }
    var known = KnownTerms()
    swap(&known, &lexicons[lexicon])
    for term in terms {
      var number = known.numbers[Int(term)]
      if number == KnownTerms.none {
        number = self.number(of: known.texts[Int(term)])
        known.numbers[Int(term)] = number
      }
      all.append(number)
    }
    swap(&known, &lexicons[lexicon])
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
