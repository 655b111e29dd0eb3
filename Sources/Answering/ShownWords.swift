package import Analysis

/// The terms of the words in passages that are shown: a word is folded and stemmed once, however
/// often it is shown.
///
/// A word is found by its bytes, and no string is made of one that was met before. Holds C state,
/// so each thread makes its own.
package struct ShownWords {
  private let analyzer: Analyzer
  private(set) var terms: [String] = []
  private var numberOfTerm: [String: Int32] = [:]
  /// The numbers of terms, -1 for a word that has none: words of up to sixteen bytes, and the others.
  private var short = ShortWords()
  private var long: [String: Int32] = [:]

  package init(_ analyzer: Analyzer) { self.analyzer = analyzer }

  /// The number of a term: dense, from 0, in the order in which they were met.
  mutating func number(ofTerm term: String) -> Int {
    if let known = numberOfTerm[term] { return Int(known) }
    let number = Int32(terms.count)
    terms.append(term)
    numberOfTerm[term] = number
    return Int(number)
  }

  /// The number of the term of a word that stands in a text; nil if it has none.
  mutating func term(of word: Range<Int>, in text: Span<UInt8>) -> Int? {
    let number: Int32
    if let letters = text.shortWord(word) {
      number = short[letters] ?? add(String(copying: word, of: text), letters)
    } else {
      let word = String(copying: Tokenizer().keptPart(of: word, in: text), of: text)
      number = long[word] ?? add(word, nil)
    }
    return number < 0 ? nil : Int(number)
  }

  /// The words of a shown text that have a term, in order, as an analyzer gives them.
  ///
  /// - Parameter hasCitations: leaves out the numbers of its citations (`[1]`).
  package mutating func tokens(of text: String, citing hasCitations: Bool = false) -> [Token] {
    let bytes = text.utf8.span
    var ranges: [Range<Int>] = []
    Tokenizer().appendWords(of: bytes, to: &ranges)
    var tokens: [Token] = []
    for (position, range) in ranges.enumerated() {
      guard let number = term(of: range, in: bytes), !(hasCitations && bytes.isReference(range))
      else { continue }
      tokens.append(Token(term: terms[number], range: range, position: position))
    }
    return tokens
  }

  private mutating func add(_ word: String, _ letters: ShortWords.Letters?) -> Int32 {
    var number: Int32 = -1
    if let term = analyzer.term(ofNewWord: word) { number = Int32(self.number(ofTerm: term)) }
    if let letters { short.add(letters, number) } else { long[word] = number }
    return number
  }
}

/// Numbers of words of up to sixteen bytes, which are compared as two integers.
///
/// Open addressing with linear steps. The hash multiplies each half with a constant of xxHash64
/// (Y. Collet) and mixes the high bits into the low ones.
private struct ShortWords {
  /// No vector of two, whose type is made at run time where an array holds it.
  struct Letters: Equatable {
    static let none = Letters(first: 0, last: 0)

    let first: UInt64
    let last: UInt64
  }

  /// A word's first byte is never 0, so that zeros are a free place.
  private var words = [Letters](repeating: .none, count: 1 << 10)
  private var numbers = [Int32](repeating: 0, count: 1 << 10)
  private var count = 0

  subscript(word: Letters) -> Int32? {
    let place = place(of: word)
    return words[place] == .none ? nil : numbers[place]
  }

  /// - Precondition: the word is not there yet.
  mutating func add(_ word: Letters, _ number: Int32) {
    if count * 2 >= words.count { grow() }
    count += 1
    let place = place(of: word)
    words[place] = word
    numbers[place] = number
  }

  /// Where a word stands, or the free place where it would.
  private func place(of word: Letters) -> Int {
    let hash = word.first &* 0x9E37_79B1_85EB_CA87 ^ word.last &* 0xC2B2_AE3D_27D4_EB4F
    var place = Int(truncatingIfNeeded: hash ^ hash >> 32) & (words.count - 1)
    while words[place] != word && words[place] != .none { place = (place + 1) & (words.count - 1) }
    return place
  }

  private mutating func grow() {
    let old = (words: words, numbers: numbers)
    words = Array(repeating: .none, count: old.words.count * 4)
    numbers = Array(repeating: 0, count: words.count)
    for index in old.words.indices where old.words[index] != .none {
      let place = place(of: old.words[index])
      words[place] = old.words[index]
      numbers[place] = old.numbers[index]
    }
  }
}

extension Span<UInt8> {
  /// The bytes of a word, the first ones lowest; nil if there are more than sixteen.
  fileprivate func shortWord(_ word: Range<Int>) -> ShortWords.Letters? {
    guard word.count <= 16 else { return nil }
    return ShortWords.Letters(
      first: letters(word.lowerBound, Swift.min(word.count, 8)),
      last: letters(word.lowerBound + 8, word.count - 8))
  }

  /// Up to eight bytes as an integer; 0 for none.
  private func letters(_ start: Int, _ length: Int) -> UInt64 {
    guard length > 0 else { return 0 }
    if start + 8 <= count {
      // Bounds are checked by the span itself; any bytes are an integer.
      let bytes = unsafe self.bytes.unsafeLoadUnaligned(fromByteOffset: start, as: UInt64.self)
      return UInt64(littleEndian: bytes) & (UInt64.max >> UInt64(64 - 8 * length))
    }
    var letters: UInt64 = 0
    for index in 0..<length { letters |= UInt64(self[start + index]) << UInt64(8 * index) }
    return letters
  }
}
