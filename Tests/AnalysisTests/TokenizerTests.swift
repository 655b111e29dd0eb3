import TestSupport
import Testing

@testable import Analysis

@Suite struct TokenizerTests {
  @Test(
    arguments: [
      ("", []),
      (" \n\t\0 ", []),
      ("How is LM diagnosed?", ["How", "is", "LM", "diagnosed"]),
      // Apostrophes.
      ("don't doesn’t", ["don't", "doesn’t"]),
      ("'quoted' ‘words’ patients' end'", ["quoted", "words", "patients", "end"]),
      ("rock'n'roll a''b", ["rock'n'roll", "a", "b"]),
      ("5' 6’", ["5", "6"]),
      // Hyphens and other signs part words.
      ("follow-up non‑stop small—cell", ["follow", "up", "non", "stop", "small", "cell"]),
      ("and/or a_b [@key] x@y.org", ["and", "or", "a", "b", "key", "x", "y", "org"]),
      ("e.g. MRI.CT", ["e", "g", "MRI", "CT"]),
      // Numbers.
      ("1,000 1,234,567 100.5 1,000.25", ["1,000", "1,234,567", "100.5", "1,000.25"]),
      (
        "1,2 grades 3,4,5 1,0000 10,00",
        [
          "1", "2", "grades", "3", "4", "5", "1", "0000", "10", "00",
        ]
      ),
      ("5–10% 5-8 +3.", ["5", "10", "5", "8", "3"]),
      (".5 5. 5.a a.5 1..2 ,5", ["5", "5", "5", "a", "a", "5", "1", "2", "5"]),
      ("5mg T1 B12 2nd", ["5mg", "T1", "B12", "2nd"]),
      ("½ x² Ⅳ ٣", ["½", "x²", "Ⅳ", "٣"]),
      // Letters of every kind.
      ("Ménière e\u{301}tude Größe", ["Ménière", "e\u{301}tude", "Größe"]),
      ("Ελλάδα Москва עברית हिन्दी", ["Ελλάδα", "Москва", "עברית", "हिन्दी"]),
      ("日本語 カナ a日b 𠀀", ["日", "本", "語", "カ", "ナ", "a", "日", "b", "𠀀"]),
      ("한국어 말", ["한국어", "말"]),
      ("pain😀relief 👩‍⚕️ 🇬🇧", ["pain", "relief", "\u{FE0F}"]),
      ("a\0b", ["a", "b"]),
      ("a\u{200B}b\u{A0}c", ["a", "b", "c"]),
    ] as [(String, [String])])
  func `words stand in order as they were typed`(text: String, words: [String]) {
    #expect(Tokenizer().words(of: text).map(\.term) == words)
  }

  @Test func `tokens know their bytes and count from nought`() {
    let tokens = Tokenizer().words(of: "é it’s 1,000!")
    #expect(
      tokens == [
        Token(term: "é", range: 0..<2, position: 0),
        Token(term: "it’s", range: 3..<9, position: 1),
        Token(term: "1,000", range: 10..<15, position: 2),
      ])
  }

  @Test(arguments: [
    (127, "a", 127), (128, "a", 128), (129, "a", 128), (100_000, "a", 128), (64, "é", 128),
    (65, "é", 128), (43, "अ", 126), (200, "𝔞", 128),
  ])
  func `a very long word is cut between scalars and keeps its whole range`(
    count: Int, letter: String, bytes: Int
  ) {
    let word = String(repeating: letter, count: count)
    let tokens = Tokenizer().words(of: word)
    #expect(tokens.count == 1)
    #expect(tokens.first?.term.utf8.count == bytes)
    #expect(tokens.first.map { word.hasPrefix($0.term) } == true)
    #expect(tokens.first?.range == 0..<word.utf8.count)
  }

  /// A text of scalars from everywhere, half of them ASCII.
  func random(seed: UInt64) -> String {
    var generator = SeededGenerator(seed: seed)
    var text = String.UnicodeScalarView()
    let signs = Array("aZ09 .,'’-\n\0é日".unicodeScalars)
    while text.count < 300 {
      if Bool.random(using: &generator) {
        text.append(signs.randomElement(using: &generator) ?? " ")
      } else if let scalar = Unicode.Scalar(UInt32.random(in: 0...0x10FFFF, using: &generator)) {
        text.append(scalar)
      }
    }
    return String(text)
  }

  @Test(arguments: ["a ", "a\u{6F22}", "\u{6F22}", "a\u{6F22}\u{6F22}", "1,", "\u{E9} "])
  func `no text is too dense with words, nor too long`(part: String) {
    let words = Tokenizer().words(of: part).map(\.term)
    let text = String(repeating: part, count: 5_000)
    let found = Tokenizer().words(of: text).map(\.term)
    #expect(found.count == 5_000 * words.count)
    #expect(found.prefix(words.count) == words[...] && found.suffix(words.count) == words[...])
  }

  /// Blocks of 64 bytes are looked at together.
  @Test(arguments: [
    "don't follow-up 1,000 1,2 100.5 e.g. a", "étude naïve doesn’t 日本 a日b", "[1] x's, (y). z'",
    "antidisestablishmentarianism", String(repeating: "word's ", count: 30),
    String(repeating: "a", count: 200) + " b", "1.5" + String(repeating: ",000", count: 40),
  ])
  func `words are the same wherever they stand`(text: String) {
    let alone = Tokenizer().words(of: text)
    for offset in 0..<130 {
      for end in ["", " ", "\n", "\u{2014}", String(repeating: ".", count: 70)] {
        let before = String(repeating: offset % 2 == 0 ? " " : "\n", count: offset)
        let words = Tokenizer().words(of: before + text + end)
        #expect(words.map(\.term) == alone.map(\.term), "\(offset) bytes before")
        let ranges = alone.map { $0.range.lowerBound + offset..<$0.range.upperBound + offset }
        #expect(words.map(\.range) == ranges, "\(offset) bytes before")
      }
    }
  }

  @Test(arguments: 0..<100)
  func `byte ranges always slice to the word`(seed: UInt64) {
    let text = random(seed: seed)
    let bytes = Array(text.utf8)
    var end = 0
    for (position, token) in Tokenizer().words(of: text).enumerated() {
      #expect(token.position == position, "seed \(seed)")
      #expect(token.range.lowerBound >= end && !token.range.isEmpty, "seed \(seed)")
      #expect(Array(bytes[token.range]) == Array(token.term.utf8), "seed \(seed)")
      end = token.range.upperBound
    }
  }

  @Test(arguments: 0..<100)
  func `no letter or digit is left out`(seed: UInt64) {
    let text = random(seed: seed)
    var covered = Set<Int>()
    for token in Tokenizer().words(of: text) { covered.formUnion(token.range) }
    var offset = 0
    for scalar in text.unicodeScalars {
      let isWord = scalar.properties.isAlphabetic || scalar.properties.numericType != nil
      #expect(!isWord || covered.contains(offset), "seed \(seed), U+\(scalar.value)")
      offset += UTF8.width(scalar)
    }
  }
}
