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
  init() { self.init(low: 0, high: 0) }

  private init(low: UInt64, high: UInt64) { (self.low, self.high) = (low, high) }

  // Inlined, because it is made for every word of the corpus.
  @inline(__always)
  init(_ range: Range<Int>, of text: Span<UInt8>) {
    let (start, count) = (range.lowerBound, range.upperBound &- range.lowerBound)
    guard UInt(bitPattern: count &- 1) < Self.longest,
      UInt(bitPattern: start) <= UInt(bitPattern: text.count),
      text.count &- start >= Self.longest
    else {
      self = Self.made(slowly: range, of: text)
      return
    }
    // Sixteen bytes from the start lie within the text, as was just asked; any bits are a number.
    let bytes = UInt128(
      littleEndian: unsafe text.bytes.unsafeLoadUnaligned(
        fromByteOffset: start, as: UInt128.self))
    // The lowest bytes, 1 to 8 of them, of the half that the word ends in.
    let part: UInt64 = .max &>> UInt64(truncatingIfNeeded: -8 &* count)
    // All bits if that is the higher half.
    let reachesHigh = UInt64(bitPattern: Int64(8 &- count) &>> 63)
    self.init(
      low: UInt64(truncatingIfNeeded: bytes) & (part | reachesHigh),
      high: UInt64(truncatingIfNeeded: bytes &>> 64) & (part & reachesHigh))
  }

  /// Of a word that is long, or stands at the end of its text.
  @inline(never)
  private static func made(slowly range: Range<Int>, of text: Span<UInt8>) -> WordKey {
    guard range.count <= longest else {
      var hash: UInt64 = 0
      for index in range { hash = (hash ^ UInt64(text[index])) &* factor }
      return WordKey(low: hash, high: longMark | UInt64(range.count))
    }
    var (low, high): (UInt64, UInt64) = (0, 0)
    for index in range.reversed() {
      high = high &<< 8 | low &>> 56
      low = low &<< 8 | UInt64(text[index])
    }
    return WordKey(low: low, high: high)
  }

  /// One multiplication of 64 by 64 bits, its halves mixed: as wyhash does (Wang Yi, public domain).
  var hash: UInt32 {
    let product = (low ^ 0xA076_1D64_78BD_642F).multipliedFullWidth(by: high ^ Self.factor)
    return UInt32(truncatingIfNeeded: product.high ^ product.low)
  }

  private static let factor: UInt64 = 0xE703_7ED1_A0B4_28DB
}
