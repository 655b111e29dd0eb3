internal import Corpus

/// What an index keeps of each passage by its number, written on all cores: the compressed records, the key terms, the
/// lengths of the vectors.
struct PassageSections {
  private static let passagesPerTask = 256

  /// Hands out all passages, some of a run at a time.
  private struct RunPassageSource {
    let runs: SealedRuns
    let ranks: SealedTermRanks
    private var run = -1
    private var ranksOfRun: [TermRank] = []
    private var passage = 0
    private var token = 0

    init(_ runs: SealedRuns, _ ranks: SealedTermRanks) {
      self.runs = runs
      self.ranks = ranks
    }

    mutating func next() -> RunPassages? {
      guard passage < runs.tokenCounts.count else { return nil }
      while run < 0 || passage == runs.runs[run].passages.upperBound {
        run += 1
        ranksOfRun = ranks.ranks(ofRun: run)
      }
      let end = min(passage + passagesPerTask, runs.runs[run].passages.upperBound)
      defer {
        for count in runs.tokenCounts[passage..<end] { token += Int(count) }
        passage = end
      }
      return RunPassages(passages: passage..<end, firstToken: token, ranks: ranksOfRun)
    }
  }

  static func keyTerms(
    _ runs: SealedRuns, _ ranks: SealedTermRanks, folder: SpoolFolder?
  ) -> (keyTerms: [IndexContent.Piece], norms: [UInt8]) {
    var table = RecordTableWriter()
    var records = Spool(folder: folder)
    var norms = ByteWriter()
    var source = RunPassageSource(runs, ranks)
    var states = (0..<Workers.count).map { _ in PassageWeigher(runs) }
    Workers.stream(&states) {
      source.next()
    } each: { weigher, task in
      weigher.weigh(task)
    } inOrder: { weighed in
      table.append(lengths: weighed.lengths)
      records.append(weighed.records.bytes)
      norms.append(bytes: weighed.norms.bytes)
    }
    return ([.bytes(table.finish()), .spool(records.sealed())], norms.bytes)
  }
}

/// Consecutive passages of one run.
private struct RunPassages {
  let passages: Range<Int>
  /// Where their tokens start among all.
  let firstToken: Int
  /// By the term's number in the run.
  let ranks: [TermRank]
}

/// Finds the key terms of passages and the lengths of their vectors.
private struct PassageWeigher {
  private let runs: SealedRuns
  private var picker = KeyTermPicker()
  /// The terms of a task's tokens; more behind them.
  private var terms: [UInt32] = []

  init(_ runs: SealedRuns) { self.runs = runs }

  mutating func weigh(_ task: RunPassages) -> WeighedPassages {
    let counts = runs.tokenCounts[task.passages]
    let tokens = counts.reduce(0) { $0 + Int($1) }
    if terms.count < tokens { terms += repeatElement(0, count: tokens - terms.count) }
    runs.terms.read(numbersAt: task.firstToken * 4, count: tokens, into: &terms, at: 0)
    let terms = terms
    var weighed = WeighedPassages()
    var start = 0
    for count in counts {
      let end = start + Int(count)
      let norm = picker.pick(
        terms.span.extracting(start..<end), ranks: task.ranks.span, into: &weighed.records)
      weighed.endPassage(norm: norm)
      start = end
    }
    return weighed
  }
}

/// What some passages come to.
private struct WeighedPassages {
  /// Those of `KeyTermStore`, one after another, and the length of each in bytes.
  var records = ByteWriter()
  private(set) var lengths: [UInt32] = []
  private(set) var norms = ByteWriter()
  private var end = 0

  mutating func endPassage(norm: Float) {
    lengths.append(UInt32(records.count - end))
    end = records.count
    norms.append(float: norm)
  }
}
