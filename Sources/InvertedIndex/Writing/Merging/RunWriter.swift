internal import Corpus

/// Brings the tokens of runs together by term, on a thread of its own while the next run is gathered.
final class RunWriter {
  private let files: RunFiles
  private var thread: WorkerThread?

  init(folder: SpoolFolder?) { files = RunFiles(folder: folder) }

  deinit { thread?.join() }

  /// Writes a run, once the one before is written; so no more than two are in memory.
  ///
  /// - Returns: an empty run, with the memory of the one before.
  func write(_ run: consuming GatheredRun) -> GatheredRun {
    join()
    let spare = files.takeSpare()
    files.filled = run
    if Workers.count > 1 { thread = WorkerThread { [files] in files.write() } }
    if thread == nil { files.write() }
    return spare
  }

  /// All runs. Nothing may be written afterwards.
  func sealed(_ tokenCounts: [UInt32]) -> SealedRuns {
    join()
    return files.sealed(tokenCounts)
  }

  private func join() {
    thread?.join()
    thread = nil
  }
}

/// What runs are written to; in the hands of one thread at a time.
private final class RunFiles {
  var filled = GatheredRun()
  private var runs: [TermRun] = []
  private var tallies: Spool
  private var places: Spool
  private var terms: Spool

  init(folder: SpoolFolder?) {
    tallies = Spool(folder: folder)
    places = Spool(folder: folder)
    terms = Spool(folder: folder)
  }

  func takeSpare() -> GatheredRun {
    var spare = GatheredRun()
    swap(&spare, &filled)
    return spare
  }

  func sealed(_ tokenCounts: [UInt32]) -> SealedRuns {
    SealedRuns(
      runs: runs, tallies: tallies.sealed(), places: places.sealed(), terms: terms.sealed(),
      tokenCounts: tokenCounts)
  }

  /// A stable counting sort: tokens come in the order of the corpus and stay so within a term.
  func write() {
    var counts = [Int](repeating: 0, count: filled.texts.count)
    for term in filled.terms { counts[Int(term)] += 1 }
    let order = filled.sortedTerms { counts[$0] > 0 }
    let start = tallies.count
    let firstToken = runs.last?.tokens.upperBound ?? 0
    writeTally(order, counts)
    runs.append(
      TermRun(
        passages: filled.passages, tokens: firstToken..<firstToken + filled.count,
        termCount: order.count, tally: start..<tallies.count))
    writePlaces(order, counts)
    writeTerms(order)
    filled.terms.removeAll(keepingCapacity: true)
    filled.places.removeAll(keepingCapacity: true)
    filled.texts = []
  }

  private func writeTally(_ order: [Int], _ counts: [Int]) {
    var writer = TallyWriter()
    for term in order { writer.append(Array(filled.texts[term].utf8), count: counts[term]) }
    tallies.append(writer.bytes)
  }

  private func writePlaces(_ order: [Int], _ counts: [Int]) {
    var next = [Int](repeating: 0, count: counts.count)
    var total = 0
    for term in order {
      next[term] = total
      total += counts[term]
    }
    let (terms, all) = (filled.terms, filled.places)
    let sorted = unsafe [UInt64](unsafeUninitializedCapacity: total) { sorted, count in
      // The counts are those of these tokens, so each place is filled once.
      for (term, place) in zip(terms, all) {
        unsafe sorted[next[Int(term)]] = place
        next[Int(term)] += 1
      }
      count = total
    }
    places.append(numbers: sorted)
  }

  private func writeTerms(_ order: [Int]) {
    var rank = [UInt32](repeating: 0, count: filled.texts.count)
    for (place, term) in order.enumerated() { rank[term] = UInt32(place) }
    filled.rankTerms(by: rank)
    terms.append(numbers: filled.terms)
  }
}

extension GatheredRun {
  /// The numbers of some terms in the order of the terms' bytes.
  func sortedTerms(where isIncluded: (Int) -> Bool) -> [Int] {
    texts.sortedNumbers(of: texts.indices.filter(isIncluded))
  }

  fileprivate mutating func rankTerms(by ranks: [UInt32]) {
    for token in terms.indices { terms[token] = ranks[Int(terms[token])] }
  }
}
