internal import Corpus

/// Dictionary, postings and positions, written term by term on all cores.
struct PostingSections {
  private(set) var postings: Spool
  private(set) var positions: Spool
  private(set) var dictionary: TermDictionaryWriter
  private(set) var ranks: TermRanks
  private(set) var termCount = 0
  private let passageCount: Int

  private init(_ runs: SealedRuns, folder: SpoolFolder?) {
    postings = Spool(folder: folder)
    positions = Spool(folder: folder)
    dictionary = TermDictionaryWriter(folder: folder)
    ranks = TermRanks(runs: runs.runs.count, folder: folder)
    passageCount = runs.tokenCounts.count
  }

  static func merging(
    _ runs: SealedRuns, _ strengths: PostingStrengths, folder: SpoolFolder?
  ) -> PostingSections {
    var sections = PostingSections(runs, folder: folder)
    var merger = TermMerger(runs)
    var encoders = (0..<Workers.count).map { _ in PostingEncoder(strengths) }
    Workers.stream(&encoders) {
      merger.next()
    } each: { encoder, terms in
      encoder.encode(terms, runs.places)
    } inOrder: { result in
      sections.append(result)
    }
    return sections
  }

  private mutating func append(_ result: PostingEncoder.Result) {
    for (number, list) in result.lists.enumerated() {
      let term = result.terms.bytes.span.extracting(result.terms.range(of: number))
      dictionary.append(term: term, list)
      let rank = TermRank(
        place: UInt32(termCount),
        idf: TFIDFWeight.idf(passageCount: passageCount, holding: list.passageCount))
      for piece in result.terms.pieces(of: number) { ranks.append(rank, ofRun: Int(piece.run)) }
      termCount += 1
    }
    postings.append(result.postings)
    positions.append(result.positions)
  }
}

/// Writes the posting lists of consecutive terms.
struct PostingEncoder {
  struct Result {
    let terms: MergedTerms
    let postings: [UInt8]
    let positions: [UInt8]
    /// One a term; in bytes of these.
    let lists: [EncodedPostingList]
  }

  private var writer: PostingListWriter

  init(_ strengths: PostingStrengths) { writer = PostingListWriter(strengths: strengths) }

  /// - Parameter spool: the places of all runs.
  mutating func encode(_ terms: MergedTerms, _ spool: SealedSpool) -> Result {
    var readers = terms.tokens.map { PlaceReader(spool, $0) }
    var postingBytes = ByteWriter()
    var positionBytes = ByteWriter()
    var lists: [EncodedPostingList] = []
    for term in 0..<terms.count {
      for piece in terms.pieces(of: term) {
        // No passage is in two runs, so each is told by itself.
        readers[Int(piece.run)].read(Int(piece.count)) { writer.append(places: $0) }
      }
      lists.append(writer.finish(into: &postingBytes, positions: &positionBytes))
    }
    return Result(
      terms: terms, postings: postingBytes.bytes, positions: positionBytes.bytes, lists: lists)
  }
}

/// Reads the places of consecutive terms of one run.
private struct PlaceReader {
  private let spool: SealedSpool
  /// What is not in the block yet, in tokens.
  private var unread: Range<Int>
  private var block: [UInt64] = []
  /// What of the block was not handed on yet.
  private var rest = 0..<0

  /// In tokens. A task reads from every run, on every core.
  private static let blockSize = 4096

  init(_ spool: SealedSpool, _ range: Range<Int>) {
    self.spool = spool
    unread = range
  }

  /// Hands on the next places.
  ///
  /// - Precondition: so many are left.
  mutating func read(_ count: Int, _ body: (Span<UInt64>) -> Void) {
    if rest.count < count { refill(atLeast: count) }
    body(block.span.extracting(rest.lowerBound..<rest.lowerBound + count))
    rest = rest.lowerBound + count..<rest.upperBound
  }

  private mutating func refill(atLeast count: Int) {
    for (place, number) in rest.enumerated() { block[place] = block[number] }
    let missing = min(max(count, Self.blockSize) - rest.count, unread.count)
    rest = 0..<rest.count + missing
    precondition(rest.count >= count, "a run has fewer places than its terms tell")
    if block.count < rest.count { block += repeatElement(0, count: rest.count - block.count) }
    let start = unread.lowerBound
    spool.read(numbersAt: start * 8, count: missing, into: &block, at: rest.count - missing)
    unread = start + missing..<unread.upperBound
  }
}
