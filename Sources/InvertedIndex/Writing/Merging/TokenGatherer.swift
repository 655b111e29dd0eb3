/// Gathers the tokens of a corpus, and makes a run of them whenever they are many.
struct TokenGatherer {
  private let writer: RunWriter
  private var tokenCounts: [UInt32] = []
  private var table = TermTable()
  /// The run that is being gathered.
  private var run: GatheredRun
  private var firstPassage = 0
  private let limits: BuildLimits

  init(folder: SpoolFolder?, limits: BuildLimits = BuildLimits()) {
    self.limits = limits
    writer = RunWriter(folder: folder)
    run = GatheredRun()
    run.makeRoom(tokens: limits.tokens)
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
      if run.count >= limits.tokens || table.terms.count >= limits.terms { endRun() }
      var end = start
      repeat {
        end += Int(counts[passage])
        tokenCounts.append(counts[passage])
        passage += 1
      } while passage < counts.count && run.count + end - start < limits.tokens
      table.append(numbersOf: tokens.terms[start..<end], ofLexicon: lexicon, to: &run.terms)
      run.append(places: tokens.places[start..<end], shiftedBy: shift)
      start = end
    }
  }

  /// All runs. Nothing may be appended afterwards.
  mutating func sealed() -> SealedRuns {
    endRun()
    run = GatheredRun()
    table = TermTable()
    return writer.sealed(tokenCounts)
  }

  private mutating func endRun() {
    guard firstPassage < tokenCounts.count else { return }
    run.passages = firstPassage..<tokenCounts.count
    run.texts = table.terms
    writer.write(&run)
    run.makeRoom(tokens: limits.tokens)
    firstPassage = tokenCounts.count
    if table.terms.count >= limits.terms { table.removeAll() }
  }
}

/// The tokens of some consecutive passages, in the order of the corpus.
struct GatheredRun {
  var passages = 0..<0
  /// By token: the term's number, and where it stands.
  var terms: [UInt32] = []
  var places: [UInt64] = []
  /// By the terms' numbers.
  var texts: [String] = []

  /// In tokens.
  var count: Int { terms.count }

  fileprivate mutating func append(places more: ArraySlice<UInt64>, shiftedBy shift: UInt64) {
    let start = places.count
    places += more
    var places = places.mutableSpan
    for token in start..<places.count { places[token] &+= shift }
  }

  /// Memory is asked for at once, because it takes none until it is written to.
  fileprivate mutating func makeRoom(tokens: Int) {
    let room = min(tokens, BuildLimits().tokens) + Self.passage
    terms.reserveCapacity(room)
    places.reserveCapacity(room)
  }

  /// In tokens: more than the passage has that fills a run.
  private static let passage = 1 << 14
}
