import Analysis
import Corpus
import TestSupport
import Testing

@testable import InvertedIndex

@Suite struct SegmentBuilderTests {
  static func builder(_ thesaurus: Thesaurus = Thesaurus()) -> SegmentBuilder {
    let reference = Reference(key: "k", title: "", publisher: "", url: "", date: "")
    return SegmentBuilder(analyzer: .standard(), thesaurus: thesaurus, references: [reference])
  }

  static func segment(
    of passages: [Passage], _ builder: inout SegmentBuilder
  ) -> Segment {
    builder.add(path: "a.md", title: "", frontMatter: FrontMatter(), passages: passages)
    return builder.takeSegment()
  }

  @Test(arguments: [false, true], 0..<4 as Range<UInt64>)
  func `question lines are the words that a question of that wording has`(
    hasThesaurus: Bool, seed: UInt64
  ) throws {
    let thesaurus = hasThesaurus ? try Thesaurus.sample() : Thesaurus()
    var random = RandomText(seed: seed)
    let lines = (0..<300).map { _ in random.line(words: 8) }
    var builder = Self.builder(thesaurus)
    let passage = Passage.sample("", headings: ["not this", lines[0]], askedAs: Array(lines[1...]))
    let segment = Self.segment(of: [passage], &builder)
    let expected = lines.map { line in
      // New analyzers each time: what they remember of other lines cannot matter.
      var analyzer = Analyzer.standard()
      return QuestionWords(
        line, analyzer: &analyzer, everyWord: .everyWord(), concepts: thesaurus)
    }
    #expect(segment.questionLines == QuestionLineStore.encode(expected), "seed \(seed)")
    #expect(segment.questionLineLengths == [UInt32(segment.questionLines.count)])
  }

  @Test(arguments: [false, true], 0..<4 as Range<UInt64>)
  func `tokens are those of the analyzer and the concepts met`(
    hasThesaurus: Bool, seed: UInt64
  ) throws {
    let thesaurus = hasThesaurus ? try Thesaurus.sample() : Thesaurus()
    var builder = Self.builder(thesaurus)
    for passage in RandomText.documents(seed: seed, count: 40).joined() {
      let segment = Self.segment(of: [passage], &builder)
      let terms = builder.lexicon.terms
      let found = zip(segment.tokens.terms, segment.tokens.places).map { term, place in
        Self.line(
          TokenPlace.field(of: place), Int(TokenPlace.position(of: place)), terms[Int(term)].text)
      }
      let (expected, lengths) = Self.expected(of: passage, thesaurus)
      #expect(found.sorted() == expected.sorted(), "seed \(seed): \(passage.text)")
      #expect(segment.fieldLengths == [lengths], "seed \(seed): \(passage.text)")
      #expect(segment.tokens.countOfPassage == [UInt32(found.count)])
    }
  }

  /// Field, position and term of every token over the front doors of analysis, and the lengths.
  private static func expected(
    of passage: Passage, _ thesaurus: Thesaurus
  ) -> (tokens: [String], lengths: SIMD4<UInt32>) {
    var found: [String] = []
    var lengths = SIMD4<UInt32>.zero
    for field in Field.allCases {
      var offset = 0
      for text in passage.texts(of: field) {
        var analyzer = Analyzer.standard()
        let isCiting = field == .body && !passage.citations.isEmpty
        let tokens = analyzer.tokens(of: text, citing: isCiting)
        let concepts = ConceptFinder.allMatches(in: tokens, from: thesaurus)
        for token in tokens + concepts.map({ $0.token(in: tokens) }) {
          found.append(line(field.rawValue, offset + token.position, token.term))
        }
        lengths[field: field] += UInt32(tokens.count)
        offset += (tokens.last?.position ?? 0) + IndexFormat.positionGap
      }
    }
    return (found, lengths)
  }

  private static func line(_ field: Int, _ position: Int, _ term: String) -> String {
    "\(field) \(position) \(term)"
  }

