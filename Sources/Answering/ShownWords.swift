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
  /// By word: the number of its term, below zero for a word that has none.
  private var termOfWord: [Int32] = []
  /// The words' bytes one after another, and where each starts; one more for the end.
  private var bytes: [UInt8] = []
  private var starts: [Int32] = [0]
  /// Open addressing with linear steps; 0 is free, else a word's number plus 1 below the high half
  /// of its hash.
  private var slots = [UInt64](repeating: 0, count: 1 << 12)

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
    let word = Tokenizer().keptPart(of: word, in: text)
    let hash = Self.hash(text.extracting(word))
    var slot = Int(truncatingIfNeeded: hash) & (slots.count - 1)
    while slots[slot] != 0 {
      if (slots[slot] ^ hash) >> 32 == 0 {
        let number = Int(slots[slot] & 0xFFFF_FFFF) - 1
        if isWord(number, text.extracting(word)) { return known(number) }
      }
      slot = (slot + 1) & (slots.count - 1)
    }
    add(word, of: text)
    slots[slot] = hash & Self.tag | UInt64(termOfWord.count)
    if termOfWord.count * 2 > slots.count { grow() }
    return known(termOfWord.count - 1)
  }

  private static let tag: UInt64 = 0xFFFF_FFFF_0000_0000

  private func known(_ word: Int) -> Int? {
    let term = termOfWord[word]
    return term < 0 ? nil : Int(term)
  }

  private mutating func add(_ word: Range<Int>, of text: Span<UInt8>) {
    for index in word { bytes.append(text[index]) }
    starts.append(Int32(bytes.count))
    var number = -1
    if let term = analyzer.term(ofNewWord: String(copying: word, of: text)) {
      number = self.number(ofTerm: term)
    }
    termOfWord.append(Int32(number))
  }

  private func isWord(_ number: Int, _ word: Span<UInt8>) -> Bool {
    let start = Int(starts[number])
    guard Int(starts[number + 1]) - start == word.count else { return false }
    for index in 0..<word.count where bytes[start + index] != word[index] { return false }
    return true
  }

  private mutating func grow() {
    var larger = [UInt64](repeating: 0, count: slots.count * 4)
    for number in termOfWord.indices {
      let range = Int(starts[number])..<Int(starts[number + 1])
      let hash = Self.hash(bytes.span.extracting(range))
      var slot = Int(truncatingIfNeeded: hash) & (larger.count - 1)
      while larger[slot] != 0 { slot = (slot + 1) & (larger.count - 1) }
      larger[slot] = hash & Self.tag | UInt64(number + 1)
    }
    slots = larger
  }

  /// 64-bit FNV-1a (Fowler, Noll and Vo, draft-eastlake-fnv), its halves mixed once more.
  private static func hash(_ word: Span<UInt8>) -> UInt64 {
    var hash: UInt64 = 0xCBF2_9CE4_8422_2325
    for index in 0..<word.count { hash = (hash ^ UInt64(word[index])) &* 0x100_0000_01B3 }
    return (hash ^ (hash >> 29)) &* 0x9E37_79B1_85EB_CA87
  }
}
