package import Corpus

/// One term in one passage: how often in each field.
package struct Posting: Equatable, Sendable {
  package let passage: PassageID
  package let frequencies: FieldFrequencies

  package init(passage: PassageID, frequencies: FieldFrequencies) {
    self.passage = passage
    self.frequencies = frequencies
  }
}

/// The passages that hold a term, in corpus order, in blocks of 128 that can be passed over whole.
///
/// Per posting: the distance to the passage before it, less one; a byte whose low four bits name
/// the fields and whose fifth says that each count is one; otherwise one count a field. Positions
/// lie in a section of their own, so that who needs none never touches them.
package struct PostingList: Sendable {
  /// The number of passages that hold the term.
  package let count: Int
  fileprivate let file: MappedFile
  fileprivate let skips: Int
  fileprivate let postings: Range<Int>
  fileprivate let positions: Range<Int>
  fileprivate let passageCount: Int

  /// - Throws: `IndexError.damaged` if the skip table does not fit.
  init(_ file: MappedFile, _ entry: TermEntry, passageCount: Int) throws(IndexError) {
    let blockCount = Self.blockCount(of: entry.passageCount)
    let skipSize = blockCount > 1 ? blockCount * IndexFormat.skipEntrySize : 0
    guard entry.passageCount > 0, entry.passageCount <= passageCount,
      skipSize <= entry.postings.count
    else {
      throw .damaged(
        path: file.path, offset: entry.postings.lowerBound, reason: "a posting list is cut short")
    }
    self.file = file
    count = entry.passageCount
    skips = entry.postings.lowerBound
    postings = entry.postings.lowerBound + skipSize..<entry.postings.upperBound
    positions = entry.positions
    self.passageCount = passageCount
  }

  /// A cursor before the first posting.
  package func cursor() -> Cursor { Cursor(self) }

  fileprivate static func blockCount(of postingCount: Int) -> Int {
    (postingCount + IndexFormat.postingsPerBlock - 1) / IndexFormat.postingsPerBlock
  }

  fileprivate struct Skip {
    let lastPassage: Int
    let postingsOffset: Int
    let positionsOffset: Int
  }

  /// What the skip table says of a block.
  fileprivate func skip(_ block: Int) throws(IndexError) -> Skip {
    let offset = skips + block * IndexFormat.skipEntrySize
    let skip = Skip(
      lastPassage: Int(file.uint32(at: offset)), postingsOffset: Int(file.uint32(at: offset + 4)),
      positionsOffset: Int(file.uint32(at: offset + 8)))
    guard skip.lastPassage < passageCount, skip.postingsOffset <= postings.count,
      skip.positionsOffset <= positions.count
    else { throw .damaged(path: file.path, offset: offset, reason: "a skip entry is out of place") }
    return skip
  }
}

extension PostingList {
  /// Walks a posting list forward.
  ///
  /// Before the first `advance` or `seek` and after the last posting, `passage` is nil. Passages
  /// only ever grow. Reading costs time linear in the postings passed, blocks that are sought over excepted.
  package struct Cursor: Sendable {
    private let list: PostingList
    private var reader: ByteReader
    /// Postings of the list already read or passed over.
    private var consumed = 0
    /// Where the present block's positions start, and how many of them belong to postings before this one.
    private var positionsOffset: Int
    private var positionsBefore = 0
    private var last = -1
    /// The present posting; nil before the first and after the last.
    package private(set) var current: Posting?

    fileprivate init(_ list: PostingList) {
      self.list = list
      reader = ByteReader(list.file, list.postings)
      positionsOffset = list.positions.lowerBound
    }

    package var passage: PassageID? { current?.passage }

    /// Moves to the next posting, or past the last one.
    package mutating func advance() throws(IndexError) {
      if let current { positionsBefore += current.frequencies.total }
      guard consumed < list.count else { return current = nil }
      if consumed % IndexFormat.postingsPerBlock == 0 && consumed > 0 {
        positionsOffset =
          list.positions.lowerBound
          + (try list.skip(consumed / IndexFormat.postingsPerBlock).positionsOffset)
        positionsBefore = 0
      }
      current = try readPosting()
      consumed += 1
    }

    /// Moves to the first posting at or after a passage; never backwards.
    package mutating func seek(to target: PassageID) throws(IndexError) {
      if let current, current.passage >= target { return }
      try skipBlocks(before: target)
      repeat { try advance() } while current.map { $0.passage < target } ?? false
    }

    /// Whether the term stands in one field of the present passage.
    package func holds(_ field: Field) -> Bool {
      current.map { $0.frequencies.counts[field: field] > 0 } ?? false
    }

    /// The positions of the term in one field of the present passage, ascending from 0.
    package func positions(in field: Field) throws(IndexError) -> [Int] {
      guard let current else { return [] }
      var reader = ByteReader(list.file, positionsOffset..<list.positions.upperBound)
      for _ in 0..<positionsBefore { _ = try reader.variable() }
      for earlier in Field.allCases {
        let count = Int(current.frequencies.counts[field: earlier])
        var position = -1
        var found: [Int] = []
        for _ in 0..<count {
          position += try reader.variable() + 1
          guard position <= Int(UInt32.max) else { throw reader.damage("a position is too high") }
          if earlier == field { found.append(position) }
        }
        if earlier == field { return found }
      }
      return []
    }

    private mutating func skipBlocks(before target: PassageID) throws(IndexError) {
      let blockCount = PostingList.blockCount(of: list.count)
      guard blockCount > 1 else { return }
      var block = consumed / IndexFormat.postingsPerBlock
      let start = block
      while block < blockCount - 1, try list.skip(block).lastPassage < target.ordinal { block += 1 }
      guard block > start else { return }
      let skip = try list.skip(block)
      reader = ByteReader(
        list.file, list.postings.lowerBound + skip.postingsOffset..<list.postings.upperBound)
      positionsOffset = list.positions.lowerBound + skip.positionsOffset
      positionsBefore = 0
      last = try list.skip(block - 1).lastPassage
      consumed = block * IndexFormat.postingsPerBlock
      current = nil
    }

    private mutating func readPosting() throws(IndexError) -> Posting {
      let passage = last + 1 + (try reader.variable())
      guard passage < list.passageCount else { throw reader.damage("a passage number is too high") }
      last = passage
      let mask = try reader.byte()
      var counts = SIMD4<UInt32>.zero
      for field in Field.allCases where mask & (1 << UInt8(field.rawValue)) != 0 {
        let count = mask & PostingList.allOnes != 0 ? 1 : try reader.variable()
        guard count > 0, count <= Int(UInt32.max) else { throw reader.damage("a count is wrong") }
        counts[field: field] = UInt32(count)
      }
      return Posting(passage: PassageID(passage), frequencies: FieldFrequencies(counts))
    }
  }
}

extension PostingList {
  /// In a posting's field byte: each field named holds the term once.
  static let allOnes: UInt8 = 1 << 4

  /// One posting with the positions of the term, by field.
  struct Row {
    let posting: Posting
    /// Ascending in each field, field after field; as many as the frequencies say.
    let positions: [UInt32]
  }
}
