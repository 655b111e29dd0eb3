/// One term: how many passages hold it and where its posting list lies.
package struct TermEntry: Equatable, Sendable {
  package let term: String
  /// The number of passages that hold the term in any field.
  package let passageCount: Int
  /// In bytes of the file.
  let postings: Range<Int>
  let positions: Range<Int>
  /// No posting of its list is stronger.
  let maximum: Float
  /// `IndexFormat.postingsAtFloor` postings of its list are as strong, or more; 0 if there are not
  /// so many.
  let floor: Float
}

/// The terms in order of their UTF-8 bytes, searched where they lie in the file.
///
/// Terms stand in blocks of sixteen. A block's first term is whole; each other one says how many
/// bytes it shares with the term before it. A table of block offsets makes binary search possible.
package struct TermDictionary: Sendable {
  /// The number of distinct terms.
  package let count: Int
  private let file: MappedFile
  private let blockOffsets: Int
  private let blocks: Range<Int>
  private let postings: Range<Int>
  private let positions: Range<Int>
  private let recent = RecentTerms()

  /// - Throws: `IndexError.damaged` if the block table does not fit.
  init(
    _ file: MappedFile, _ range: Range<Int>, termCount: Int, postings: Range<Int>,
    positions: Range<Int>
  ) throws(IndexError) {
    let blockCount = (termCount + IndexFormat.termsPerBlock - 1) / IndexFormat.termsPerBlock
    guard termCount <= range.count, blockCount * 8 <= range.count else {
      throw .damaged(
        path: file.path, offset: range.lowerBound, reason: "the term table is cut short")
    }
    self.file = file
    self.postings = postings
    self.positions = positions
    count = termCount
    blockOffsets = range.lowerBound
    blocks = range.lowerBound + blockCount * 8..<range.upperBound
  }

  /// The entry of one term; nil if no passage holds it.
  ///
  /// Time is logarithmic in the number of terms; nothing is copied but the entry. What was looked up
  /// a moment ago is known.
  package func entry(for term: String) throws(IndexError) -> TermEntry? {
    if let known = recent.entry(for: term) { return known }
    let entry = try found(term)
    recent.keep(entry, for: term)
    return entry
  }

  private func found(_ term: String) throws(IndexError) -> TermEntry? {
    let bytes = term.utf8.span
    guard let block = try block(thatMayHold: bytes) else { return nil }
    var reader = try reader(ofBlock: block)
    var lists = Lists()
    // How many bytes the term before has in common with the one looked for.
    var common = 0
    for index in 0..<termCount(ofBlock: block) {
      let shared = index == 0 ? 0 : try reader.variable()
      let length = try reader.count()
      let rest = reader.offset..<reader.offset + length
      try reader.skip(length)
      if index == 0 { try readStart(of: &lists, &reader) }
      // The term before is lower. One that shares more with it than the term looked for is, too.
      if shared <= common {
        let alike = file.countAlike(rest, bytes, from: shared)
        common = shared + alike
        if alike < length,
          common == bytes.count || bytes[common] < file.byte(at: rest.lowerBound + alike)
        {
          return nil
        }
      }
      try readList(&lists, &reader)
      if shared + length == bytes.count, common == bytes.count {
        return try entry(term, lists, reader)
      }
    }
    return nil
  }

  /// All entries in order.
  package func entries() throws(IndexError) -> [TermEntry] {
    var all: [TermEntry] = []
    all.reserveCapacity(count)
    for block in 0..<blockCount { try appendEntries(ofBlock: block, to: &all) }
    return all
  }

  private var blockCount: Int {
    (count + IndexFormat.termsPerBlock - 1) / IndexFormat.termsPerBlock
  }

  /// The last block whose first term is not above the given one.
  private func block(thatMayHold term: Span<UInt8>) throws(IndexError) -> Int? {
    var low = 0
    var high = blockCount
    while low < high {
      let middle = (low + high) / 2
      var reader = try reader(ofBlock: middle)
      let length = try reader.count()
      let alike = file.countAlike(reader.offset..<reader.offset + length, term, from: 0)
      let isAbove =
        alike < length
        && (alike == term.count || term[alike] < file.byte(at: reader.offset + alike))
      if isAbove { high = middle } else { low = middle + 1 }
    }
    return low == 0 ? nil : low - 1
  }

  private func reader(ofBlock block: Int) throws(IndexError) -> ByteReader {
    let offset = file.uint64(at: blockOffsets + block * 8)
    guard offset < UInt64(blocks.count) else {
      throw .damaged(
        path: file.path, offset: blockOffsets + block * 8, reason: "a term block is out of place")
    }
    return ByteReader(file, blocks.lowerBound + Int(offset)..<blocks.upperBound)
  }

  private func appendEntries(
    ofBlock block: Int, to entries: inout [TermEntry]
  ) throws(IndexError) {
    var reader = try reader(ofBlock: block)
    var lists = Lists()
    var bytes: [UInt8] = []
    for index in 0..<termCount(ofBlock: block) {
      let shared = index == 0 ? 0 : try reader.variable()
      guard shared <= bytes.count else { throw reader.damage("a term shares too much") }
      bytes.removeLast(bytes.count - shared)
      try reader.appendText(to: &bytes)
      guard let term = String(checking: bytes.span) else {
        throw reader.damage("a term is not UTF-8")
      }
      if index == 0 { try readStart(of: &lists, &reader) }
      try readList(&lists, &reader)
      entries.append(try entry(term, lists, reader))
    }
  }

  private func termCount(ofBlock block: Int) -> Int {
    min(IndexFormat.termsPerBlock, count - block * IndexFormat.termsPerBlock)
  }

  /// A term's lists while its block is read, as offsets in their sections.
  private struct Lists {
    var passageCount = 0
    var postings = 0..<0
    var positions = 0..<0
    var maximum: UInt8 = 0
    var floor: UInt8 = 0
  }

  private func readStart(of lists: inout Lists, _ reader: inout ByteReader) throws(IndexError) {
    let (postingsStart, positionsStart) = (try reader.variable(), try reader.variable())
    lists.postings = postingsStart..<postingsStart
    lists.positions = positionsStart..<positionsStart
  }

  private func readList(_ lists: inout Lists, _ reader: inout ByteReader) throws(IndexError) {
    lists.passageCount = try reader.variable()
    try readLength(of: &lists.postings, within: postings, &reader)
    try readLength(of: &lists.positions, within: positions, &reader)
    lists.maximum = try reader.byte()
    let hasFloor = lists.passageCount >= IndexFormat.postingsAtFloor
    lists.floor = hasFloor ? try reader.byte() : 0
  }

  /// Moves on to the next list of a section.
  private func readLength(
    of list: inout Range<Int>, within section: Range<Int>, _ reader: inout ByteReader
  ) throws(IndexError) {
    let (start, length) = (list.upperBound, try reader.variable())
    guard start <= section.count, length <= section.count - start else {
      throw reader.damage("a posting list is out of place")
    }
    list = start..<start + length
  }

  private func entry(
    _ term: String, _ lists: Lists, _ reader: ByteReader
  ) throws(IndexError) -> TermEntry {
    guard lists.passageCount <= Int(UInt32.max) else { throw reader.damage("a count is too high") }
    func moved(_ range: Range<Int>, to section: Range<Int>) -> Range<Int> {
      range.lowerBound + section.lowerBound..<range.upperBound + section.lowerBound
    }
    return TermEntry(
      term: term, passageCount: lists.passageCount, postings: moved(lists.postings, to: postings),
      positions: moved(lists.positions, to: positions),
      maximum: StrengthBound.strength(lists.maximum), floor: StrengthBound.floor(lists.floor))
  }
}
