/// Where a posting list was written, and what its term's dictionary entry says of it.
package struct EncodedPostingList: Equatable, Sendable {
  package let passageCount: Int
  /// In bytes of what the list was written into.
  package let postings: Range<Int>
  package let positions: Range<Int>
  /// No posting of the list is stronger; see `PostingStrengths`.
  package let maximum: Float
}

/// Writes posting lists, one term after another, from postings as they come.
///
/// Its memory grows with one list's bytes, not with its postings, and is used again for the next.
package struct PostingListWriter {
  private let strengths: PostingStrengths
  private var skips = ByteWriter()
  private var blocks = ByteWriter()
  private var positions = ByteWriter()
  private var count = 0
  private var last = -1
  private var maximum: Float = 0
  private var blockStart = (postings: 0, positions: 0)

  package init(strengths: PostingStrengths) { self.strengths = strengths }

  /// Adds the term's next posting.
  ///
  /// - Parameters:
  ///   - passage: higher than the one before.
  ///   - counts: how often the term stands in each field; not all 0.
  ///   - newPositions: so many, field after field, ascending in each.
  package mutating func append(
    passage: Int, counts: SIMD4<UInt32>, positions newPositions: some Sequence<UInt32>
  ) {
    precondition(passage > last, "passage \(passage) after \(last)")
    append(passage: passage, counts: counts)
    append(newPositions, counts)
    last = passage
    maximum = max(maximum, strengths.strength(of: counts, in: passage))
    count += 1
    if count % IndexFormat.postingsPerBlock == 0 { endBlock() }
  }

  /// Ends the list, puts it behind what was written before, and makes ready for the next term.
  package mutating func finish(
    into postingBytes: inout ByteWriter, positions positionBytes: inout ByteWriter
  ) -> EncodedPostingList {
    if count % IndexFormat.postingsPerBlock != 0 { endBlock() }
    let (start, positionStart) = (postingBytes.count, positionBytes.count)
    if count > IndexFormat.postingsPerBlock { postingBytes.append(bytes: skips.bytes) }
    postingBytes.append(bytes: blocks.bytes)
    positionBytes.append(bytes: positions.bytes)
    let list = EncodedPostingList(
      passageCount: count, postings: start..<postingBytes.count,
      positions: positionStart..<positionBytes.count, maximum: maximum)
    reset()
    return list
  }

  private mutating func reset() {
    skips.removeAll()
    blocks.removeAll()
    positions.removeAll()
    (count, last, maximum, blockStart) = (0, -1, 0, (0, 0))
  }

  private mutating func endBlock() {
    skips.append(uint32: UInt32(last))
    skips.append(uint32: UInt32(blockStart.postings))
    skips.append(uint32: UInt32(blockStart.positions))
    blockStart = (blocks.count, positions.count)
  }

  private mutating func append(passage: Int, counts: SIMD4<UInt32>) {
    blocks.append(variable: passage - last - 1)
    var mask: UInt8 = 0
    for field in Field.allCases where counts[field: field] > 0 {
      mask |= 1 << UInt8(field.rawValue)
    }
    let areOnes = Field.allCases.allSatisfy { counts[field: $0] <= 1 }
    blocks.append(byte: areOnes ? mask | PostingList.allOnes : mask)
    guard !areOnes else { return }
    for field in Field.allCases where counts[field: field] > 0 {
      blocks.append(variable: Int(counts[field: field]))
    }
  }

  private mutating func append(_ newPositions: some Sequence<UInt32>, _ counts: SIMD4<UInt32>) {
    var iterator = newPositions.makeIterator()
    for field in Field.allCases {
      var last = -1
      for _ in 0..<counts[field: field] {
        guard let position = iterator.next() else { preconditionFailure("positions are missing") }
        positions.append(variable: Int(position) - last - 1)
        last = Int(position)
      }
    }
  }
}
