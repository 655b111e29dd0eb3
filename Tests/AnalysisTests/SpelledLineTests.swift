import TestSupport
import Testing

@testable import Analysis

@Suite struct SpelledLineTests {
  /// The words of a line, with `%` after a percentage and in brackets if a reference.
  func words(_ text: String) -> [String] {
    let line = SpelledLine(text)
    return line.words.map { word in
      let spelled = String(decoding: line.bytes[word.range], as: UTF8.self)
      return (word.isReference ? "[\(spelled)]" : spelled) + (word.isPercentage ? "%" : "")
    }
  }

  /// The same by way of tokens and strings.
  func model(_ text: String) -> [String] {
    let bytes = Array(text.utf8)
    return Tokenizer().words(of: text).compactMap { token in
      guard let folded = CaseFoldingFilter().term(for: token.term) else { return nil }
      let after = bytes[token.range.upperBound...].first { $0 != 0x20 }
      let before = bytes[..<token.range.lowerBound].last
      let isReference = before == UInt8(ascii: "[") && after == UInt8(ascii: "]")
      return (isReference ? "[\(folded)]" : folded) + (after == UInt8(ascii: "%") ? "%" : "")
    }
  }

  @Test(
    arguments: [
      ("", []), (" .,' ", []), ("How LONG?", ["how", "long"]),
      ("5 % [2] 1,000", ["5%", "[2]", "1000"]),
      ("the patient's, I'll", ["the", "patient", "i"]),
      ("O'Brien 1.5 a.b", ["obrien", "1.5", "a", "b"]),
      ("don’t naïve", ["dont", "naive"]),
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
