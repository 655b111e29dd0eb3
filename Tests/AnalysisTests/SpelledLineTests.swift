import TestSupport
import Testing

@testable import Analysis

@Suite struct SpelledLineTests {
  /// The words of a line, each with its place in the text.
  func words(_ text: String) -> [String] {
    let line = SpelledLine(text)
    return line.words.map { word in
      "\(String(decoding: line.bytes[word.range], as: UTF8.self)) \(word.source)"
    }
  }

  /// The same by way of tokens and strings.
  func model(_ text: String) -> [String] {
    Tokenizer().words(of: text).compactMap { token in
      CaseFoldingFilter().term(for: token.term).map { "\($0) \(token.range)" }
    }
  }

  @Test(
    arguments: [
      ("", []), (" .,' ", []), ("How LONG?", ["how 0..<3", "long 4..<8"]),
      ("5 % [2] 1,000", ["5 0..<1", "2 5..<6", "1000 8..<13"]),
      ("the patient's, I'll", ["the 0..<3", "patient 4..<13", "i 15..<19"]),
      ("O'Brien 1.5", ["obrien 0..<7", "1.5 8..<11"]), ("a.b", ["a 0..<1", "b 2..<3"]),
      ("don’t naïve", ["dont 0..<7", "naive 8..<14"]),
    ] as [(String, [String])])
  func `a line is its words, folded`(text: String, expected: [String]) {
    #expect(words(text) == expected)
  }

  @Test(arguments: 0..<200)
  func `in random text the short way spells what the long way spells`(seed: UInt64) {
    var generator = SeededGenerator(seed: seed)
    let plain = [
      "a", "Z", "word", "WORD", "s", "ll", "ve", "5", "12", "000", "'", ",", ".", " ", "  ", "-",
      "%",
      "[", "]", "\n", "(", "'s", "@", "`", "{", "\t",
    ]
    let wide = [
      "é", "É", "e\u{301}", "’", "日", "カ", "😀", "\u{A0}", "½", "Å", "ß", "\u{FF21}", "\u{212A}",
      "–",
    ]
    let parts = seed % 2 == 0 ? plain : plain + wide
    for length in [2, 12, 80, 300] {
      let text = (0..<length).map { _ in parts.randomElement(using: &generator) ?? "" }.joined()
      #expect(words(text) == model(text), "seed \(seed): \(text)")
    }
  }

  @Test(arguments: ["a", "7", "a'b", "é", "l’"])
  func `words of any length are cut where tokens are cut`(part: String) {
    for count in 30..<140 {
      let text = String(repeating: part, count: count) + "'s"
      #expect(words(text) == model(text), "\(count)")
    }
  }
}
