import Analysis
import Corpus
import TestSupport
import Testing

@testable import InvertedIndex

@Suite struct LexiconTests {
  /// Each word of a text that has a term: the term, and which word it is.
  private func tokens(_ text: String, _ lexicon: inout Lexicon) -> [String] {
    var ranges: [Range<Int>] = []
    let (tokenizer, bytes) = (Tokenizer(), text.utf8Span.span)
    tokenizer.appendWords(of: bytes, to: &ranges)
    return ranges.enumerated().compactMap { position, range in
      let word = lexicon.word(tokenizer.keptPart(of: range, in: bytes), of: bytes)
      return lexicon.words[word].term.map { "\(position) \(lexicon.terms[Int($0)].text)" }
    }
  }

  @Test(arguments: 0..<4 as Range<UInt64>)
  func `a word has the term that the analyzer gives it`(seed: UInt64) {
    var random = RandomText(seed: seed)
    var lexicon = Lexicon(analyzer: .standard(), thesaurus: Thesaurus())
    for number in 0..<200 {
      let text = random.line(words: 30)
      // A new analyzer each time: what it remembers of other texts cannot matter.
      var analyzer = Analyzer.standard()
      let expected = analyzer.tokens(of: text).map { "\($0.position) \($0.term)" }
      #expect(tokens(text, &lexicon) == expected, "seed \(seed), text \(number): \(text)")
    }
  }

  @Test func `a word has one number, however often it is met and however many there are`() {
    var lexicon = Lexicon(analyzer: Analyzer(filters: []), thesaurus: Thesaurus())
    // More words than the table holds at first, twice over, of many lengths.
    let words = (0..<20_000).map { "w\($0)" + String(repeating: "x", count: $0 % 40) }
    for round in 0..<2 {
      for (number, word) in words.enumerated() {
        let found = lexicon.word(0..<word.utf8.count, of: word.utf8Span.span)
        if found != number { Issue.record("round \(round): \(word) is \(found), not \(number)") }
      }
    }
    #expect(lexicon.words.count == words.count)
    #expect(lexicon.terms.map(\.text) == words)
  }

  @Test func `words that differ in one byte, or in their length, are apart`() {
    var lexicon = Lexicon(analyzer: Analyzer(filters: []), thesaurus: Thesaurus())
    let words = ["a", "aa", "ab", "ba", "aaaaaaaaa", "aaaaaaaab", "aaaaaaaa", "é", "e", "è"]
    for word in words { _ = lexicon.word(0..<word.utf8.count, of: word.utf8Span.span) }
    #expect(lexicon.terms.map(\.text) == words)
  }

  /// Swift takes these for the same text; the file's order and its search go by bytes.
  @Test func `texts of other bytes are other terms, though they look the same`() {
    let (composed, parted) = ("\u{D55C}", "\u{1112}\u{1161}\u{11AB}")
    #expect(composed == parted)
    for words in [[composed, parted], [parted, composed]] {
      var lexicon = Lexicon(analyzer: .standard(), thesaurus: Thesaurus())
      for word in words { _ = lexicon.word(0..<word.utf8.count, of: word.utf8Span.span) }
      #expect(lexicon.terms.map { Array($0.text.utf8) } == words.map { Array($0.utf8) })
    }
  }

  @Test func `words of one term share its number, and of one spelling that one's`() {
    var lexicon = Lexicon(analyzer: .standard(), thesaurus: Thesaurus())
    let numbers = ["scan", "Scans", "scanning", "SCAN", "the", "7"].map { word in
      lexicon.word(0..<word.utf8.count, of: word.utf8Span.span)
    }
    let words = numbers.map { lexicon.words[$0] }
    #expect(words.map(\.term) == [0, 0, 0, 0, nil, 1])
    #expect(words.map(\.spelling) == [0, 1, 2, 0, 3, nil])
    #expect(lexicon.spellings == ["scan", "scans", "scanning", "the"])
    // A little word has no term, but counts when two questions are compared.
    #expect(lexicon.lineHashes.allSatisfy { $0 != nil })
  }

  @Test(arguments: [true, false])
  func `a spelling is one, with accents or capitals, whichever is met first`(folds: Bool) {
    let analyzer = folds ? Analyzer.standard() : Analyzer(filters: [])
    for words in [["na\u{EF}ve", "naive", "Na\u{EF}ve"], ["NAIVE", "na\u{EF}ve", "naive"]] {
      var lexicon = Lexicon(analyzer: analyzer, thesaurus: Thesaurus())
      let numbers = words.map { lexicon.word(0..<$0.utf8.count, of: $0.utf8Span.span) }
      #expect(numbers.map { lexicon.words[$0].spelling } == [0, 0, 0])
      #expect(lexicon.spellings == ["naive"])
      #expect(lexicon.lineHashes.count == lexicon.words.count)
    }
  }

  @Test func `a term tells whether a wording of a concept begins with it`() throws {
    var lexicon = Lexicon(analyzer: .standard(), thesaurus: try .sample())
    for word in ["lumbar", "puncture", "spinal", "therapy", "headache"] {
      _ = lexicon.word(0..<word.utf8.count, of: word.utf8Span.span)
    }
    #expect(lexicon.terms.map(\.opensPhrase) == [true, false, true, false, true])
  }
}
