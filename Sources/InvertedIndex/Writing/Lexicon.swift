internal import Analysis
internal import Corpus

/// Every distinct word met while indexing, with what the analyzer makes of it.
///
/// A word is folded, stemmed and hashed once, however often it occurs; after that it is found by
/// its bytes, and no string is made. Each thread has a lexicon of its own; numbers of words, terms
/// and spellings are dense, in the order in which they were first met.
struct Lexicon {
  /// 32 bytes, because where it stands in memory costs more than all that is done with it.
  struct Word {
    let key: WordKey
    private let termOrNone: UInt32
    private let spellingOrNone: UInt32
    /// What it tells of the kinds of answer.
    let kind: KindWord
    /// Whether nothing is left of it when it is folded.
    let isEmpty: Bool
    /// Whether a wording of a concept begins with its term.
    let opensPhrase: Bool

    /// No lexicon has so many.
    private static let none = UInt32.max

    /// The number of its term; nil for a word that is not indexed.
    var term: UInt32? { termOrNone == Self.none ? nil : termOrNone }
    /// Its number among the words that misspellings are corrected to; nil if it is none.
    var spelling: UInt32? { spellingOrNone == Self.none ? nil : spellingOrNone }

    init(
      key: WordKey, folded: String?, term: UInt32?, spelling: UInt32?, opensPhrase: Bool
    ) {
      self.key = key
      termOrNone = term ?? Self.none
      spellingOrNone = spelling ?? Self.none
      kind = folded.map(KindWord.init(folded:)) ?? KindWord()
      isEmpty = folded == nil
      self.opensPhrase = opensPhrase
    }
  }

  /// What a term is.
  struct Term {
    let text: String
    /// Whether a wording of a concept begins with it.
    let opensPhrase: Bool
  }

  private(set) var words: [Word] = []
  /// Their hashes as words of a question line; nil if nothing is left of one.
  private(set) var lineHashes: [UInt32?] = []
  private(set) var terms: [Term] = []
  private(set) var spellings: [String] = []
  private let analyzer: Analyzer
  private let everyWord = Analyzer.everyWord()
  private let folding = CaseFoldingFilter()
  private let thesaurus: Thesaurus
  private var numberOfTerm: [TermKey: UInt32] = [:]
  private var numberOfSpelling: [String: UInt32] = [:]

  /// The words' bytes one after another, and where each starts; one more for the end.
  private var bytes: [UInt8] = []
  private var starts: [Int] = [0]
  /// Open addressing with linear steps; 0 is free, else a word's number plus 1.
  private var slots = [UInt32](repeating: 0, count: 1 << 12)

  init(analyzer: Analyzer, thesaurus: Thesaurus) {
    self.analyzer = analyzer
    self.thesaurus = thesaurus
  }

  /// The number of a word that stands in a text.
  mutating func word(_ range: Range<Int>, of text: Span<UInt8>) -> Int {
    let key = WordKey(range, of: text)
    var slot = Int(truncatingIfNeeded: key.hash) & (slots.count - 1)
    while slots[slot] != 0 {
      let number = Int(slots[slot]) - 1
      if words[number].key == key, key.isWhole || matches(number, range, of: text) {
        return number
      }
      slot = (slot + 1) & (slots.count - 1)
    }
    slots[slot] = UInt32(words.count + 1)
    append(key, range, of: text)
    if words.count * 2 > slots.count { grow() }
    return words.count - 1
  }

  /// The number of a term, which may be a concept's.
  mutating func number(ofTerm term: String) -> UInt32 {
    let key = TermKey(text: term)
    if let known = numberOfTerm[key] { return known }
    let number = UInt32(terms.count)
    numberOfTerm[key] = number
    terms.append(Term(text: term, opensPhrase: !thesaurus.phrases(startingWith: term).isEmpty))
    return number
  }

  private mutating func append(_ key: WordKey, _ range: Range<Int>, of text: Span<UInt8>) {
    for index in range { bytes.append(text[index]) }
    starts.append(bytes.count)
    let word = String(copying: range, of: text)
    let text = analyzer.term(ofNewWord: word)
    let inLine = text ?? everyWord.term(ofNewWord: word)
    let folded = folding.term(for: word)
    let term = text.map { number(ofTerm: $0) }
    lineHashes.append(inLine.map(QuestionWords.hash))
    words.append(
      Word(
        key: key, folded: folded, term: term, spelling: folded.flatMap { spelling(ofFolded: $0) },
        opensPhrase: term.map { terms[Int($0)].opensPhrase } ?? false))
  }

  private mutating func spelling(ofFolded folded: String) -> UInt32? {
    guard folded.isSpelling else { return nil }
    if let known = numberOfSpelling[folded] { return known }
    let number = UInt32(spellings.count)
    numberOfSpelling[folded] = number
    spellings.append(folded)
    return number
  }

  private func matches(_ number: Int, _ range: Range<Int>, of text: Span<UInt8>) -> Bool {
    let start = starts[number]
    guard starts[number + 1] - start == range.count else { return false }
    for offset in 0..<range.count where bytes[start + offset] != text[range.lowerBound + offset] {
      return false
    }
    return true
  }

  private mutating func grow() {
    var larger = [UInt32](repeating: 0, count: slots.count * 2)
    for (number, word) in words.enumerated() {
      var slot = Int(truncatingIfNeeded: word.key.hash) & (larger.count - 1)
      while larger[slot] != 0 { slot = (slot + 1) & (larger.count - 1) }
      larger[slot] = UInt32(number + 1)
    }
    slots = larger
  }
}
