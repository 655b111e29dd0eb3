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

/// Writes posting lists, one term after another, from postings as they come.
///
/// Its memory grows with one list's bytes and a byte for each of its postings, and is used again for
/// the next.
package struct PostingListWriter {
  private let strengths: PostingStrengths
  private var skips = ByteWriter()
  private var blocks = ByteWriter()
  private var positionBlocks = ByteWriter()
  /// How many postings and positions the block holds that is not full yet.
  private var (open, openPositions) = (0, 0)
  /// Of that block, and then room for more: distances between passages, counts, distances between
  /// positions.
  private var distances = [UInt32](repeating: 0, count: IndexFormat.postingsPerBlock)
  private var counts = [SIMD4<UInt32>](repeating: .zero, count: IndexFormat.postingsPerBlock)
  private var positions: [UInt32] = []
  private var plane: [UInt32] = []
  /// Of the postings in blocks that are full.
  private var count = 0
  private var last = -1
  /// The last passage of the blocks that are full.
  private var lastOfBlocks = -1
  private var maximum: Float = 0
  /// Of every posting, as a floor.
  private var codes: [UInt8] = []

  package init(strengths: PostingStrengths) { self.strengths = strengths }

  /// Adds the term's next posting.
  ///
  /// - Parameters:
  ///   - passage: higher than the one before.
  ///   - counts: how often the term stands in each field; not all 0.
  ///   - newPositions: so many, field after field, ascending in each.
  package mutating func append(
    passage: Int, counts newCounts: SIMD4<UInt32>, positions newPositions: some Sequence<UInt32>
  ) {
    makeRoom(forPositions: Int(newCounts.wrappedSum()))
    begin(passage)
    append(newPositions, newCounts)
    counts[open] = newCounts
    open += 1
  }

  /// Adds all postings of a term.
  ///
  /// - Parameter places: of its tokens, ascending; see `TokenPlace`.
  mutating func append(places: [UInt64]) {
    var index = 0
    while index < places.count {
      makeRoom(forPositions: places.count - index)
      var block = (postings: open, positions: openPositions)
      index = Self.fill(
        &block, after: &last, places.span, from: index, &distances, &counts, &positions)
      (open, openPositions) = block
    }
  }

  /// Adds postings until the block is full.
  ///
  /// - Returns: where the next posting starts.
  private static func fill(
    _ block: inout (postings: Int, positions: Int), after last: inout Int,
    _ places: Span<UInt64>, from start: Int, _ distances: inout [UInt32],
    _ counts: inout [SIMD4<UInt32>], _ positions: inout [UInt32]
  ) -> Int {
    var distances = distances.mutableSpan
    var counts = counts.mutableSpan
    var positions = positions.mutableSpan
    var index = start
    while index < places.count, block.postings < counts.count {
      let passage = TokenPlace.passage(of: places[index])
      precondition(passage > last, "passage \(passage) after \(last)")
      distances[block.postings] = UInt32(passage - last - 1)
      last = passage
      counts[block.postings] = .zero
      repeat {
        let (first, firstIndex) = (places[index], index)
        var next: UInt32 = 0
        repeat {
          let position = TokenPlace.position(of: places[index])
          positions[block.positions] = position - next
          next = position + 1
          block.positions += 1
          index += 1
        } while index < places.count && TokenPlace.areInOneField(places[index], first)
        counts[block.postings][TokenPlace.field(of: first)] = UInt32(index - firstIndex)
      } while index < places.count && TokenPlace.passage(of: places[index]) == passage
      block.postings += 1
    }
    return index
  }

  /// Makes room for a posting with so many positions.
  private mutating func makeRoom(forPositions count: Int) {
    // Only now is it known that the list goes on, and so that it has a table of blocks.
    if open == counts.count { endBlock(isOnly: false) }
    let missing = openPositions + count - positions.count
    if missing > 0 { positions += repeatElement(0, count: missing) }
  }

  private mutating func begin(_ passage: Int) {
    precondition(passage > last, "passage \(passage) after \(last)")
    distances[open] = UInt32(passage - last - 1)
    last = passage
  }

  /// Ends the list, puts it behind what was written before, and makes ready for the next term.
  package mutating func finish(
    into postingBytes: inout ByteWriter, positions positionBytes: inout ByteWriter
  ) -> EncodedPostingList {
    endBlock(isOnly: count == 0)
    let (start, positionStart) = (postingBytes.count, positionBytes.count)
    postingBytes.append(bytes: skips.bytes)
    postingBytes.append(bytes: blocks.bytes)
    positionBytes.append(bytes: positionBlocks.bytes)
    let list = EncodedPostingList(
      passageCount: count, postings: start..<postingBytes.count,
      positions: positionStart..<positionBytes.count, maximum: maximum, floor: floor)
    codes.removeAll(keepingCapacity: true)
    skips.removeAll()
    blocks.removeAll()
    positionBlocks.removeAll()
    (count, last, lastOfBlocks, maximum) = (0, -1, -1, 0)
    return list
  }

  /// The highest code that so many postings reach.
  private var floor: UInt8 {
    guard count >= IndexFormat.postingsAtFloor else { return 0 }
    var ofCode = InlineArray<256, Int>(repeating: 0)
    for code in codes { ofCode[Int(code)] += 1 }
    var (code, reached) = (255, ofCode[255])
    while reached < IndexFormat.postingsAtFloor {
      code -= 1
      reached += ofCode[code]
    }
    return UInt8(code)
  }

  private mutating func endBlock(isOnly: Bool) {
    let start = blocks.count
    let blockMaximum = weighPostings()
    if !isOnly { blocks.append(variable: positionBlocks.count) }
    appendPostings()
    // A bit each at least, so that a count can be held against the bytes there are.
    positionBlocks.append(packed: positions[..<openPositions], narrowest: 1)
    if !isOnly {
      skips.append(uint32: UInt32(last))
      skips.append(uint16: UInt16(blocks.count - start))
      skips.append(byte: StrengthBound.code(notBelow: blockMaximum))
    }
    maximum = max(maximum, blockMaximum)
    count += open
    (open, openPositions) = (0, 0)
  }

  /// Returns the strength of the strongest.
  private mutating func weighPostings() -> Float {
    let (distances, counts, strengths) = (distances, counts, strengths)
    let (first, last) = (codes.count, codes.count + open)
    var strongest: Float = 0
    var passage = lastOfBlocks
    codes += repeatElement(0, count: open)
    var codes = codes.mutableSpan
    for code in first..<last {
      let index = code - first
      passage += Int(distances[index]) + 1
      let strength = strengths.strength(of: counts[index], in: passage)
      strongest = max(strongest, strength)
      codes[code] = StrengthBound.code(notAbove: strength)
    }
    lastOfBlocks = passage
    return strongest
  }

  private mutating func appendPostings() {
    let counts = counts[..<open]
    // By field: 1 if every posting has it, and a number above that if one has it more often.
    var (base, any) = (SIMD4<UInt32>.one, SIMD4<UInt32>.zero)
    for vector in counts {
      // A number or its negative has the highest bit, unless it is 0.
      base &= (vector | (.zero &- vector)) &>> 31
      any |= vector
    }
    var fields = PostingFields()
    for field in Field.allCases {
      fields.set(
        field, inEach: base[field: field] > 0, varies: any[field: field] > base[field: field])
    }
    blocks.append(byte: fields.rawValue)
    blocks.append(packed: distances[..<open])
    for field in Field.allCases where fields.varies(field) {
      plane.removeAll(keepingCapacity: true)
      for vector in counts { plane.append(vector[field: field] - base[field: field]) }
      blocks.append(packed: plane)
    }
  }

  private mutating func append(_ newPositions: some Sequence<UInt32>, _ counts: SIMD4<UInt32>) {
    var iterator = newPositions.makeIterator()
    for field in 0..<4 where counts[field] > 0 {
      var next: UInt32 = 0
      for _ in 0..<counts[field] {
        guard let position = iterator.next() else { preconditionFailure("positions are missing") }
        positions[openPositions] = position - next
        openPositions += 1
        next = position + 1
      }
    }
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
