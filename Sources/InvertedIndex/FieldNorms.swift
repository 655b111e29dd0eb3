package import Corpus

/// How long each field of each passage is.
package struct FieldNorms: Sendable {
  /// Longer fields count as this long.
  package static let longest = Int(UInt16.max)

  private let file: MappedFile
  private let range: Range<Int>

  /// - Throws: `IndexError.damaged` unless there are eight bytes a passage.
  init(_ file: MappedFile, _ range: Range<Int>, passageCount: Int) throws(IndexError) {
    guard range.count == passageCount * 8 else {
      throw .damaged(path: file.path, offset: range.lowerBound, reason: "field lengths are missing")
    }
    self.file = file
    self.range = range
  }

  /// Lengths in tokens.
  @inline(__always)
  package func lengths(of passage: PassageID) -> FieldVector {
    let packed = file.uint64(at: range.lowerBound + passage.ordinal * 8)
    // Two bytes a field, all four at once.
    return FieldVector(
      SIMD4<UInt32>(
        UInt32(truncatingIfNeeded: packed) & 0xFFFF,
        UInt32(truncatingIfNeeded: packed >> 16) & 0xFFFF,
        UInt32(truncatingIfNeeded: packed >> 32) & 0xFFFF,
        UInt32(truncatingIfNeeded: packed >> 48)))
  }

  /// Lengths as they are kept.
  static func clamped(_ lengths: SIMD4<UInt32>) -> SIMD4<UInt16> {
    let longest = SIMD4(repeating: UInt32(longest))
    return SIMD4<UInt16>(truncatingIfNeeded: pointwiseMin(lengths, longest))
  }

  static func encode(_ lengths: [SIMD4<UInt16>]) -> [UInt8] {
    var writer = ByteWriter()
    for vector in lengths {
      for field in Field.allCases { writer.append(uint16: vector[field: field]) }
    }
    return writer.bytes
  }
}
