/// One term: how many passages hold it and where its posting list lies.
package struct TermEntry: Equatable, Sendable {
  package let term: String
  /// The number of passages that hold the term in any field.
  package let passageCount: Int
  /// In bytes of the file.
  let postings: Range<Int>
  let positions: Range<Int>
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

  /// - Throws: `IndexError.damaged` if the block table does not fit.
  init(
    _ file: MappedFile, _ range: Range<Int>, termCount: Int, postings: Range<Int>,
    positions: Range<Int>
  ) throws(IndexError) {
    let blockCount = (termCount + IndexFormat.termsPerBlock - 1) / IndexFormat.termsPerBlock
    guard termCount <= range.count, blockCount * 4 <= range.count else {
      throw .damaged(
        path: file.path, offset: range.lowerBound, reason: "the term table is cut short")
    }
    self.file = file
    self.postings = postings
    self.positions = positions
    count = termCount
    blockOffsets = range.lowerBound
    blocks = range.lowerBound + blockCount * 4..<range.upperBound
  }

  /// The entry of one term; nil if no passage holds it. Time is logarithmic in the number of terms.
  package func entry(for term: String) throws(IndexError) -> TermEntry? {
    let bytes = Array(term.utf8)
    guard let block = try block(thatMayHold: bytes) else { return nil }
    var reader = try reader(ofBlock: block)
    var current: [UInt8] = []
    for index in 0..<termCount(ofBlock: block) {
      try readTerm(index, &current, &reader)
      if current == bytes { return try entry(term, &reader) }
      for _ in 0..<5 { _ = try reader.variable() }
    }
    return nil
  }

  /// All entries in order.
  package func entries() throws(IndexError) -> [TermEntry] {
    var all: [TermEntry] = []
    all.reserveCapacity(count)
    for block in 0..<blockCount { all += try entries(inBlock: block) }
    return all
  }

  private var blockCount: Int {
    (count + IndexFormat.termsPerBlock - 1) / IndexFormat.termsPerBlock
  }

  /// The last block whose first term is not above the given one.
  private func block(thatMayHold term: [UInt8]) throws(IndexError) -> Int? {
    var low = 0
    var high = blockCount
    while low < high {
      let middle = (low + high) / 2
      var reader = try reader(ofBlock: middle)
      let length = try reader.count()
      if file.compare(reader.offset..<reader.offset + length, to: term) <= 0 {
        low = middle + 1
      } else {
        high = middle
      }
    }
    return low == 0 ? nil : low - 1
  }

  private func reader(ofBlock block: Int) throws(IndexError) -> ByteReader {
    let offset = Int(file.uint32(at: blockOffsets + block * 4))
    guard offset < blocks.count else {
      throw .damaged(
        path: file.path, offset: blockOffsets + block * 4, reason: "a term block is out of place")
    }
    return ByteReader(file, blocks.lowerBound + offset..<blocks.upperBound)
  }

  private func entries(inBlock block: Int) throws(IndexError) -> [TermEntry] {
    var reader = try reader(ofBlock: block)
    var entries: [TermEntry] = []
    var bytes: [UInt8] = []
    for index in 0..<termCount(ofBlock: block) {
      try readTerm(index, &bytes, &reader)
      guard let term = String(validating: bytes, as: UTF8.self) else {
        throw reader.damage("a term is not UTF-8")
      }
      entries.append(try entry(term, &reader))
    }
    return entries
  }

  private func termCount(ofBlock block: Int) -> Int {
    min(IndexFormat.termsPerBlock, count - block * IndexFormat.termsPerBlock)
  }

  /// Turns the bytes of the term before into those of a block's next term.
  private func readTerm(
    _ index: Int, _ bytes: inout [UInt8], _ reader: inout ByteReader
  ) throws(IndexError) {
    let shared = index == 0 ? 0 : try reader.variable()
    guard shared <= bytes.count else { throw reader.damage("a term shares too much") }
    bytes.removeLast(bytes.count - shared)
    bytes += try reader.textBytes()
  }

  private func entry(_ term: String, _ reader: inout ByteReader) throws(IndexError) -> TermEntry {
    let passageCount = try reader.variable()
    let postings = try range(within: postings, &reader)
    let positions = try range(within: positions, &reader)
    return TermEntry(
      term: term, passageCount: passageCount, postings: postings, positions: positions)
  }

  private func range(
    within section: Range<Int>, _ reader: inout ByteReader
  ) throws(IndexError) -> Range<Int> {
    let (offset, length) = (try reader.variable(), try reader.variable())
    guard offset <= section.count, length <= section.count - offset else {
      throw reader.damage("a posting list is out of place")
    }
    return section.lowerBound + offset..<section.lowerBound + offset + length
  }
}
