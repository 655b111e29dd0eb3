/// A text as words in lower case with one space before, between and after them, as UTF-8 bytes.
///
/// Phrases are looked for by comparing bytes: no string is made for any word.
struct SpelledLine {
  struct Word {
    /// Half-open, in bytes of the line.
    let range: Range<Int>
    /// A percent sign follows.
    let isPercentage: Bool
    /// It stands in square brackets, as the number of a citation does.
    let isReference: Bool
  }

  private(set) var bytes: [UInt8] = [0x20]
  private(set) var words: [Word] = []

  init(_ text: String) {
    let source = Array(text.utf8)
    let folding = CaseFoldingFilter()
    for token in Tokenizer().words(of: text) {
      guard let folded = folding.term(for: token.term) else { continue }
      let start = bytes.count
      bytes += folded.utf8
      let after = source[token.range.upperBound...].first { $0 != 0x20 }
      let before = token.range.lowerBound > 0 ? source[token.range.lowerBound - 1] : 0
      words.append(
        Word(
          range: start..<bytes.count, isPercentage: after == 0x25,
          isReference: before == 0x5B && after == 0x5D))
      bytes.append(0x20)
    }
  }

  func isNumber(_ word: Word) -> Bool { (0x30...0x39).contains(bytes[word.range.lowerBound]) }
}

/// Phrases, each with the kinds of answer it tells of.
///
/// Made in one pass over their lists, because a question needs them before anything else.
struct PhraseKinds: Sendable {
  private struct Entry {
    /// In bytes of the list, with a space after the last word.
    let phrase: Range<Int>
    let kind: AnswerKinds
  }

  private var bytes: [UInt8] = []
  /// By the phrase's first letter, from a to z.
  private var entries = [[Entry]](repeating: [], count: 26)

  /// - Parameter lists: phrases of ASCII letters in lower case, parted by commas.
  init(_ lists: [(kind: AnswerKinds, phrases: String)]) {
    for (kind, phrases) in lists {
      var start = bytes.count
      for byte in phrases.utf8 {
        switch byte {
        case 0x2C: close(&start, kind)
        case 0x20, 0x0A: if bytes.count > start, bytes.last != 0x20 { bytes.append(0x20) }
        default: bytes.append(byte)
        }
      }
      close(&start, kind)
    }
  }

  private mutating func close(_ start: inout Int, _ kind: AnswerKinds) {
    if bytes.last != 0x20 { bytes.append(0x20) }
    entries[Int(bytes[start]) - 0x61].append(Entry(phrase: start..<bytes.count, kind: kind))
    start = bytes.count
  }

  /// The kinds of every phrase that stands in a line.
  func kinds(in line: SpelledLine) -> AnswerKinds {
    line.words.reduce(into: []) { kinds, word in
      forEachEntry(at: word.range.lowerBound, of: line) { kinds.insert($0.kind) }
    }
  }

  /// Whether a word is one of the phrases.
  func contains(_ word: SpelledLine.Word, of line: SpelledLine) -> Bool {
    var isFound = false
    forEachEntry(at: word.range.lowerBound, of: line) {
      if $0.phrase.count == word.range.count + 1 { isFound = true }
    }
    return isFound
  }

  private func forEachEntry(at start: Int, of line: SpelledLine, _ body: (Entry) -> Void) {
    let letter = Int(line.bytes[start]) - 0x61
    guard entries.indices.contains(letter) else { return }
    for entry in entries[letter] where start + entry.phrase.count <= line.bytes.count {
      if line.bytes[start..<start + entry.phrase.count].elementsEqual(bytes[entry.phrase]) {
        body(entry)
      }
    }
  }
}
