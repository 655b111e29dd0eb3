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

    init(key: WordKey, like other: Word) {
      self.key = key
      termOrNone = other.termOrNone
      spellingOrNone = other.spellingOrNone
      kind = other.kind
      isEmpty = other.isEmpty
      opensPhrase = other.opensPhrase
    }

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

  private var table = Table()
  /// Their hashes as words of a question line; nil if nothing is left of one.
  private(set) var lineHashes: [UInt32?] = []
  private(set) var terms: [Term] = []
  private(set) var spellings: [String] = []
  private let analyzer: Analyzer
  private let foldsFirst: Bool
  private let everyWord = Analyzer.everyWord()
  private let folding = CaseFoldingFilter()
  private let thesaurus: Thesaurus
  private var numberOfTerm: [TermKey: UInt32] = [:]
  private var numberOfSpelling: [String: UInt32] = [:]

  /// By their numbers.
  var words: [Word] { table.words }

  init(analyzer: Analyzer, thesaurus: Thesaurus) {
    self.analyzer = analyzer
    foldsFirst = analyzer.foldsFirst
    self.thesaurus = thesaurus
  }

  /// The number of a word that stands in a text.
  mutating func word(_ range: Range<Int>, of text: Span<UInt8>) -> Int {
    let key = WordKey(range, of: text)
    return table.find(key, range, of: text) ?? append(key, range, of: text)
  }

  /// Replaces what `numbers` holds by the numbers of words that stand in a text.
  ///
  /// Where a word stands in the table is known before the one before it has been found, so that the
  /// memory is asked for many at once.
  mutating func find(
    _ ranges: [Range<Int>], of text: Span<UInt8>, into numbers: inout [UInt32]
  ) {
    let keys = ranges.map { WordKey($0, of: text) }
    numbers = table.guesses(keys)
    for index in ranges.indices {
      if !table.isWord(numbers[index], keys[index]) {
        numbers[index] = UInt32(word(Tokenizer().keptPart(of: ranges[index], in: text), of: text))
      }
    }
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

  /// Adds a word that is met for the first time.
  private mutating func append(
    _ key: WordKey, _ range: Range<Int>, of bytes: Span<UInt8>
  ) -> Int {
    let word = String(copying: range, of: bytes)
    let folded = folding.term(for: word)
    if foldsFirst, let folded, folded != word, word.utf8.allSatisfy({ $0 < 0x80 }) {
      // Nothing else is made of the word than of its folded form.
      let same = self.word(0..<folded.utf8.count, of: folded.utf8Span.span)
      lineHashes.append(lineHashes[same])
      return table.append(Word(key: key, like: words[same]), range, of: bytes)
    }
    let text = analyzer.term(ofNewWord: word)
    let inLine = text ?? everyWord.term(ofNewWord: word)
    let term = text.map { number(ofTerm: $0) }
    lineHashes.append(inLine.map(QuestionWords.hash))
    return table.append(
      Word(
        key: key, folded: folded, term: term, spelling: folded.flatMap { spelling(ofFolded: $0) },
        opensPhrase: term.map { terms[Int($0)].opensPhrase } ?? false), range, of: bytes)
  }

  private mutating func spelling(ofFolded folded: String) -> UInt32? {
    guard folded.isSpelling else { return nil }
    if let known = numberOfSpelling[folded] { return known }
    let number = UInt32(spellings.count)
    numberOfSpelling[folded] = number
    spellings.append(folded)
    return number
  }
}

extension Lexicon {
  /// Words by their bytes.
  private struct Table {
    private(set) var words: [Word] = []
    /// The words' bytes one after another, and where each starts; one more for the end.
    private var bytes: [UInt8] = []
    private var starts: [Int] = [0]
    /// Open addressing with linear steps; 0 is free, else a word's number plus 1. Words met often
    /// are met early and so stand in the first slot looked at: nearly full, the table does as well
    /// as half full, in half the memory.
    private var slots = [UInt32](repeating: 0, count: 1 << 12)

    func find(_ key: WordKey, _ range: Range<Int>, of text: Span<UInt8>) -> Int? {
      let (slots, words) = (slots.span, words.span)
      var slot = Int(truncatingIfNeeded: key.hash) & (slots.count - 1)
      while slots[slot] != 0 {
        let number = Int(slots[slot]) - 1
        if words[number].key == key, key.isWhole || matches(number, range, of: text) {
          return number
        }
        slot = (slot + 1) & (slots.count - 1)
      }
      return nil
    }

    /// What stands in the first slots where words of some keys might: most are the words.
    func guesses(_ keys: [WordKey]) -> [UInt32] {
      keys.map { slots[Int(truncatingIfNeeded: $0.hash) & (slots.count - 1)] &- 1 }
    }

    /// Whether a number is surely that of the word with a key.
    func isWord(_ number: UInt32, _ key: WordKey) -> Bool {
      number < words.count && words[Int(number)].key == key && key.isWhole
    }

    /// - Returns: its number.
    mutating func append(_ word: Word, _ range: Range<Int>, of text: Span<UInt8>) -> Int {
      words.append(word)
      for index in range { bytes.append(text[index]) }
      starts.append(bytes.count)
      if words.count * 4 > slots.count * 3 {
        slots = [UInt32](repeating: 0, count: slots.count * 2)
        for number in words.indices { enter(number) }
      } else {
        enter(words.count - 1)
      }
      return words.count - 1
    }

    private mutating func enter(_ number: Int) {
      var slot = Int(truncatingIfNeeded: words[number].key.hash) & (slots.count - 1)
      while slots[slot] != 0 { slot = (slot + 1) & (slots.count - 1) }
      slots[slot] = UInt32(number + 1)
    }

    private func matches(_ number: Int, _ range: Range<Int>, of text: Span<UInt8>) -> Bool {
      let start = starts[number]
      guard starts[number + 1] - start == range.count else { return false }
      for offset in 0..<range.count where bytes[start + offset] != text[range.lowerBound + offset] {
        return false
      }
      return true
    }
  }
}
