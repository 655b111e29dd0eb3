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
  /// The numbers of terms, or `none` or `unasked`: words of up to sixteen bytes, and the others.
  private var short = ShortWords()
  private var long: [String: Int32] = [:]

  /// In place of a number: the word has no term.
  private static let none: Int32 = -1
  /// In place of a number: the term starts with the word's first letter, and was not asked for yet.
  private static let unasked: Int32 = -2

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
  ///
  /// - Parameter letters: if given, nil also for a word whose term is sure to start with none of these:
  ///   to find that out takes a tenth of finding the term.
  mutating func term(
    of word: Range<Int>, in text: Span<UInt8>, startingWith letters: FirstLetters? = nil
  ) -> Int? {
    if let letters, letters.surelyLackFirst(of: word, in: text) { return nil }
    var number: Int32
    if let short = text.shortWord(word) {
      let known = self.short[short]
      number = known ?? Self.unasked
      if number == Self.unasked {
        if let letters, !letters.holdsFirst(of: word, in: text),
          known != nil || FirstLetters.keepsFirst(of: word, in: text)
        {
          if known == nil { self.short.set(short, Self.unasked) }
          return nil
        }
        number = add(String(copying: word, of: text), short)
      }
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
    var number = Self.none
    if let term = analyzer.term(ofNewWord: word) { number = Int32(self.number(ofTerm: term)) }
    if let letters { short.set(letters, number) } else { long[word] = number }
    return number
  }
}

/// The letters that some terms start with.
struct FirstLetters {
  /// A bit a letter.
  private var letters: UInt32 = 0
  /// A term starts with something else.
  private var others = false

  mutating func add(_ term: String) {
    guard let first = term.utf8.first else { return }
    if let bit = Self.bit(of: first) { letters |= bit } else { others = true }
  }

  /// Whether some term starts as a word does.
  func holdsFirst(of word: Range<Int>, in text: Span<UInt8>) -> Bool {
    guard !others, let bit = Self.bit(of: text[word.lowerBound]) else { return true }
    return letters & bit != 0
  }

  /// Whether a look at a word's first two letters tells that no term starts as its own does, which is
  /// so for most words.
  func surelyLackFirst(of word: Range<Int>, in text: Span<UInt8>) -> Bool {
    guard word.count > 1, !holdsFirst(of: word, in: text),
      Self.bit(of: text[word.lowerBound + 1]) != nil
    else { return false }
    return WordFamilies.keepsFirstLetter(
      ofWordsWith: text[word.lowerBound], text[word.lowerBound + 1])
  }

  /// Whether the term of a word is sure to start with the word's first letter.
  static func keepsFirst(of word: Range<Int>, in text: Span<UInt8>) -> Bool {
    var small: [UInt8] = []
    for index in word {
      guard bit(of: text[index]) != nil else { return false }
      small.append(text[index] | 0x20)
    }
    return WordFamilies.keepsFirstLetter(of: String(decoding: small, as: UTF8.self))
  }

  /// Nil for what is no letter of ASCII.
  private static func bit(of byte: UInt8) -> UInt32? {
    let small = byte | 0x20
    return byte < 0x80 && (0x61...0x7A).contains(small) ? 1 << UInt32(small - 0x61) : nil
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

  mutating func set(_ word: Letters, _ number: Int32) {
    if count * 2 >= words.count { grow() }
    let place = place(of: word)
    if words[place] == .none {
      count += 1
      words[place] = word
    }
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
