internal import Corpus

/// What an index keeps of each passage by its number, written on all cores: the compressed records, the key terms, the
/// lengths of the vectors.
struct PassageSections {
  private static let passagesPerTask = 1024

  /// Consecutive passages of one run.
  private struct RunPassages {
    let passages: Range<Int>
    /// Where their tokens start among all.
    let firstToken: Int
    /// By the term's number in the run.
    let ranks: [TermRank]
  }

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
    var states = (0..<Workers.count).map { _ in (picker: KeyTermPicker(), terms: [UInt32]()) }
    Workers.stream(&states) {
      source.next()
    } each: { state, task in
      outcomes(of: task, runs, &state)
    } inOrder: { outcomes in
      for outcome in outcomes {
        table.append(length: outcome.record.count)
        records.append(outcome.record)
        norms.append(float: outcome.norm)
      }
    }
    return ([.bytes(table.finish()), .spool(records.sealed())], norms.bytes)
  }

  private static func outcomes(
    of task: RunPassages, _ runs: SealedRuns,
    _ state: inout (picker: KeyTermPicker, terms: [UInt32])
  ) -> [KeyTermPicker.Outcome] {
    let counts = runs.tokenCounts[task.passages]
    let tokens = counts.reduce(0) { $0 + Int($1) }
    return runs.terms.read(task.firstToken * 4..<(task.firstToken + tokens) * 4) { bytes in
      var token = 0
      return counts.map { count in
        state.terms.removeAll(keepingCapacity: true)
        state.terms.append(numbersOf: bytes.extracting(token * 4..<(token + Int(count)) * 4))
        token += Int(count)
        return state.picker.pick(state.terms, ranks: task.ranks)
      }
    }
  }
}