  @Test func `a segment counts from zero and is taken once`() {
    var builder = Self.builder()
    for number in 0..<3 {
      builder.add(
        SourceRecord(
          path: "\(number).md", role: .document, size: 1, hash: ContentHash(value: 0)))
      builder.add(
        path: "\(number).md", title: "", frontMatter: FrontMatter(),
        passages: [.sample("scan"), .sample("scan")])
      #expect(builder.documentCount == 1)
      #expect(builder.passageCount == 2)
      let segment = builder.takeSegment()
      #expect(segment.sources.map(\.path) == ["\(number).md"])
      #expect(segment.documents.map(\.passages) == [0..<2])
      #expect(segment.tokens.terms == [0, 0])
      #expect(segment.tokens.places.map(TokenPlace.passage) == [0, 1])
    }
    #expect(builder.passageCount == 0)
    #expect(builder.takeSegment().sources.isEmpty)
  }

  @Test func `spellings count once a passage, over all segments`() {
    var builder = Self.builder()
    for text in ["the scan, the Scan", "no scan", "the"] {
      _ = Self.segment(of: [.sample(text)], &builder)
    }
    #expect(builder.lexicon.spellings == ["the", "scan", "no"])
    #expect(builder.spellings.passages == [2, 2, 1])
    #expect(Self.counts(builder.wordTally()) == ["no": 1, "scan": 2, "the": 2])
  }

  @Test func `a segment tells the terms that were met for the first time`() {
    var builder = Self.builder()
    let terms = ["scan scan", "scan tumour", "scan", "nerve"].map { text in
      Self.segment(of: [.sample(text)], &builder).terms
    }
    #expect(terms == [["scan"], ["tumour"], [], ["nerv"]])
  }

  @Test func `a lexicon that is full is left for a new one, its words told`() {
    var builder = SegmentBuilder(
      analyzer: .standard(), thesaurus: Thesaurus(), references: [], mostWords: 2)
    let segments = ["scan", "scan tumour", "tumour", "nerve scan"].map { text in
      Self.segment(of: [.sample(text)], &builder)
    }
    #expect(segments.map(\.beginsLexicon) == [false, false, true, false])
    #expect(segments.map(\.terms) == [["scan"], ["tumour"], ["tumour"], ["nerv", "scan"]])
    #expect(segments.map(\.tokens.terms) == [[0], [0, 1], [0], [1, 2]])
    #expect(
      segments.map { $0.words.map(Self.counts) } == [
        nil, ["scan": 2, "tumour": 1], nil, ["nerve": 1, "scan": 1, "tumour": 1],
      ])
    #expect(Self.counts(builder.wordTally()).isEmpty)
  }

  private static func counts(_ tally: WordTally) -> [String: Int] {
    var spool = Spool(folder: nil)
    spool.append(tally.bytes)
    var reader = TallyReader(spool.sealed(), 0..<tally.bytes.count)
    var counts: [String: Int] = [:]
    while reader.advance() { counts[String(decoding: reader.word, as: UTF8.self)] = reader.count }
    return counts
  }

  @Test(arguments: [
    ("[1]", 1..<2, true), ("[123]", 1..<4, true), ("1", 0..<1, false), ("[1", 1..<2, false),
    ("1]", 0..<1, false), ("(1]", 1..<2, false), ("[1)", 1..<2, false), ("[1a]", 1..<3, false),
  ])
  func `a citation is a number in brackets`(text: String, word: Range<Int>, expected: Bool) {
    #expect(text.utf8Span.span.isReference(word) == expected)
  }

  @Test(arguments: [
    (0, 0, 0), (7, 3, 12), (1 << 31, 2, 1 << 30 - 1), (Int(UInt32.max), 3, 1 << 30 - 1),
  ])
  func `a token's place comes back`(passage: Int, field: Int, position: Int) {
    let place = TokenPlace.encode(passage: passage, field: field, position: position)
    #expect(TokenPlace.passage(of: place) == passage)
    #expect(TokenPlace.field(of: place) == field)
    #expect(TokenPlace.position(of: place) == UInt32(position))
  }

  @Test func `a position that does not fit stays at the highest`() {
    let place = TokenPlace.encode(passage: 1, field: 2, position: 1 << 31)
    #expect(TokenPlace.position(of: place) == 1 << 30 - 1)
    #expect(TokenPlace.field(of: place) == 2)
  }
}
