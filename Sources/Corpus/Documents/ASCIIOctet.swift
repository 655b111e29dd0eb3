/// Eight ASCII bytes, looked at at once: no processor guesses where the next word ends, so a branch
/// for each byte costs five times as much.
struct ASCIIOctet {
  /// The first byte is the lowest.
  private let bytes: UInt64

  private static let each: UInt64 = 0x0101_0101_0101_0101
  private static let highBits: UInt64 = 0x8080_8080_8080_8080

  /// Nil if one of the bytes from an offset on is not ASCII.
  init?(_ text: Span<UInt8>, at offset: Int) {
    precondition(offset >= 0 && offset + 8 <= text.count, "no eight bytes at \(offset)")
    // Eight bytes stand there, and any of them make a number.
    bytes = unsafe UInt64(
      littleEndian: text.bytes.unsafeLoadUnaligned(fromByteOffset: offset, as: UInt64.self))
    guard bytes & Self.highBits == 0 else { return nil }
  }

  /// The bytes from an offset to the end of a text, fewer than eight, then spaces.
  ///
  /// Nil if one of them is not ASCII, or the text has no eight bytes.
  init?(endOf text: Span<UInt8>, from offset: Int) {
    precondition(offset >= 0 && offset < text.count, "no byte at \(offset)")
    let missing = offset + 8 - text.count
    guard offset >= missing, missing > 0 else { return nil }
    // Eight bytes end there, and any of them make a number.
    let last = unsafe UInt64(
      littleEndian: text.bytes.unsafeLoadUnaligned(
        fromByteOffset: offset - missing, as: UInt64.self))
    let bits = UInt64(8 * missing)
    bytes = last >> bits | (Self.each &* 0x20) << (64 - bits)
    guard bytes & Self.highBits == 0 else { return nil }
  }

  /// Counts the words that start here: runs between white space that hold a letter or digit.
  ///
  /// Adding numbers carries as words do: a letter starts a carry, white space ends it, anything
  /// else hands it on. So the carries from byte to byte of one addition tell for all of them whether
  /// they stand in a word that is counted already.
  ///
  /// - Parameter isInWord: 1 if so before the first byte, 0 if not; then the same for what follows.
  func countWords(_ isInWord: inout UInt64) -> Int {
    let lower = bytes | Self.each &* 0x20
    let word =
      (Self.mask(bytes, from: 0x30, to: 0x39) | Self.mask(lower, from: 0x61, to: 0x7A)) >> 7
    let space = Self.mask(bytes, from: 0x09, to: 0x0D) | Self.mask(bytes, from: 0x20, to: 0x20)
    // All bits of the bytes that are no white space.
    let other = ~((space << 1) &- (space >> 7))
    let (sum, isOver) = other.addingReportingOverflow(word)
    let (all, carries) = sum.addingReportingOverflow(isInWord)
    isInWord = isOver || carries ? 1 : 0
    let starts = word & (all ^ other)
    return Int((starts &* Self.each) >> 56)
  }

  /// Where the first `.`, `?` or `!` stands; 8 if none does.
  var offsetOfTerminator: Int {
    let marks =
      Self.mask(bytes, from: 0x21, to: 0x21) | Self.mask(bytes, from: 0x2E, to: 0x2E)
      | Self.mask(bytes, from: 0x3F, to: 0x3F)
    return marks.trailingZeroBitCount / 8
  }

  /// Whether no control character is among the bytes, and no space follows another.
  ///
  /// - Parameter isAfterSpace: whether a space stands before the first byte; then whether the last is one.
  func hasOnlySingleSpaces(_ isAfterSpace: inout Bool) -> Bool {
    let spaces = Self.mask(bytes, from: 0x20, to: 0x20)
    let before = spaces << 8 | (isAfterSpace ? 0x80 : 0)
    isAfterSpace = spaces >> 63 != 0
    return spaces & before | Self.mask(bytes, from: 0, to: 0x1F) == 0
  }

  /// The high bit of every byte that lies in a range of ASCII.
  private static func mask(_ bytes: UInt64, from low: UInt64, to high: UInt64) -> UInt64 {
    // No byte reaches 0x100, so none carries into its neighbour.
    let isAtLeast = bytes &+ each &* (0x80 - low)
    let isAbove = bytes &+ each &* (0x7F - high)
    return isAtLeast & ~isAbove & highBits
  }
}
