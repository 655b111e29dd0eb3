import Analysis
import InvertedIndex
import TestSupport
import Testing

@testable import Answering

@Suite struct ShownWordsTests {
  /// The terms of the words of a text, by way of their numbers; nil for a word without one.
  private func terms(
    _ text: String, _ words: inout ShownWords, _ letters: FirstLetters? = nil
  ) -> [String?] {
    var ranges: [Range<Int>] = []
    Tokenizer().appendWords(of: text.utf8.span, to: &ranges)
    var terms: [String?] = []
    for range in ranges {
      let number = words.term(of: range, in: text.utf8.span, startingWith: letters)
      terms.append(number.map { words.terms[$0] })
    }
    return terms
  }

  @Test(arguments: [
    "", "a", "The scans were SCANNED; a scan's 8 letters.", "naïve Zürich, 脳 e\u{301}",
    "abcdefgh abcdefghi abcdefghijklmnop abcdefghijklmnopq",
    String(repeating: "lumbar", count: 30) + " " + String(repeating: "lumbar", count: 31),
    "scan at the very end",
  ])
  func `a word has the term that the analyzer gives it, first and later`(text: String) {
    var analyzer = Analyzer.standard()
    let expected = Tokenizer().words(of: text).map { analyzer.term(of: $0.term) }
    var words = ShownWords(.standard())
    for _ in 0..<3 { #expect(terms(text, &words) == expected) }
  }

  @Test func `a word that starts like no term asked for has none until all are asked for`() {
    let text = "Scans, undiagnosed; étude swollen the 8"
    var words = ShownWords(.standard())
    var letters = FirstLetters()
    letters.add("diagnosi")
    for _ in 0..<2 {
      #expect(
        terms(text, &words, letters) == [nil, "diagnosi", "etud", nil, nil, "8"])
    }
    for _ in 0..<2 {
      #expect(terms(text, &words) == ["scan", "diagnosi", "etud", "swell", nil, "8"])
    }
    #expect(terms("scan", &words, letters) == [nil])
  }

  @Test func `only forms of one word change their first letter`() {
    let analyzer = Analyzer.standard()
    let others = ["dying", "lying", "yes", "skies", "early", "ugly", "ions", "use", "bypass"]
    for word in others + WordFamilies.families.joined() {
      guard WordFamilies.keepsFirstLetter(of: word), let term = analyzer.term(ofNewWord: word)
      else { continue }
      #expect(term.first == word.first)
    }
    #expect(!WordFamilies.keepsFirstLetter(of: "undiagnosed"))
    #expect(WordFamilies.keepsFirstLetter(of: "scanned"))
  }

  @Test(arguments: [
    "", "The scans [2] were SCANNED; 8 [12] letters [a].", "脳 [1]", "[1]",
    String(repeating: "lumbar", count: 31) + " puncture",
  ])
  func `tokens are those that the analyzer gives`(text: String) {
    var analyzer = Analyzer.standard()
    var words = ShownWords(.standard())
    for hasCitations in [false, true, false] {
      let expected = analyzer.tokens(of: text, citing: hasCitations)
      #expect(words.tokens(of: text, citing: hasCitations) == expected)
    }
  }

  @Test func `thousands of words are told apart while the table grows`() {
    var random = SeededGenerator(seed: 7)
    let all = (0..<6_000).map { _ in
      String(
        (0..<Int.random(in: 1...18, using: &random)).map { _ in
          "abcdxyz".randomElement(using: &random) ?? "a"
        })
    }
    let text = all.joined(separator: " ")
    var words = ShownWords(Analyzer(filters: []))
    #expect(terms(text, &words) == all)
    #expect(terms(text, &words) == all)
  }

  @Test func `terms are numbered from 0 as they come, each once`() {
    var words = ShownWords(.standard())
    #expect(words.number(ofTerm: "scan") == 0)
    #expect(terms("scans of the brain, scanned", &words) == ["scan", nil, nil, "brain", "scan"])
    #expect(words.number(ofTerm: "brain") == 1)
    #expect(words.terms == ["scan", "brain"])
  }
}
