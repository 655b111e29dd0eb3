/// Consecutive terms of the dictionary, and where their tokens lie in the runs.
struct MergedTerms {
  /// A term's tokens in one run.
  struct Piece {
    let run: UInt32
    let count: UInt32
  }

  /// Of all terms.
  private(set) var bytes: [UInt8] = []
  private var byteEnds: [Int] = []
  private var pieces: [Piece] = []
  private var pieceEnds: [Int] = []
  /// By run: where the tokens of these terms lie, in tokens.
  fileprivate(set) var tokens: [Range<Int>]

  fileprivate init(startingAt starts: [Int]) { tokens = starts.map { $0..<$0 } }

  var count: Int { byteEnds.count }

  /// Where the term's bytes lie.
  func range(of number: Int) -> Range<Int> {
    (number == 0 ? 0 : byteEnds[number - 1])..<byteEnds[number]
  }

  /// In the order of the runs.
  func pieces(of number: Int) -> ArraySlice<Piece> {
    pieces[(number == 0 ? 0 : pieceEnds[number - 1])..<pieceEnds[number]]
  }

  fileprivate mutating func append(_ term: [UInt8], _ counts: [(tally: Int, count: Int)]) {
    bytes += term
    byteEnds.append(bytes.count)
    for (run, count) in counts {
      pieces.append(Piece(run: UInt32(run), count: UInt32(count)))
      tokens[run] = tokens[run].lowerBound..<tokens[run].upperBound + count
    }
    pieceEnds.append(pieces.count)
  }
}

/// Merges the terms of all runs, a task at a time.
struct TermMerger {
  private var merger: TallyMerger
  /// By run: where the next term's tokens lie, in tokens.
  private var starts: [Int]

  /// What one task holds at most, unless one term has more tokens.
  private static let mostTokens = 1 << 17
  private static let mostTerms = 1 << 13

  init(_ runs: SealedRuns) {
    merger = TallyMerger(runs.tallies, runs.runs.map(\.tally))
    starts = runs.runs.map(\.tokens.lowerBound)
  }

  /// The next terms; nil after the last.
  mutating func next() -> MergedTerms? {
    var terms = MergedTerms(startingAt: starts)
    var tokens = 0
    while tokens < Self.mostTokens, terms.count < Self.mostTerms, merger.advance() {
      terms.append(merger.word, merger.counts)
      for (_, count) in merger.counts { tokens += count }
    }
    starts = terms.tokens.map(\.upperBound)
    return terms.count > 0 ? terms : nil
  }
}
