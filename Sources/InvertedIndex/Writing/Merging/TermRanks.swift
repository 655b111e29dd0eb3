/// What the merging tells of each term of each run: its place in the dictionary, and its weight.
struct TermRank: BitwiseCopyable {
  /// The term's place in the dictionary's order.
  let place: UInt32
  /// See `TFIDFWeight`.
  let idf: Float

  fileprivate var bits: UInt64 { UInt64(place) << 32 | UInt64(idf.bitPattern) }

  init(place: UInt32, idf: Float) {
    self.place = place
    self.idf = idf
  }

  fileprivate init(bits: UInt64) {
    place = UInt32(bits >> 32)
    idf = Float(bitPattern: UInt32(truncatingIfNeeded: bits))
  }
}

/// Takes the ranks of all runs' terms, in the order of the dictionary, and gives them back run by run.
struct TermRanks {
  private var spool: Spool
  /// By run: what is not in the spool yet, and where in it the blocks before lie.
  private var blocks: [(open: [UInt64], offsets: [Int])]

  fileprivate static let ranksPerBlock = 512

  init(runs: Int, folder: SpoolFolder?) {
    spool = Spool(folder: folder)
    blocks = Array(repeating: ([], []), count: runs)
  }

  /// Adds the rank of a run's next term.
  mutating func append(_ rank: TermRank, ofRun run: Int) {
    blocks[run].open.append(rank.bits)
    guard blocks[run].open.count == Self.ranksPerBlock else { return }
    blocks[run].offsets.append(spool.count)
    spool.append(numbers: blocks[run].open)
    blocks[run].open.removeAll(keepingCapacity: true)
  }

  consuming func sealed() -> SealedTermRanks { SealedTermRanks(spool.sealed(), blocks) }
}

/// The ranks of all runs' terms, for reading.
struct SealedTermRanks {
  private let spool: SealedSpool
  private let blocks: [(open: [UInt64], offsets: [Int])]

  fileprivate init(_ spool: SealedSpool, _ blocks: [(open: [UInt64], offsets: [Int])]) {
    self.spool = spool
    self.blocks = blocks
  }

  /// By the term's number in the run.
  func ranks(ofRun run: Int) -> [TermRank] {
    var bits: [UInt64] = []
    for offset in blocks[run].offsets {
      spool.append(numbersAt: offset, count: TermRanks.ranksPerBlock, to: &bits)
    }
    return (bits + blocks[run].open).map(TermRank.init(bits:))
  }
}

extension SealedSpool {
  /// Appends numbers of eight bytes that were appended as they lay in memory.
  ///
  /// - Parameter offset: in bytes.
  func append(numbersAt offset: Int, count: Int, to numbers: inout [UInt64]) {
    read(offset..<offset + count * 8) { numbers.append(numbersOf: $0) }
  }
}

extension Array where Element: FixedWidthInteger & BitwiseCopyable {
  /// Appends numbers that lie in memory as this process writes them.
  mutating func append(numbersOf bytes: RawSpan) {
    let start = count * MemoryLayout<Element>.size
    self += repeatElement(0, count: bytes.byteCount / MemoryLayout<Element>.size)
    unsafe withUnsafeMutableBytes { numbers in
      unsafe bytes.withUnsafeBytes { bytes in
        // Room for them was made; any bits are numbers.
        unsafe UnsafeMutableRawBufferPointer(rebasing: numbers[start...]).copyMemory(from: bytes)
      }
    }
  }
}
