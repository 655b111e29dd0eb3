/// The distinct terms of all lexicons, numbered densely in the order in which they were first met.
struct TermTable {
  private(set) var terms: [String] = []
  private var numbers = KeyedTable<Entry>()
  private var lexicons: [KnownTerms] = []

  private struct Entry: Keyed { let key: WordKey }

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
    numbers = KeyedTable()
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
    let start = all.count
    all += repeatElement(0, count: terms.count)
    let texts = known.texts
    do {
      var all = all.mutableSpan
      var numbers = known.numbers.mutableSpan
      let terms = terms.span
      for index in terms.indices {
        let term = Int(terms[index])
        if numbers[term] == KnownTerms.none { numbers[term] = number(of: texts[term]) }
        all[start + index] = numbers[term]
      }
    }
    swap(&known, &lexicons[lexicon])
  }

  private mutating func number(of term: String) -> UInt32 {
    let bytes = term.utf8Span.span
    let key = WordKey(bytes.indices, of: bytes)
    if let known = numbers.find(key, bytes.indices, of: bytes) { return UInt32(known) }
    terms.append(term)
    return UInt32(numbers.append(Entry(key: key), bytes.indices, of: bytes))
  }
}
