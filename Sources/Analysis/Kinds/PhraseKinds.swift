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
  /// In the order of their first letters.
  private var entries: [Entry] = []
  /// Where the phrases with each letter, from a to z, start in `entries`, and the end.
  private var starts: [Int] = []

  /// - Parameter lists: phrases of ASCII letters in lower case, parted by commas.
  init(_ lists: [(kind: AnswerKinds, phrases: String)]) {
    var byLetter = [[Entry]](repeating: [], count: 26)
    for (kind, phrases) in lists {
      var start = bytes.count
      for byte in phrases.utf8 {
        switch byte {
        case 0x2C: close(&start, kind, &byLetter)
        case 0x20, 0x0A: if bytes.count > start, bytes.last != 0x20 { bytes.append(0x20) }
        default: bytes.append(byte)
        }
      }
      close(&start, kind, &byLetter)
    }
    for phrases in byLetter {
      starts.append(entries.count)
      entries += phrases
    }
    starts.append(entries.count)
  }

  private mutating func close(
    _ start: inout Int, _ kind: AnswerKinds, _ byLetter: inout [[Entry]]
  ) {
    if bytes.last != 0x20 { bytes.append(0x20) }
    byLetter[Int(bytes[start]) - 0x61].append(Entry(phrase: start..<bytes.count, kind: kind))
    start = bytes.count
  }

  /// The kinds of every phrase that stands in a line.
  func kinds(in line: SpelledLine) -> AnswerKinds {
    let text = line.bytes.span
    var kinds: AnswerKinds = []
    for word in line.words { kinds.formUnion(self.kinds(at: word.range.lowerBound, of: text)) }
    return kinds
  }

  /// Whether a word is one of the phrases.
  func contains(_ word: SpelledLine.Word, of line: SpelledLine) -> Bool {
    let text = line.bytes.span
    for index in candidates(at: word.range.lowerBound, of: text)
    where entries[index].phrase.count == word.range.count + 1
      && stands(entries[index], at: word.range.lowerBound, of: text)
    { return true }
    return false
  }

  private func kinds(at start: Int, of text: Span<UInt8>) -> AnswerKinds {
    var kinds: AnswerKinds = []
    for index in candidates(at: start, of: text) where stands(entries[index], at: start, of: text) {
      kinds.insert(entries[index].kind)
    }
    return kinds
  }

  /// The places of the phrases with the letter that stands at an offset.
  private func candidates(at start: Int, of text: Span<UInt8>) -> Range<Int> {
    let letter = Int(text[start]) - 0x61
    return (0..<26).contains(letter) ? starts[letter]..<starts[letter + 1] : 0..<0
  }

  private func stands(_ entry: Entry, at start: Int, of text: Span<UInt8>) -> Bool {
    guard start + entry.phrase.count <= text.count else { return false }
    let phrase = bytes.span
    var offset = 1
    while offset < entry.phrase.count {
      if text[start + offset] != phrase[entry.phrase.lowerBound + offset] { return false }
      offset += 1
    }
    return true
  }
}
