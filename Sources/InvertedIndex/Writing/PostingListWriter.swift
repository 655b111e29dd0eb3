/// Where a posting list was written, and what its term's dictionary entry says of it.
package struct EncodedPostingList: Equatable, Sendable {
  package let passageCount: Int
  /// In bytes of what the list was written into.
  package let postings: Range<Int>
  package let positions: Range<Int>
  /// No posting of the list is stronger; see `PostingStrengths`.
  package let maximum: Float
  /// The code of a strength that `IndexFormat.postingsAtFloor` postings reach; 0 if there are not so
  /// many.
  package let floor: UInt8

  package init(
    passageCount: Int, postings: Range<Int>, positions: Range<Int>, maximum: Float, floor: UInt8
  ) {
    self.passageCount = passageCount
    self.postings = postings
    self.positions = positions
    self.maximum = maximum
    self.floor = floor
  }
}

/// Writes posting lists, one term after another, from the places of their tokens as they come.
///
/// Its memory grows with one list's bytes, and is used again for the next.
package struct PostingListWriter {
  private let strengths: PostingStrengths
  private var block = OpenPostings()
  /// Of the blocks that are full: what tells of them, their postings, their positions.
  private var skips = ByteWriter()
  private var blocks = ByteWriter()
  private var positionBlocks = ByteWriter()
  /// Of the blocks that are written: how many postings they hold, and the last passage.
  private var (count, last) = (0, -1)
  private var maximum: Float = 0
  /// Of a list of `IndexFormat.postingsAtFloor` or more: how many postings have each strength, as
  /// the code of a floor.
  private var ofCode = InlineArray<256, UInt32>(repeating: 0)

  package init(strengths: PostingStrengths) { self.strengths = strengths }

  /// Adds postings of a term.
  ///
  /// - Parameter places: of its next tokens, ascending; see `TokenPlace`. No passage has tokens here
  ///   and among those before.
  mutating func append(places: Span<UInt64>) {
    var taken = block.append(places: places)
    while taken < places.count {
      // Only now is it known that the list goes on, and so that it has a table of blocks.
      endBlock()
      taken += block.append(places: places.extracting(taken..<places.count))
    }
  }

  /// Ends the list, puts it behind what was written before, and makes ready for the next term.
  package mutating func finish(
    into postingBytes: inout ByteWriter, positions positionBytes: inout ByteWriter
  ) -> EncodedPostingList {
    let (start, positionStart) = (postingBytes.count, positionBytes.count)
    if count == 0 {
      weighBlock(isOnly: true)
      block.encodePostings(after: -1, into: &postingBytes)
      block.encodePositions(into: &positionBytes)
      count = block.count
      block.removeAll()
    } else {
      endBlock()
      postingBytes.append(bytes: skips.bytes)
      postingBytes.append(bytes: blocks.bytes)
      positionBytes.append(bytes: positionBlocks.bytes)
    }
    defer { removeAll() }
    return EncodedPostingList(
      passageCount: count, postings: start..<postingBytes.count,
      positions: positionStart..<positionBytes.count, maximum: maximum, floor: floor)
  }

  private mutating func removeAll() {
    if count >= IndexFormat.postingsAtFloor { ofCode = InlineArray(repeating: 0) }
    if !skips.bytes.isEmpty {
      skips.removeAll()
      blocks.removeAll()
      positionBlocks.removeAll()
    }
    (count, last, maximum) = (0, -1, 0)
  }

  /// Writes one of several blocks.
  private mutating func endBlock() {
    let start = blocks.count
    let blockMaximum = weighBlock(isOnly: false)
    blocks.append(variable: positionBlocks.count)
    block.encodePostings(after: last, into: &blocks)
    block.encodePositions(into: &positionBlocks)
    last = block.lastPassage
    skips.append(uint32: UInt32(last))
    skips.append(uint16: UInt16(blocks.count - start))
    skips.append(byte: StrengthBound.code(notBelow: blockMaximum))
    count += block.count
    block.removeAll()
  }

  /// Returns the strength of the strongest posting.
  @discardableResult
  private mutating func weighBlock(isOnly: Bool) -> Float {
    let blockMaximum = block.weigh(strengths)
    maximum = max(maximum, blockMaximum)
    if !isOnly || block.count >= IndexFormat.postingsAtFloor { block.count(into: &ofCode) }
    return blockMaximum
  }

  /// The highest code that so many postings reach.
  private var floor: UInt8 {
    guard count >= IndexFormat.postingsAtFloor else { return 0 }
    var code = StrengthBound.code(notAbove: maximum)
    var reached = ofCode[Int(code)]
    while reached < IndexFormat.postingsAtFloor {
      code -= 1
      reached += ofCode[Int(code)]
    }
    return code
  }
}

/// How the counts of a block are written, field by field.
struct PostingFields {
  /// Bit n: the counts of field n are written, less one if bit 4 + n is set; else all are the same.
  /// Bit 4 + n: each posting holds the term in field n at least once.
  private(set) var rawValue: UInt8 = 0

  init(rawValue: UInt8 = 0) { self.rawValue = rawValue }

  func varies(_ field: Field) -> Bool { rawValue & (1 << field.rawValue) != 0 }

  /// What is added to the counts as they are written.
  func base(_ field: Field) -> UInt32 { rawValue & (16 << field.rawValue) != 0 ? 1 : 0 }

  mutating func set(_ field: Field, inEach: Bool, varies: Bool) {
    if varies { rawValue |= 1 << UInt8(field.rawValue) }
    if inEach { rawValue |= 16 << UInt8(field.rawValue) }
  }
}
