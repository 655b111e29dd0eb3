/// A 64-bit hash of bytes: tells changed files from unchanged ones and sound sections from damaged ones.
///
/// XXH64 with seed 0, after the specification by Yann Collet
/// (https://github.com/Cyan4973/xxHash/blob/dev/doc/xxhash_spec.md). Not for security.
package struct ContentHash: Hashable, Sendable {
  package let value: UInt64

  package init(value: UInt64) { self.value = value }

  /// Time is linear in the number of bytes.
  package init(_ bytes: [UInt8]) {
    unsafe self.init(bytes.span.bytes)
  }

  /// Hashes the UTF-8 bytes of a text.
  package init(_ text: String) {
    unsafe self.init(text.utf8Span.span.bytes)
  }

  /// Hashes a stretch of memory.
  package init(_ bytes: RawSpan) {
    var state = State()
    let whole = bytes.byteCount / Self.stripeSize * Self.stripeSize
    state.combine(stripesOf: bytes.extracting(first: whole))
    self.init(state, rest: bytes.extracting(droppingFirst: whole), count: bytes.byteCount)
  }

  /// - Parameters:
  ///   - rest: the bytes after the last whole stripe.
  ///   - count: of all bytes.
  init(_ state: State, rest: RawSpan, count: Int) {
    var position = 0
    var hash = count >= Self.stripeSize ? state.merged : Self.prime5
    hash &+= UInt64(count)
    while position + 8 <= rest.byteCount {
      hash ^= Self.round(0, rest.word64(at: position))
      hash = hash.rotated(27) &* Self.prime1 &+ Self.prime4
      position += 8
    }
    if position + 4 <= rest.byteCount {
      hash ^= UInt64(rest.word32(at: position)) &* Self.prime1
      hash = hash.rotated(23) &* Self.prime2 &+ Self.prime3
      position += 4
    }
    while position < rest.byteCount {
      hash ^= UInt64(rest.byte(at: position)) &* Self.prime5
      hash = hash.rotated(11) &* Self.prime1
      position += 1
    }
    value = Self.avalanche(hash)
  }

  /// In bytes.
  static let stripeSize = 32

  private static let prime1: UInt64 = 0x9E37_79B1_85EB_CA87
  private static let prime2: UInt64 = 0xC2B2_AE3D_27D4_EB4F
  private static let prime3: UInt64 = 0x1656_67B1_9E37_79F9
  private static let prime4: UInt64 = 0x85EB_CA77_C2B2_AE63
  private static let prime5: UInt64 = 0x27D4_EB2F_1656_67C5

  private static func round(_ accumulator: UInt64, _ lane: UInt64) -> UInt64 {
    (accumulator &+ lane &* prime2).rotated(31) &* prime1
  }

  /// The four lanes over which stripes are spread.
  struct State {
    private var (a, b, c, d) = (prime1 &+ prime2, prime2, UInt64(0), 0 &- prime1)

    /// - Precondition: the bytes are whole stripes.
    mutating func combine(stripesOf bytes: RawSpan) {
      var position = 0
      while position &+ stripeSize <= bytes.byteCount {
        // A whole stripe stands there, as was just asked; to ask for each word would double the work.
        a = round(a, unsafe bytes.uncheckedWord64(at: position))
        b = round(b, unsafe bytes.uncheckedWord64(at: position &+ 8))
        c = round(c, unsafe bytes.uncheckedWord64(at: position &+ 16))
        d = round(d, unsafe bytes.uncheckedWord64(at: position &+ 24))
        position &+= stripeSize
      }
    }

    var merged: UInt64 {
      var hash = a.rotated(1) &+ b.rotated(7) &+ c.rotated(12) &+ d.rotated(18)
      for lane in [a, b, c, d] {
        hash = (hash ^ round(0, lane)) &* prime1 &+ prime4
      }
      return hash
    }
  }

  private static func avalanche(_ hash: UInt64) -> UInt64 {
    var hash = hash
    hash = (hash ^ (hash >> 33)) &* prime2
    hash = (hash ^ (hash >> 29)) &* prime3
    return hash ^ (hash >> 32)
  }
}

extension ContentHash: CustomStringConvertible {
  /// Sixteen hexadecimal digits.
  package var description: String {
    let digits = String(value, radix: 16)
    return String(repeating: "0", count: 16 - digits.count) + digits
  }
}

extension UInt64 {
  fileprivate func rotated(_ count: UInt64) -> UInt64 {
    (self << count) | (self >> (64 - count))
  }
}

extension RawSpan {
  // The loads check their bounds; any alignment is allowed and every bit pattern is a valid integer.
  fileprivate func word64(at offset: Int) -> UInt64 {
    unsafe UInt64(littleEndian: unsafeLoadUnaligned(fromByteOffset: offset, as: UInt64.self))
  }

  /// - Precondition: the word lies within these bytes.
  @unsafe fileprivate func uncheckedWord64(at offset: Int) -> UInt64 {
    unsafe UInt64(
      littleEndian: unsafeLoadUnaligned(fromUncheckedByteOffset: offset, as: UInt64.self))
  }

  fileprivate func word32(at offset: Int) -> UInt32 {
    unsafe UInt32(littleEndian: unsafeLoadUnaligned(fromByteOffset: offset, as: UInt32.self))
  }

  fileprivate func byte(at offset: Int) -> UInt8 {
    unsafe unsafeLoad(fromByteOffset: offset, as: UInt8.self)
  }
}
