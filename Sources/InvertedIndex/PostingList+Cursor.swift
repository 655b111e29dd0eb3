package import Corpus

extension PostingList {
  /// Walks a posting list forward.
  ///
  /// Before the first `advance` or `seek` and after the last posting, `passage` is nil. Passages
  /// only ever grow. A block is decoded when a posting of it is asked for; `seekBlock` looks for
  /// the block alone, so that it can be judged by its `blockMaximum` and passed over.
  package struct Cursor: Sendable {
    private let list: PostingList
    /// Before the first block −1, after the last one the number of blocks.
    private var number = -1
    private var block: PostingBlock
    /// The last passage of the block before.
    private var before = -1
    private var isDecoded = false
    /// The present posting among those of the block, once it is decoded.
    private var place = 0
    /// Of the block, once it is decoded; of which `size` count.
    private var passages: [UInt32] = []
    private var size = 0
    private var counts: PostingCounts
    /// Of the block's postings; empty unless asked for.
    private var strengths: [Float] = []
    private var hasStrengths = false
    // Kept, so that no block allocates them anew.
    private var frequencies: [FieldFrequencies] = []
    private var scratch: [UInt32] = []
    /// Where the positions of the block start.
    private var positionsStart: Int
    private var positions = BlockPositions()

    init(_ list: PostingList) {
      self.list = list
      block = PostingBlock(bytes: list.blocks..<list.blocks, last: -1, maximum: 0)
      counts = PostingCounts()
      positionsStart = list.positions.lowerBound
    }

    /// Nil before the first posting and after the last, and where only the block is known.
    package var passage: PassageID? {
      isDecoded ? PassageID(Int(passages[place])) : nil
    }

    /// The present posting.
    package var current: Posting? {
      guard let passage else { return nil }
      return Posting(
        passage: passage, frequencies: FieldFrequencies(counts.counts(at: place, in: list.file)))
    }

    /// Whether every block lies behind.
    package var isAtEnd: Bool { number == list.blockCount }

    /// The last passage that may be in the present block; before `seekBlock` and at the end no passage's.
    package var blockLast: Int { block.last }

    /// No posting of the present block is stronger; 0 before `seekBlock` and at the end.
    package var blockMaximum: Float { block.maximum }

    /// Moves to the next posting, or past the last one.
    package mutating func advance() throws(IndexError) {
      guard !isAtEnd else { return }
      if isDecoded {
        place += 1
        if place < size { return }
      }
      if isDecoded || number < 0 { try enterNextBlock() }
      if !isAtEnd { try decode() }
    }

    /// Moves to the first posting at or after a passage; never backwards.
    package mutating func seek(to target: PassageID) throws(IndexError) {
      try seekBlock(to: target.ordinal)
      guard !isAtEnd else { return }
      if !isDecoded { try decode() }
      if passages[place] >= UInt32(truncatingIfNeeded: target.ordinal) { return }
      place = passages.firstPlace(
        notBelow: UInt32(truncatingIfNeeded: target.ordinal), from: place, to: size)
      if place == size { leave() }
    }

    /// The same, telling whether the passage holds the term.
    package mutating func finds(_ target: PassageID) throws(IndexError) -> Bool {
      try seek(to: target)
      return isDecoded && passages[place] == UInt32(truncatingIfNeeded: target.ordinal)
    }

    /// Moves to the block that a passage would be in, without decoding it; never backwards.
    ///
    /// A block that is decoded already stays so, and the present posting is left where it is.
    ///
    /// - Returns: the last passage that may be in the block, and the strength that no posting of it
    ///   exceeds; the highest number and 0 at the end.
    @discardableResult
    package mutating func seekBlock(
      to target: Int
    ) throws(IndexError) -> (last: Int, maximum: Float) {
      while block.last < target && !isAtEnd { try enterNextBlock() }
      return (block.last, block.maximum)
    }

    /// The strength of the term in a passage, which is not before the present one; 0 if it is not there.
    ///
    /// The same as `seek(to:)` and `current` in one step, for who asks a thousand times a question.
    package mutating func strength(
      in passage: Int, _ scale: FieldFrequencyScale, _ norms: FieldNorms
    ) throws(IndexError) -> Float {
      try seek(to: PassageID(passage))
      guard isDecoded, passages[place] == UInt32(truncatingIfNeeded: passage) else { return 0 }
      if hasStrengths { return strengths[place] }
      return scale.strength(
        counts.counts(at: place, in: list.file), lengths: norms.lengths(of: PassageID(passage)))
    }

    /// Takes a look at the postings of a range that are in the present block, in passage order.
    ///
    /// All strengths of the block are worked out together: a fifth of the time that one takes alone.
    ///
    /// - Parameter body: is given the passages and, at the same places, their strengths; not called
    ///   if there are none.
    /// - Precondition: the range starts at or after the present posting.
    package mutating func withStrengths(
      in range: Range<Int>, _ scale: FieldFrequencyScale, _ norms: FieldNorms,
      _ body: (_ passages: Span<UInt32>, _ strengths: Span<Float>) -> Void
    ) throws(IndexError) {
      guard number >= 0 && !isAtEnd else { return }
      if !isDecoded { try decode() }
      if !hasStrengths { workOutStrengths(scale, norms) }
      let start = passages.firstPlace(
        notBelow: UInt32(clamping: range.lowerBound), from: place, to: size)
      let end =
        range.upperBound > block.last
        ? size
        : passages.firstPlace(notBelow: UInt32(clamping: range.upperBound), from: start, to: size)
      guard start < end else { return }
      body(passages.span.extracting(start..<end), strengths.span.extracting(start..<end))
    }

    private mutating func workOutStrengths(_ scale: FieldFrequencyScale, _ norms: FieldNorms) {
      makeRoom()
      if strengths.isEmpty { strengths = Array(repeating: 0, count: passages.count) }
      counts.unpack(size, from: list.file, into: &frequencies, &scratch)
      scale.workOutStrengths(of: passages[..<size], frequencies, norms, into: &strengths)
      hasStrengths = true
    }

    private mutating func makeRoom() {
      guard frequencies.isEmpty else { return }
      frequencies = Array(repeating: FieldFrequencies(), count: passages.count)
      scratch = Array(repeating: 0, count: passages.count)
    }

    private mutating func enterNextBlock() throws(IndexError) {
      number += 1
      isDecoded = false
      guard !isAtEnd else { return leave() }
      before = block.last
      block = try list.block(number, at: block.bytes.upperBound)
      guard block.last > before else { throw damage("blocks of postings are out of order") }
    }

    private mutating func leave() {
      number = list.blockCount
      isDecoded = false
      block = PostingBlock(bytes: list.end..<list.end, last: .max, maximum: 0)
    }

    private func damage(_ reason: String) -> IndexError {
      .damaged(path: list.file.path, offset: block.bytes.lowerBound, reason: reason)
    }

    /// Reads the passages of the block and where its counts are, all of it checked.
    private mutating func decode() throws(IndexError) {
      if passages.isEmpty {
        passages = Array(repeating: 0, count: min(list.count, IndexFormat.postingsPerBlock))
      }
      var reader = ByteReader(list.file, block.bytes)
      size = list.size(ofBlock: number)
      if list.isLong {
        let offset = try reader.variable()
        guard offset < max(list.positions.count, 1) else {
          throw damage("positions are out of place")
        }
        positionsStart = list.positions.lowerBound + offset
      }
      let fields = PostingFields(rawValue: try reader.byte())
      counts.removeAll()
      let distances = try PackedNumbers(&reader, count: size, exceptions: &counts.exceptions)
      try decodePassages(distances)
      try counts.read(fields, &reader, count: size)
      place = 0
      positions.close()
      isDecoded = true
      hasStrengths = false
    }

    private mutating func decodePassages(_ distances: PackedNumbers) throws(IndexError) {
      distances.unpack(size, from: list.file, counts.exceptions, into: &passages)
      // At most 128 numbers of 32 bits are added: no overflow, and the last is the highest.
      let size = size
      var last = before
      var numbers = passages.mutableSpan
      for index in 0..<size {
        last &+= Int(numbers[index]) &+ 1
        numbers[index] = UInt32(truncatingIfNeeded: last)
      }
      guard last < list.passageCount, last == block.last || !list.isLong else {
        throw damage("a passage number is too high")
      }
    }

    /// Whether the term stands in one field of the present passage.
    package func holds(_ field: Field) -> Bool {
      isDecoded && counts.count(of: field, at: place, in: list.file) > 0
    }

    /// Where the term stands in the present passage; none before the first posting and after the last.
    ///
    /// - Parameter found: loses what it held.
    package mutating func readPositions(
      into found: inout PostingPositions
    ) throws(IndexError) {
      guard isDecoded else { return found = PostingPositions() }
      try positions.read(
        place, counts, in: list.file, at: positionsStart..<list.positions.upperBound, into: &found)
    }

    /// The positions of the term in one field of the present passage, ascending from 0.
    package func positions(in field: Field) throws(IndexError) -> [Int] {
      var (cursor, found) = (self, PostingPositions())
      try cursor.readPositions(into: &found)
      return found[field].map { Int($0) }
    }

    /// Hands on where the term stands in every passage from the present one up to another: passage
    /// after passage, field after field, ascending in each.
    ///
    /// The positions of a block are read at once: in a tenth of the time that asking for each field
    /// takes. Afterwards the present posting is the first that was not handed on.
    package mutating func forEachPosition(
      before end: Int, _ body: (_ passage: Int, _ field: Int, _ position: Int) -> Void
    ) throws(IndexError) {
      while let passage, passage.ordinal < end {
        makeRoom()
        counts.unpack(size, from: list.file, into: &frequencies, &scratch)
        let distances = try distancesOfBlock()
        var next = frequencies[..<place].reduce(0) { $0 + Self.total($1.counts) }
        while place < size, Int(passages[place]) < end {
          for field in 0..<4 {
            var position = -1
            for _ in 0..<frequencies[place].counts[field] {
              position += Int(distances[next]) + 1
              next += 1
              body(Int(passages[place]), field, position)
            }
          }
          place += 1
        }
        guard place == size else { return }
        place -= 1
        try advance()
      }
    }

    private static func total(_ counts: SIMD4<UInt32>) -> Int {
      Int(SIMD4<Int>(truncatingIfNeeded: counts).wrappedSum())
    }

    /// Between the positions of the block, whose counts are in `frequencies`.
    private func distancesOfBlock() throws(IndexError) -> [UInt32] {
      let total = frequencies[..<size].reduce(0) { $0 + Self.total($1.counts) }
      var reader = ByteReader(list.file, positionsStart..<list.positions.upperBound)
      var exceptions: [PackedException] = []
      let packed = try PackedNumbers(&reader, count: total, exceptions: &exceptions)
      guard packed.width > 0 else { throw reader.damage("positions without bits") }
      var distances = [UInt32](repeating: 0, count: total)
      packed.unpack(total, from: list.file, exceptions, into: &distances)
      return distances
    }
  }
}

extension FieldFrequencyScale {
  /// - Parameter strengths: has room for those of the passages.
  fileprivate func workOutStrengths(
    of passages: ArraySlice<UInt32>, _ frequencies: [FieldFrequencies], _ norms: FieldNorms,
    into strengths: inout [Float]
  ) {
    // Spans, so that nobody asks for each posting whether the memory is shared.
    let (passages, frequencies) = (passages.span, frequencies.span)
    var strengths = strengths.mutableSpan
    for index in passages.indices {
      let lengths = norms.lengths(of: PassageID(Int(passages[index])))
      strengths[index] = strength(frequencies[index].counts, lengths: lengths)
    }
  }
}

extension [UInt32] {
  /// By doubled steps, then by halving: what is looked for is often near.
  ///
  /// Of the array alone, so that no cursor is copied for it.
  fileprivate func firstPlace(notBelow target: UInt32, from start: Int, to end: Int) -> Int {
    var (low, step) = (start, 1)
    while low + step < end, self[low + step] < target { (low, step) = (low + step, 2 * step) }
    var high = Swift.min(low + step, end)
    while low < high {
      let middle = (low + high) / 2
      if self[middle] < target { low = middle + 1 } else { high = middle }
    }
    return low
  }
}
