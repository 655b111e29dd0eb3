internal import Corpus

/// Brings the tokens of runs together by term, on a thread of its own while the next run is gathered.
final class RunWriter {
  private let files: RunFiles
  private var thread: WorkerThread?

  init(folder: SpoolFolder?) { files = RunFiles(folder: folder) }

  deinit { thread?.join() }

  /// Writes a run, once the one before is written; so no more than two are in memory.
  ///
  /// - Parameter run: then an empty one, with the memory of one before. Runs are only ever swapped: a
  ///   second hold on one, however short, would have its arrays copied when they are written to.
  func write(_ run: inout GatheredRun) {
    join()
    swap(&files.filled, &run)
    if Workers.count > 1 { thread = WorkerThread { [files] in files.write() } }
    guard thread == nil else { return }
    files.write()
    // Memory that was written to before costs less than new memory.
    swap(&files.filled, &run)
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
  /// Kept from run to run for its memory.
  private var sorted: [UInt64] = []

  init(folder: SpoolFolder?) {
    tallies = Spool(folder: folder)
    places = Spool(folder: folder)
    terms = Spool(folder: folder)
  }

  func sealed(_ tokenCounts: [UInt32]) -> SealedRuns {
    (sorted, filled) = ([], GatheredRun())
    return SealedRuns(
      runs: runs, tallies: tallies.sealed(), places: places.sealed(), terms: terms.sealed(),
      tokenCounts: tokenCounts)
  }

  /// A stable counting sort: tokens come in the order of the corpus and stay so within a term.
  func write() {
    var counts = [UInt32](repeating: 0, count: filled.texts.count)
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

  private func writeTally(_ order: [Int], _ counts: [UInt32]) {
    var writer = TallyWriter()
    let texts = filled.texts
    for term in order { writer.append(texts[term].utf8Span.span, count: Int(counts[term])) }
    tallies.append(writer.bytes)
  }

  private func writePlaces(_ order: [Int], _ counts: [UInt32]) {
    var next = counts
    var total: UInt32 = 0
    for term in order {
      next[term] = total
      total += counts[term]
    }
    sorted.setCount(filled.count, adding: 0)
    filled.sortPlaces(into: &sorted, startingAt: &next)
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

  /// - Parameter next: by term, where its first token goes; then where one more would.
  fileprivate func sortPlaces(into sorted: inout [UInt64], startingAt next: inout [UInt32]) {
    let (terms, places) = (terms.span, places.span)
    var sorted = sorted.mutableSpan
    var next = next.mutableSpan
    for token in terms.indices {
      let term = Int(terms[token])
      sorted[Int(next[term])] = places[token]
      next[term] &+= 1
    }
  }

  fileprivate mutating func rankTerms(by ranks: [UInt32]) {
    let ranks = ranks.span
    var terms = terms.mutableSpan
    for token in terms.indices { terms[token] = ranks[Int(terms[token])] }
  }
}
