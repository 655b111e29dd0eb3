/// The roles of words, made in one pass over their lists.
///
/// They are needed for every question, so making the table must cost less than answering one: a
/// dictionary of strings took 2 million instructions, this takes a twentieth. Open addressing with
/// linear steps; the hash is 32-bit FNV-1a (Fowler, Noll and Vo, draft-eastlake-fnv).
struct WordRoleTable: Sendable {
  private struct Slot {
    var hash: UInt32 = 0
    /// In `bytes`, plus 1; 0 marks a free slot.
    var start: UInt32 = 0
    var roles: WordRole = []
  }

  /// Every list, each word with what is no letter behind it.
  private var bytes: [UInt8] = []
  private var slots = [Slot](repeating: Slot(), count: 2048)
  private var count = 0

  /// - Parameter words: parted by single spaces or line ends; a word may stand in several lists.
  mutating func add(_ role: WordRole, _ words: String) {
    let first = bytes.count
    bytes += words.utf8
    bytes.append(0x20)
    let text = words.utf8.span
    var start = 0
    while start < text.count {
      let (hash, end) = Self.hash(from: start, in: text)
      if end > start { insert(text.extracting(start..<end), at: first + start, hash, role) }
      start = end + 1
    }
  }

  func roles(of word: String) -> WordRole {
    let text = word.utf8.span
    let (hash, end) = Self.hash(from: 0, in: text)
    return end == text.count && end > 0 ? slots[slot(of: text, hash)].roles : []
  }

  private mutating func insert(
    _ word: Span<UInt8>, at place: Int, _ hash: UInt32, _ role: WordRole
  ) {
    let slot = slot(of: word, hash)
    if slots[slot].start == 0 {
      slots[slot].hash = hash
      slots[slot].start = UInt32(place + 1)
      count += 1
      precondition(count < slots.count / 2, "more words than the table is made for")
    }
    slots[slot].roles.formUnion(role)
  }

  /// Of the word that starts at a place, and where it ends.
  private static func hash(from start: Int, in text: Span<UInt8>) -> (hash: UInt32, end: Int) {
    var hash: UInt32 = 2_166_136_261
    var end = start
    while end < text.count, text[end] > 0x20 {
      hash = (hash ^ UInt32(text[end])) &* 16_777_619
      end += 1
    }
    return (hash, end)
  }

  /// Where a word stands, or the free place where it would.
  private func slot(of word: Span<UInt8>, _ hash: UInt32) -> Int {
    var slot = Int(hash ^ hash >> 16) & (slots.count - 1)
    while slots[slot].start > 0, slots[slot].hash != hash || !isWord(slots[slot], word) {
      slot = (slot + 1) & (slots.count - 1)
    }
    return slot
  }

  private func isWord(_ slot: Slot, _ word: Span<UInt8>) -> Bool {
    let start = Int(slot.start) - 1
    for index in 0..<word.count where bytes[start + index] != word[index] { return false }
    return bytes[start + word.count] <= 0x20
  }
}
