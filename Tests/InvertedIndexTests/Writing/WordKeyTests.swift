import Testing

@testable import InvertedIndex

@Suite struct WordKeyTests {
  static func key(_ word: String, before: String, after: String) -> WordKey {
    let text = before + word + after
    let start = before.utf8.count
    return WordKey(start..<start + word.utf8.count, of: text.utf8Span.span)
  }

  @Test(arguments: 1...20)
  func `the key of a word does not depend on where it stands`(length: Int) {
    let word = String("abcdefghijklmnopqrst".prefix(length))
    let key = Self.key(word, before: "", after: "")
    #expect(key.isWhole == (length <= 16))
    for after in ["", " ", " and", " and more than fits", "uvwxyz and more than fits"] {
      for before in ["", "x", "some words "] {
        #expect(Self.key(word, before: before, after: after) == key)
        #expect(Self.key(word, before: before, after: after).hash == key.hash)
      }
    }
  }

  @Test func `words that differ in any byte or in length have different keys`() {
    var words: [String] = []
    for length in 1...16 {
      words.append(String(repeating: "a", count: length))
      for place in 0..<length {
        var word = [UInt8](repeating: UInt8(ascii: "a"), count: length)
        word[place] = UInt8(ascii: "b")
        words.append(String(decoding: word, as: UTF8.self))
      }
    }
    for (index, one) in words.enumerated() {
      for other in words[(index + 1)...] {
        let keys = [one, other].map { Self.key($0, before: "", after: " aaaaaaaaaaaaaaaaaaaa") }
        #expect(keys[0] != keys[1], "\(one), \(other)")
      }
    }
  }
}
