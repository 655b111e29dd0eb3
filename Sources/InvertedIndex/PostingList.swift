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
/// A list of several blocks starts with a table: per block its last passage, its size in bytes, and
/// the strength that no posting of it exceeds. Positions lie in a section of their own, so that who
/// needs none never touches them.
package struct PostingList: Sendable {
  /// The number of passages that hold the term.
  package let count: Int
  /// No posting of the list is stronger: the sum of its field frequencies by `BM25Parameters`.
  package let maximum: Float
  /// `IndexFormat.postingsAtFloor` of its postings are as strong, or more; 0 if there are not so many.
  package let floor: Float
  let file: MappedFile
  /// Where the table of blocks starts, and where the first block does.
  let (skips, blocks): (Int, Int)
  let end: Int
  let positions: Range<Int>
  let passageCount: Int

  var blockCount: Int { Self.blockCount(of: count) }
  /// Whether there is a table of blocks.
  var isLong: Bool { count > IndexFormat.postingsPerBlock }

  /// - Throws: `IndexError.damaged` if the table of blocks does not fit.
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
    maximum = entry.maximum
    floor = entry.floor
    skips = entry.postings.lowerBound
    blocks = skips + skipSize
    end = entry.postings.upperBound
    positions = entry.positions
    self.passageCount = passageCount
  }

  /// A cursor before the first posting.
  package func cursor() -> Cursor { Cursor(self) }

  private static func blockCount(of postingCount: Int) -> Int {
    (postingCount + IndexFormat.postingsPerBlock - 1) / IndexFormat.postingsPerBlock
  }
}

/// One block of a list: where it lies and what is in it, before it is decoded.
struct PostingBlock {
  /// In bytes of the file.
  var bytes: Range<Int>
  /// The block's last passage, or the collection's if the list is one block alone.
  var last: Int
  /// No posting in it is stronger.
  var maximum: Float
}

extension PostingList {
  /// What the table of blocks says of a block that starts at an offset.
  ///
  /// - Precondition: `number` is below `blockCount`.
  func block(_ number: Int, at start: Int) throws(IndexError) -> PostingBlock {
    guard isLong else {
      return PostingBlock(bytes: start..<end, last: passageCount - 1, maximum: maximum)
    }
    let entry = skips + number * IndexFormat.skipEntrySize
    let block = PostingBlock(
      bytes: start..<start + Int(file.uint16(at: entry + 4)), last: Int(file.uint32(at: entry)),
      maximum: StrengthBound.strength(file.byte(at: entry + 6)))
    guard block.last < passageCount, block.bytes.upperBound <= end else {
      throw .damaged(path: file.path, offset: entry, reason: "a block of postings is out of place")
    }
    return block
  }

  /// How many postings a block has.
  func size(ofBlock number: Int) -> Int {
    min(IndexFormat.postingsPerBlock, count - number * IndexFormat.postingsPerBlock)
  }
}
