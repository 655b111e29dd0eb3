internal import Corpus

/// A text with its white space folded, and where each of its bytes went.
struct FoldedText {
  /// In UTF-8.
  let bytes: [UInt8]
  /// Nil if every byte of the original is a scalar of its own and stays in its place: most texts.
  private let moves: Moves?

  /// Where the bytes of a text went in which some went elsewhere.
  private struct Moves {
    /// For each byte of the original, its end included, the scalar offset in the folded text.
    var scalars: [Int] = []
    /// For each scalar of the folded text, its end included, its byte offset there.
    var bytes: [Int] = []
  }

  init(_ original: String) {
    (bytes, moves) = Self.foldedInPlace(original).map { ($0, nil) } ?? Self.folded(original)
  }

  var text: String { String(decoding: bytes, as: UTF8.self) }

  /// - Parameter range: half-open, in bytes of the original.
  /// - Returns: the range in scalars of the folded text.
  func scalars(_ range: Range<Int>) -> Range<Int> {
    scalar(range.lowerBound)..<scalar(range.upperBound)
  }

  /// The folded text of a range of bytes of the original.
  func bytes(of range: Range<Int>) -> ArraySlice<UInt8> {
    let scalars = scalars(range)
    guard let moves else { return bytes[scalars] }
    return bytes[moves.bytes[scalars.lowerBound]..<moves.bytes[scalars.upperBound]]
  }

  /// The same as a string.
  func slice(_ range: Range<Int>) -> String { String(decoding: bytes(of: range), as: UTF8.self) }

  private func scalar(_ offset: Int) -> Int {
    guard let moves else { return min(offset, bytes.count) }
    return min(moves.scalars[offset], moves.bytes.count - 1)
  }

  /// Nil unless the text is ASCII with no two white spaces in a row and none in front.
  private static func foldedInPlace(_ original: String) -> [UInt8]? {
    var bytes = Array(original.utf8)
    var followsSpace = true
    var index = 0
    while index < bytes.count {
      if !followsSpace, index + 8 <= bytes.count, Self.isFolded(bytes.span, from: index) {
        index += 8
        followsSpace = bytes[index - 1] == 0x20
        continue
      }
      let byte = bytes[index]
      if byte > 0x20 {
        guard byte < 0x80 else { return nil }
        followsSpace = false
      } else if byte == 0x20 || (0x09...0x0D).contains(byte) {
        guard !followsSpace else { return nil }
        bytes[index] = 0x20
        followsSpace = true
      } else {
        followsSpace = false
      }
      index += 1
    }
    if followsSpace, !bytes.isEmpty { bytes.removeLast() }
    return bytes
  }

  /// Whether eight bytes are printable ASCII without two spaces in a row: nearly all are.
  ///
  /// Bytes are compared as parts of one integer, as in `JSONWriter`.
  private static func isFolded(_ bytes: Span<UInt8>, from start: Int) -> Bool {
    // The span checks the bounds; any bytes are an integer.
    let word = unsafe bytes.bytes.unsafeLoadUnaligned(fromByteOffset: start, as: UInt64.self)
      .littleEndian
    let ones: UInt64 = 0x0101_0101_0101_0101
    let other = word ^ ones &* 0x20
    let spaces = (other &- ones) & ~other
    return (word | (word &- ones &* 0x20) & ~word | spaces & spaces << 8) & (ones &* 0x80) == 0
  }

  private static func folded(_ original: String) -> ([UInt8], Moves) {
    var bytes: [UInt8] = []
    var moves = Moves()
    bytes.reserveCapacity(original.utf8.count)
    moves.scalars.reserveCapacity(original.utf8.count + 1)
    moves.bytes.reserveCapacity(original.utf8.count + 1)
    for scalar in original.unicodeScalars {
      for _ in 0..<UTF8.width(scalar) { moves.scalars.append(moves.bytes.count) }
      let isSpace = scalar.isSpace
      if isSpace, bytes.isEmpty || bytes.last == 0x20 { continue }
      moves.bytes.append(bytes.count)
      if isSpace { bytes.append(0x20) } else { bytes.append(contentsOf: scalar.utf8) }
    }
    moves.scalars.append(moves.bytes.count)
    if bytes.last == 0x20 {
      bytes.removeLast()
      moves.bytes.removeLast()
    }
    moves.bytes.append(bytes.count)
    return (bytes, moves)
  }
}

extension Unicode.Scalar {
  /// Its form in UTF-8, at most four bytes.
  fileprivate var utf8: UTF8.EncodedScalar { UTF8.encode(self) ?? UTF8.encodedReplacementCharacter }
}
