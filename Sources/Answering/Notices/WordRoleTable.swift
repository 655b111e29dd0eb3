/// The roles of words, made in one pass over their lists.
///
/// They are needed for every question, so making the table must cost less than answering one: a
/// dictionary of strings took 2 million instructions, this takes a tenth. Open addressing with linear
/// steps; the hash is 32-bit FNV-1a (Fowler, Noll and Vo, draft-eastlake-fnv).
struct WordRoleTable: Sendable {
  private struct Slot {
    /// In `bytes`; an empty one marks a free slot.
    var start: Int32 = 0
    var count: Int32 = 0
    var roles: WordRole = []
  }

  private var bytes: [UInt8] = []
  private var slots = [Slot](repeating: Slot(), count: 2048)
  private var count = 0

  /// - Parameter lists: words parted by single spaces or line ends; a word may stand in several.
  init(_ lists: [(role: WordRole, words: String)]) {
    for list in lists { bytes += Array((list.words + " ").utf8) }
    var next = 0
    for list in lists {
      let end = next + list.words.utf8.count + 1
      insertWords(of: next..<end, list.role)
      next = end
    }
  }

  func roles(of word: String) -> WordRole { slots[slot(of: Array(word.utf8)[...])].roles }

  private mutating func insertWords(of list: Range<Int>, _ role: WordRole) {
    var start = list.lowerBound
    for index in list where bytes[index] == 0x20 || bytes[index] == 0x0A {
      if index > start { insert(start..<index, role) }
      start = index + 1
    }
  }

  private mutating func insert(_ range: Range<Int>, _ role: WordRole) {
    let slot = slot(of: bytes[range])
    if slots[slot].count == 0 {
      slots[slot].start = Int32(range.lowerBound)
      slots[slot].count = Int32(range.count)
      count += 1
      precondition(count < slots.count / 2, "more words than the table is made for")
    }
    slots[slot].roles.insert(role)
  }

  /// Where a word stands, or the free place where it would.
  private func slot(of word: ArraySlice<UInt8>) -> Int {
    var hash: UInt32 = 2_166_136_261
    for byte in word { hash = (hash ^ UInt32(byte)) &* 16_777_619 }
    var slot = Int(hash ^ hash >> 16) & (slots.count - 1)
    while slots[slot].count > 0, !isWord(slots[slot], word) {
      slot = (slot + 1) & (slots.count - 1)
    }
    return slot
  }

  private func isWord(_ slot: Slot, _ word: ArraySlice<UInt8>) -> Bool {
    bytes[Int(slot.start)..<Int(slot.start + slot.count)] == word
  }
}
