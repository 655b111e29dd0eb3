/// A fixed set of ASCII words, each with the word that stands for it, made in one pass over their list.
///
/// The lists are needed for every question, so making the table must cost less than answering one:
/// a table of places in the list, two bytes each, takes a tenth of a dictionary of strings and
/// touches little memory. Open addressing with linear steps; the hash is 64-bit FNV-1a (Fowler, Noll
/// and Vo, draft-eastlake-fnv).
struct WordTable: Sendable {
  private let list: String
  /// Where a word starts in the list, plus 1; 0 marks a free slot.
  private let slots: [UInt16]
  /// By the first letter and the second, in 32 bits: whether some word starts with these whose
  /// family's head starts with another letter.
  private let strays: [UInt32]

  /// - Parameter list: one family a line, words parted by single spaces; each word stands for the
  ///   first of its line. A word that stands twice keeps its first place.
  init(families list: String) {
    precondition(list.utf8.count < Int(UInt16.max), "a list of \(list.utf8.count) bytes")
    self.list = list
    let text = list.utf8.span
    var slots = [UInt16](repeating: 0, count: 4096)
    var strays = [UInt32](repeating: 0, count: 32)
    var (start, head, index) = (0, 0, 0)
    var hash = Self.noHash
    while index <= text.count {
      let byte = index < text.count ? text[index] : 0x0A
      index += 1
      if byte > 0x20 {
        hash = Self.hash(hash, byte)
        continue
      }
      let word = text.extracting(start..<index - 1)
      if !word.isEmpty {
        let slot = Self.slot(of: word, hash, in: slots, text)
        if slots[slot] == 0 { slots[slot] = UInt16(start + 1) }
        if word.count > 1, word[0] != text[head] {
          strays[Int(word[0] & 31)] |= 1 << UInt32(word[1] & 31)
        }
      }
      // A line may be set in.
      if byte == 0x0A || word.isEmpty { head = index }
      (start, hash) = (index, Self.noHash)
    }
    self.slots = slots
    self.strays = strays
  }

  /// Whether every word here that starts with two letters stands for one that starts with the first
  /// of them.
  ///
  /// - Parameters: letters of ASCII, small or capital.
  func keepsFirstLetter(of first: UInt8, _ second: UInt8) -> Bool {
    strays[Int(first & 31)] >> UInt32(second & 31) & 1 == 0
  }

  /// The head of a word's family; nil for a word that is not in the list.
  func head(of word: String) -> String? {
    let text = list.utf8.span
    var start = Int(slots[Self.slot(of: word.utf8.span, in: slots, text)]) - 1
    guard start >= 0 else { return nil }
    while start > 0, text[start - 1] != 0x0A { start -= 1 }
    // A line may be set in.
    while text[start] == 0x20 { start += 1 }
    return String(copying: start..<Self.end(ofWordAt: start, in: text), of: text)
  }

  func contains(_ word: String) -> Bool {
    slots[Self.slot(of: word.utf8.span, in: slots, list.utf8.span)] > 0
  }

  private static func slot(
    of word: Span<UInt8>, in slots: [UInt16], _ text: Span<UInt8>
  ) -> Int {
    var hash = noHash
    for index in word.indices { hash = Self.hash(hash, word[index]) }
    return slot(of: word, hash, in: slots, text)
  }

  /// Where a word stands, or the free slot where it would.
  private static func slot(
    of word: Span<UInt8>, _ hash: UInt64, in slots: [UInt16], _ text: Span<UInt8>
  ) -> Int {
    var slot = Int(truncatingIfNeeded: hash ^ (hash >> 32)) & (slots.count - 1)
    while slots[slot] > 0, !isWord(word, at: Int(slots[slot]) - 1, in: text) {
      slot = (slot + 1) & (slots.count - 1)
    }
    return slot
  }

  private static func isWord(_ word: Span<UInt8>, at start: Int, in text: Span<UInt8>) -> Bool {
    let end = start + word.count
    guard end <= text.count, end == text.count || text[end] <= 0x20 else { return false }
    for index in 0..<word.count where text[start + index] != word[index] || word[index] <= 0x20 {
      return false
    }
    return true
  }

  private static func end(ofWordAt start: Int, in text: Span<UInt8>) -> Int {
    var end = start
    while end < text.count, text[end] > 0x20 { end += 1 }
    return end
  }

  /// The hash of no bytes.
  private static let noHash: UInt64 = 0xCBF2_9CE4_8422_2325

  /// The hash of bytes with one more behind them.
  private static func hash(_ hash: UInt64, _ byte: UInt8) -> UInt64 {
    (hash ^ UInt64(byte)) &* 0x100_0000_01B3
  }
}
