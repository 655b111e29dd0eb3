internal import Analysis
package import Corpus

/// Turns parsed documents into segments; each thread of a build has one of its own.
package struct SegmentBuilder {
  private(set) var lexicon: Lexicon
  private(set) var spellings = SpellingCounts()
  private let analyzer: Analyzer
  private let thesaurus: Thesaurus
  /// A lexicon that has met so many words is left for a new one.
  private let mostWords: Int
  private let ordinalOfReference: [String: Int]
  private let tokenizer = Tokenizer()
  private var segment = Segment()
  /// How many terms of the lexicon are told by segments taken before.
  private var toldTerms = 0
  // Kept from text to text for their memory.
  private var ranges: [Range<Int>] = []
  private var words: [UInt32] = []
  private var kindWords: [KindWord] = []

  init(
    analyzer: Analyzer, thesaurus: Thesaurus, references: [Reference],
    mostWords: Int = BuildLimits().words
  ) {
    self.analyzer = analyzer
    self.mostWords = mostWords
    lexicon = Lexicon(analyzer: analyzer, thesaurus: thesaurus)
    self.thesaurus = thesaurus
    ordinalOfReference = Dictionary(
      references.enumerated().map { ($0.element.key, $0.offset) },
      uniquingKeysWith: { one, _ in one })
  }

  package var documentCount: Int { segment.documents.count }
  package var passageCount: Int { segment.passageCount }

  package mutating func add(_ source: SourceRecord) { segment.sources.append(source) }

  /// Adds a document and its passages.
  package mutating func add(
    path: String, title: String, frontMatter: FrontMatter, passages: [Passage]
  ) {
    let first = segment.passageCount
    for passage in passages { add(passage) }
    segment.documents.append(
      DocumentRecord(
        path: path, title: title, frontMatter: frontMatter,
        passages: first..<segment.passageCount))
  }

  /// What was added since the last call.
  package mutating func takeSegment() -> Segment {
    segment.terms = lexicon.terms[toldTerms...].map(\.text)
    toldTerms = lexicon.terms.count
    var next = Segment(likely: segment)
    if lexicon.words.count >= mostWords {
      segment.words = wordTally()
      lexicon = Lexicon(analyzer: analyzer, thesaurus: thesaurus)
      spellings = SpellingCounts()
      toldTerms = 0
      next.beginsLexicon = true
    }
    swap(&segment, &next)
    return next
  }

  /// The words that misspellings are corrected to, of all segments since the lexicon was begun.
  package func wordTally() -> WordTally {
    WordTally(
      zip(lexicon.spellings, spellings.passages).lazy.filter { $0.1 > 0 }
        .map { (word: $0.0, passages: $0.1) })
  }

  private mutating func add(_ passage: Passage) {
    let tokensBefore = segment.tokens.terms.count
    var lengths = SIMD4<UInt32>.zero
    spellings.beginPassage()
    for field in Field.allCases {
      var offset = 0
      passage.forEachText(of: field) { text in
        let isCiting = field == .body && !passage.citations.isEmpty
        let kept = addTokens(of: text.utf8Span.span, field, offset: offset, isCiting: isCiting)
        lengths[field: field] += UInt32(kept.count)
        offset += kept.last + IndexFormat.positionGap
      }
    }
    segment.tokens.countOfPassage.append(UInt32(segment.tokens.terms.count - tokensBefore))
    segment.fieldLengths.append(lengths)
    segment.traits.append(PassageTraits(passage, words: kindWords).rawValue)
    append(QuestionLineStore.encode(passage.questionLines.map { questionWords(of: $0) }))
    appendRecord(of: passage)
  }

  private mutating func append(_ questionLines: [UInt8]) {
    segment.questionLines += questionLines
    segment.questionLineLengths.append(UInt32(questionLines.count))
  }

  private mutating func appendRecord(of passage: Passage) {
    let citations = passage.citations.compactMap { ordinalOfReference[$0] }
    let start = segment.passages.count
    PassageStore.append(passage, citationOrdinals: citations, to: &segment.passages)
    segment.passageLengths.append(UInt32(segment.passages.count - start))
  }

  /// Adds one text's tokens, and the concepts it speaks of as further tokens.
  ///
  /// - Returns: how many words have a term, and the position of the last of them, or 0.
  private mutating func addTokens(
    of bytes: Span<UInt8>, _ field: Field, offset: Int, isCiting: Bool
  ) -> (count: Int, last: Int) {
    let passage = segment.passageCount
    findWords(in: bytes)
    spellings.count(words, of: lexicon.words, spellings: lexicon.spellings.count)
    if field == .body { lexicon.findKinds(of: words, ranges, in: bytes, into: &kindWords) }
    let known = segment.tokens.count
    let opensPhrase = addTerms(
      from: TokenPlace.encode(passage: passage, field: field.rawValue, position: offset),
      without: isCiting ? references(in: bytes) : [])
    let count = segment.tokens.count - known
    let last = count > 0 ? segment.tokens.lastPosition - offset : 0
    if opensPhrase {
      for concept in concepts(in: tokens(of: bytes, isCiting: isCiting)) {
        segment.tokens.terms.append(lexicon.number(ofTerm: concept.term))
        segment.tokens.places.append(
          TokenPlace.encode(
            passage: passage, field: field.rawValue, position: offset + concept.position))
      }
    }
    return (count, last)
  }

  /// Adds the tokens of the words that have a term.
  ///
  /// - Parameters:
  ///   - first: the place of the first word.
  ///   - references: the positions of words that are left out, ascending.
  /// - Returns: whether a concept's wording may begin among them.
  private mutating func addTerms(from first: UInt64, without references: [Int]) -> Bool {
    var opensPhrase = false
    var start = 0
    for number in 0...references.count {
      let end = number < references.count ? references[number] : words.count
      let place = TokenPlace.encode(first, plus: start)
      if segment.tokens.append(words[start..<end], of: lexicon.words, from: place) {
        opensPhrase = true
      }
      start = end + 1
    }
    return opensPhrase
  }

  /// The positions of the words that are numbers of citations.
  private func references(in bytes: Span<UInt8>) -> [Int] {
    words.indices.filter { bytes.isReference(ranges[$0]) }
  }

  /// Fills `words` with the numbers of a text's words; `ranges` starts with where they stand.
  private mutating func findWords(in bytes: Span<UInt8>) {
    let count = tokenizer.findWords(of: bytes, into: &ranges)
    lexicon.find(ranges[..<count], of: bytes, into: &words)
  }

  /// The text whose words were found last, as the analyzer would give it.
  private func tokens(of bytes: Span<UInt8>, isCiting: Bool) -> [Token] {
    var tokens: [Token] = []
    for (position, word) in words.enumerated() {
      guard let term = lexicon.words[Int(word)].term else { continue }
      if isCiting, bytes.isReference(ranges[position]) { continue }
      tokens.append(
        Token(
          term: lexicon.terms[Int(term)].text, range: ranges[position], position: position))
    }
    return tokens
  }

  /// The concepts that some tokens speak of, each as a token at the place of its first word.
  private func concepts(in tokens: [Token]) -> [Token] {
    ConceptFinder.allMatches(in: tokens, from: thesaurus).map { $0.token(in: tokens) }
  }

  /// The same as `QuestionWords.init(_:analyzer:everyWord:concepts:)` makes of a line.
  private mutating func questionWords(of line: String) -> QuestionWords {
    let bytes = line.utf8Span.span
    findWords(in: bytes)
    if !words.contains(where: { lexicon.words[Int($0)].opensPhrase }) {
      return QuestionWords(words.compactMap { lexicon.lineHashes[Int($0)] })
    }
    let content = tokens(of: bytes, isCiting: false)
    let matches = ConceptFinder.matches(in: content, from: thesaurus)
    let folded = ConceptFinder.folded(content, matches).map { QuestionWords.hash($0.term) }
    let little = words.compactMap { word in
      lexicon.words[Int(word)].term == nil ? lexicon.lineHashes[Int(word)] : nil
    }
    return QuestionWords(folded + little)
  }
}

extension Passage {
  /// Hands on what is indexed of a field, text by text.
  fileprivate func forEachText(of field: Field, _ body: (String) -> Void) {
    switch field {
    case .title: body(title)
    case .heading: headings.forEach(body)
    case .askedAs: askedAs.forEach(body)
    case .body: body(text)
    }
  }
}

extension Span<UInt8> {
  /// Whether a word is the number of a citation: `[1]`.
  func isReference(_ word: Range<Int>) -> Bool {
    guard word.lowerBound > 0, word.upperBound < count, self[word.lowerBound - 1] == 0x5B,
      self[word.upperBound] == 0x5D
    else { return false }
    for index in word where !(0x30...0x39).contains(self[index]) { return false }
    return true
  }
}
