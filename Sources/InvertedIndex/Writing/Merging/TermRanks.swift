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
    let (open, offsets) = blocks[run]
    let size = TermRanks.ranksPerBlock
    var bits = [UInt64](repeating: 0, count: offsets.count * size)
    for (block, offset) in offsets.enumerated() {
      spool.read(numbersAt: offset, count: size, into: &bits, at: block * size)
    }
    return (bits + open).map(TermRank.init(bits:))
  }
}
