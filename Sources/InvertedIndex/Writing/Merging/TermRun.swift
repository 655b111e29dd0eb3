/// The tokens of some consecutive passages, brought together by term.
///
/// A run's terms count from 0 in the order of their bytes, so that runs are merged by reading each
/// from its start to its end, and none needs to know the terms of another.
struct TermRun: Equatable {
  let passages: Range<Int>
  /// Where its tokens lie among those of all runs, once by term and once by passage.
  let tokens: Range<Int>
  let termCount: Int
  /// Where its terms and the numbers of their tokens lie in the spool of tallies, in bytes.
  let tally: Range<Int>
}

/// All runs of a build, for reading.
struct SealedRuns: Sendable {
  let runs: [TermRun]
  let tallies: SealedSpool
  /// Eight bytes a token, by run, then by term: the places, ascending.
  let places: SealedSpool
  /// Four bytes a token, in the order of the corpus: the term's number in its run.
  let terms: SealedSpool
  /// By passage.
  let tokenCounts: [UInt32]
}

/// What a build keeps in memory before it puts it by or begins anew. The index is the same.
package struct BuildLimits: Sendable {
  /// A run of tokens ends with the passage that gives it so many, twenty bytes each.
  var tokens = 1 << 20
  /// A run ends, and the table of its terms begins anew, with so many terms, some hundred bytes each.
  var terms = 1 << 17
  /// A lexicon that has met so many words is left for a new one, some hundred bytes each. Each
  /// thread has one.
  var words = max(1 << 15, (1 << 18) / Workers.count)

  package init() {}
}

/// Gathers the tokens of a corpus, and makes a run of them whenever they are many.
struct TokenGatherer {
  private var runs: [TermRun] = []
  private var tallies: Spool
  private var places: Spool
  private var terms: Spool
  private var tokenCounts: [UInt32] = []

  private var table = TermTable()
  /// Of the run that is being gathered: terms by their numbers in the table, and where they stand.
  private var runTerms: [UInt32] = []
  private var runPlaces: [UInt64] = []
  private var firstPassage = 0
  private var firstToken = 0
  private let limits: BuildLimits

  init(folder: SpoolFolder?, limits: BuildLimits = BuildLimits()) {
    self.limits = limits
    tallies = Spool(folder: folder)
    places = Spool(folder: folder)
    terms = Spool(folder: folder)
  }

  mutating func learn(_ terms: [String], ofLexicon lexicon: Int) {
    table.learn(terms, ofLexicon: lexicon)
  }

  mutating func forget(lexicon: Int) { table.forget(lexicon: lexicon) }

  /// - Parameter tokens: of the next passages, which count from 0.
  mutating func append(_ tokens: TokenList, ofLexicon lexicon: Int) {
    let shift = TokenPlace.encode(passage: tokenCounts.count, field: 0, position: 0)
    let counts = tokens.countOfPassage
    var (passage, start) = (0, 0)
    while passage < counts.count {
      if runTerms.count >= limits.tokens || table.terms.count >= limits.terms { endRun() }
      var end = start
      repeat {
        end += Int(counts[passage])
        tokenCounts.append(counts[passage])
        passage += 1
      } while passage < counts.count && runTerms.count + end - start < limits.tokens
      table.append(numbersOf: tokens.terms[start..<end], ofLexicon: lexicon, to: &runTerms)
      for place in tokens.places[start..<end] { runPlaces.append(place + shift) }
      start = end
    }
  }

  consuming func sealed() -> SealedRuns {
    endRun()
    return SealedRuns(
      runs: runs, tallies: tallies.sealed(), places: places.sealed(), terms: terms.sealed(),
      tokenCounts: tokenCounts)
  }

  /// A stable counting sort: tokens come in the order of the corpus and stay so within a term.
  private mutating func endRun() {
    guard firstPassage < tokenCounts.count else { return }
    var counts = [Int](repeating: 0, count: table.terms.count)
    for term in runTerms { counts[Int(term)] += 1 }
    let order = table.sorted { counts[$0] > 0 }
    let start = tallies.count
    writeTally(order, counts)
    runs.append(
      TermRun(
        passages: firstPassage..<tokenCounts.count,
        tokens: firstToken..<firstToken + runTerms.count, termCount: order.count,
        tally: start..<tallies.count))
    writePlaces(order, counts)
    writeTerms(order)
    firstPassage = tokenCounts.count
    firstToken += runTerms.count
    runTerms.removeAll(keepingCapacity: true)
    runPlaces.removeAll(keepingCapacity: true)
    if table.terms.count >= limits.terms { table.removeAll() }
  }

  private mutating func writeTally(_ order: [Int], _ counts: [Int]) {
    var writer = TallyWriter()
    for term in order { writer.append(Array(table.terms[term].utf8), count: counts[term]) }
    tallies.append(writer.bytes)
  }

  private mutating func writePlaces(_ order: [Int], _ counts: [Int]) {
    var next = [Int](repeating: 0, count: counts.count)
    var total = 0
    for term in order {
      next[term] = total
      total += counts[term]
    }
    let sorted = unsafe [UInt64](unsafeUninitializedCapacity: total) { sorted, count in
      // The counts are those of these tokens, so each place is filled once.
      for (term, place) in zip(runTerms, runPlaces) {
        unsafe sorted[next[Int(term)]] = place
        next[Int(term)] += 1
      }
      count = total
    }
    places.append(numbers: sorted)
  }

  private mutating func writeTerms(_ order: [Int]) {
    var rank = [UInt32](repeating: 0, count: table.terms.count)
    for (place, term) in order.enumerated() { rank[term] = UInt32(place) }
    for token in runTerms.indices { runTerms[token] = rank[Int(runTerms[token])] }
    terms.append(numbers: runTerms)
  }
}
