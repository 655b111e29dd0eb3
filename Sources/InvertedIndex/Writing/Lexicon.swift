internal import Analysis
internal import Corpus

/// Every distinct word met while indexing, with what the analyzer makes of it.
///
/// A word is folded, stemmed and hashed once, however often it occurs; after that it is found by
/// its bytes, and no string is made. Each thread has a lexicon of its own; numbers of words, terms
/// and spellings are dense, in the order in which they were first met.
struct Lexicon {
  /// 32 bytes, because where it stands in memory costs more than all that is done with it.
  struct Word: Keyed {
    let key: WordKey
    /// The number of its term; `none` for a word that is not indexed.
    let termOrNone: UInt32
    /// Its number among the words that misspellings are corrected to plus 1; 0 if it is none.
    let spellingOrZero: UInt32
    /// What it tells of the kinds of answer.
    let kind: KindWord
    /// 1 if it has a term, else 0; so that tokens are counted by adding, because no processor guesses
    /// which words have one.
    let tokenCount: UInt8
    /// 1 if something is left of it when it is folded, else 0.
    let kindCount: UInt8
    /// Whether what stands around it matters to its kind.
    let kindDependsOnPlace: Bool
    /// Whether a wording of a concept begins with its term.
    let opensPhrase: Bool

    /// No lexicon has so many.
    private static let none = UInt32.max

    /// The number of its term; nil for a word that is not indexed.
    var term: UInt32? { termOrNone == Self.none ? nil : termOrNone }
    /// Its number among the words that misspellings are corrected to; nil if it is none.
    var spelling: UInt32? { spellingOrZero == 0 ? nil : spellingOrZero - 1 }

    init(key: WordKey, like other: Word) {
      self.key = key
      termOrNone = other.termOrNone
      spellingOrZero = other.spellingOrZero
      kind = other.kind
      tokenCount = other.tokenCount
      kindCount = other.kindCount
      kindDependsOnPlace = other.kindDependsOnPlace
      opensPhrase = other.opensPhrase
    }

    init(
      key: WordKey, folded: String?, term: UInt32?, spelling: UInt32?, opensPhrase: Bool
    ) {
      self.key = key
      termOrNone = term ?? Self.none
      spellingOrZero = spelling.map { $0 + 1 } ?? 0
      kind = folded.map(KindWord.init(folded:)) ?? KindWord()
      tokenCount = term == nil ? 0 : 1
      kindCount = folded == nil ? 0 : 1
      kindDependsOnPlace = kind.dependsOnPlace
      self.opensPhrase = opensPhrase
    }
  }

  /// What a term is.
  struct Term: Keyed {
    let key: WordKey
    let text: String
    /// Whether a wording of a concept begins with it.
    let opensPhrase: Bool
  }

  private var table = KeyedTable<Word>()
  private var termTable = KeyedTable<Term>()
  /// Their hashes as words of a question line; nil if nothing is left of one.
  private(set) var lineHashes: [UInt32?] = []
  private(set) var spellings: [String] = []
  private let analyzer: Analyzer
  private let foldsFirst: Bool
  private let everyWord = Analyzer.everyWord()
  private let folding = CaseFoldingFilter()
  private let thesaurus: Thesaurus
  /// Kept from text to text for its memory.
  private var keys: [WordKey] = []

  /// By their numbers.
  var words: [Word] { table.elements }
  /// By their numbers.
  var terms: [Term] { termTable.elements }

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
    _ ranges: ArraySlice<Range<Int>>, of text: Span<UInt8>, into numbers: inout [UInt32]
  ) {
    table.guess(ranges, of: text, &keys, &numbers)
    var index = 0
    while true {
      // Numbers of new words come in between, so the table is asked again after each.
      index = table.makeSure(of: &numbers, from: index, keys)
      guard index < numbers.count else { return }
      let range = ranges[ranges.startIndex + index]
      numbers[index] = UInt32(word(Tokenizer().keptPart(of: range, in: text), of: text))
      index += 1
    }
  }

  /// The number of a term, which may be a concept's.
  mutating func number(ofTerm term: String) -> UInt32 {
    let bytes = term.utf8Span.span
    let key = WordKey(bytes.indices, of: bytes)
    if let known = termTable.find(key, bytes.indices, of: bytes) { return UInt32(known) }
    let opensPhrase = !thesaurus.phrases(startingWith: term).isEmpty
    return UInt32(
      termTable.append(
        Term(key: key, text: term, opensPhrase: opensPhrase), bytes.indices, of: bytes))
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
    let spelling = folded.flatMap { self.spelling(of: word, folded: $0) }
    lineHashes.append(inLine.map(QuestionWords.hash))
    return table.append(
      Word(
        key: key, folded: folded, term: term, spelling: spelling,
        opensPhrase: term.map { terms[Int($0)].opensPhrase } ?? false), range, of: bytes)
  }

  /// A folded word stays as it is when it is folded again, and so is a word that has its spelling.
  private mutating func spelling(of word: String, folded: String) -> UInt32? {
    guard folded.isSpelling else { return nil }
    guard folded == word else {
      let same = self.word(0..<folded.utf8.count, of: folded.utf8Span.span)
      return words[same].spelling
    }
    spellings.append(folded)
    return UInt32(spellings.count - 1)
  }
}
