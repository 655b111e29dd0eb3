/// The bytes of a word as two numbers, to be hashed and compared at once.
struct WordKey: Equatable {
  /// In bytes: longer words have a hash for a key.
  private static let longest = 16
  /// No byte of UTF-8, so no short word ends with it.
  private static let longMark: UInt64 = 0xFF << 56

  private let low: UInt64
  private let high: UInt64

  /// Whether the key holds all of the word; else words with the same key may differ.
  var isWhole: Bool { high < Self.longMark }

  /// Of no word.
  init() { (low, high) = (0, 0) }

  // Inlined, because it is made for every word of the corpus.
  @inline(__always)
  init(_ range: Range<Int>, of text: Span<UInt8>) {
    let (start, count) = (range.lowerBound, range.count)
    guard count <= Self.longest else {
      var hash: UInt64 = 0
      for index in range { hash = (hash ^ UInt64(text[index])) &* Self.factor }
      (low, high) = (hash, Self.longMark | UInt64(count))
      return
    }
    if start >= 0, start + Self.longest <= text.count, count > 0 {
      // Sixteen bytes from the start lie within the text, as was just asked; any bits are a number.
      let bytes = unsafe text.bytes
      let first = unsafe bytes.unsafeLoadUnaligned(fromByteOffset: start, as: UInt64.self)
      let second = unsafe bytes.unsafeLoadUnaligned(fromByteOffset: start + 8, as: UInt64.self)
      // The lowest bytes, 1 to 16 of them.
      let mask = UInt128.max &>> UInt128(truncatingIfNeeded: 128 - 8 * count)
      low = UInt64(littleEndian: first) & UInt64(truncatingIfNeeded: mask)
      high = UInt64(littleEndian: second) & UInt64(truncatingIfNeeded: mask &>> 64)
    } else {
      var (low, high): (UInt64, UInt64) = (0, 0)
      for offset in 0..<count {
        let byte = UInt64(text[start + offset])
        if offset < 8 { low |= byte << (8 * offset) } else { high |= byte << (8 * offset - 64) }
      }
      (self.low, self.high) = (low, high)
    }
  }

  /// Puts the keys of a text's words at the start of `keys`.
  static func make(
    _ ranges: ArraySlice<Range<Int>>, of text: Span<UInt8>, into keys: inout [WordKey]
  ) {
    let missing = ranges.count - keys.count
    if missing > 0 { keys += repeatElement(WordKey(), count: missing) }
    var keys = keys.mutableSpan
    let ranges = ranges.span
    for index in ranges.indices { keys[index] = WordKey(ranges[index], of: text) }
  }

  /// One multiplication of 64 by 64 bits, its halves mixed: as wyhash does (Wang Yi, public domain).
  var hash: UInt64 {
    let product = (low ^ 0xA076_1D64_78BD_642F).multipliedFullWidth(by: high ^ Self.factor)
    return (product.high ^ product.low) &* 0x9E37_79B1_85EB_CA87
  }

  private static let factor: UInt64 = 0xE703_7ED1_A0B4_28DB
}
