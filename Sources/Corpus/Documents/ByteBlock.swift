/// Sixteen bytes of a text, looked at at once: no processor guesses where the next word ends, so a
/// branch for each byte costs ten times as much.
///
/// Both sides of every operation are vectors: with a number on one side the compiler goes byte by byte.
struct ByteBlock {
  private let bytes: SIMD16<UInt8>

  static let size = 16

  init(_ text: Span<UInt8>, at offset: Int) {
    precondition(offset >= 0 && offset + Self.size <= text.count, "no block at \(offset)")
    // So many bytes stand there, and any of them make a vector.
    bytes = unsafe text.bytes.unsafeLoadUnaligned(
      fromUncheckedByteOffset: offset, as: SIMD16<UInt8>.self)
  }

  @inline(__always)
  func bytes(equalTo byte: UInt8) -> ByteMask { ByteMask(bytes .== SIMD16(repeating: byte)) }

  @inline(__always)
  var spaces: ByteMask { bytes(equalTo: 0x20) }

  /// Controls, and what is not ASCII.
  @inline(__always)
  var unprintable: ByteMask {
    ByteMask(bytes &- SIMD16(repeating: 0x20) .>= SIMD16(repeating: 0x60))
  }

  /// Those of ASCII.
  @inline(__always)
  var lettersAndDigits: ByteMask {
    let lower = bytes | SIMD16(repeating: 0x20)
    return ByteMask(
      (lower &- SIMD16(repeating: UInt8(ascii: "a")) .< SIMD16(repeating: 26))
        .| (bytes &- SIMD16(repeating: UInt8(ascii: "0")) .< SIMD16(repeating: 10)))
  }
}

/// Which bytes of a block have some property.
struct ByteMask {
  private let mask: SIMDMask<SIMD16<Int8>>

  @inline(__always)
  init(_ mask: SIMDMask<SIMD16<Int8>>) { self.mask = mask }

  /// All from the one of a number on.
  @inline(__always)
  static func from(_ first: Int) -> ByteMask {
    let numbers = SIMD16<UInt8>(0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15)
    return ByteMask(numbers .>= SIMD16(repeating: UInt8(first)))
  }

  @inline(__always)
  static func & (one: ByteMask, other: ByteMask) -> ByteMask { ByteMask(one.mask .& other.mask) }

  @inline(__always)
  static func | (one: ByteMask, other: ByteMask) -> ByteMask { ByteMask(one.mask .| other.mask) }

  @inline(__always)
  static prefix func ! (mask: ByteMask) -> ByteMask { ByteMask(.!mask.mask) }

  /// All bits of the bytes that have the property, of the first eight bytes and of the others.
  @inline(__always)
  private var halves: SIMD2<UInt64> {
    // A mask is as many bytes, of ones or of zeros.
    unsafe unsafeBitCast(mask, to: SIMD2<UInt64>.self)
  }

  @inline(__always)
  var isEmpty: Bool { halves[0] | halves[1] == 0 }

  @inline(__always)
  var count: Int {
    // One from each byte, summed up in the highest; old processors count no bits.
    let ones = halves & SIMD2(repeating: 0x0101_0101_0101_0101)
    return Int(((ones[0] &+ ones[1]) &* 0x0101_0101_0101_0101) >> 56)
  }

  /// The number of the first; that of all bytes if there is none.
  @inline(__always)
  var first: Int {
    let low = halves[0].trailingZeroBitCount
    return (low < 64 ? low : 64 + halves[1].trailingZeroBitCount) / 8
  }

  /// How many follow one another up to the block's end.
  @inline(__always)
  var trailingCount: Int {
    let high = (~halves[1]).leadingZeroBitCount
    return (high < 64 ? high : 64 + (~halves[0]).leadingZeroBitCount) / 8
  }

  /// Hands on the number of each.
  func forEach(_ body: (Int) -> Void) {
    for half in 0..<2 {
      var rest = halves[half] & 0x8080_8080_8080_8080
      while rest != 0 {
        body(8 * half + rest.trailingZeroBitCount / 8)
        rest &= rest &- 1
      }
    }
  }
}
