/// Dictionary, postings and positions, written term by term on all cores.
struct PostingSections {
  private(set) var postings: Spool
  private(set) var positions: Spool
  private(set) var dictionary: [UInt8] = []
  /// By the term's place in the dictionary's order.
  private(set) var passageCounts: [Int] = []

  /// What one task encodes at most, in tokens, unless one term has more.
  private static let tokensPerTask = 1 << 17
  /// Tasks done before their lists are put by and what they read is let go.
  private static let tasksPerWave = 16

  /// - Parameters:
  ///   - order: the terms' numbers in the order of the dictionary.
  ///   - runs: in corpus order.
  init(
    _ terms: [String], order: [Int], runs: [TokenRun], _ strengths: PostingStrengths,
    folder: SpoolFolder?
  ) {
    postings = Spool(folder: folder)
    positions = Spool(folder: folder)
    var dictionary = TermDictionaryWriter()
    let tasks = Self.tasks(order, runs)
    var encoders = (0..<max(1, min(Workers.count, tasks.count))).map { _ in
      PostingEncoder(strengths)
    }
    // A wave at a time, so that not all lists are in memory at once.
    for wave in stride(from: 0, to: tasks.count, by: Self.tasksPerWave) {
      let waveTasks = tasks[wave..<min(wave + Self.tasksPerWave, tasks.count)]
      let results = Workers.map(&encoders, tasks: waveTasks.count) { encoder, task in
        encoder.encode(order[waveTasks[wave + task]], runs)
      }
      for run in runs { run.forget() }
      for (range, result) in zip(waveTasks, results) {
        append(result, order[range].map { terms[$0] }, to: &dictionary)
      }
    }
    self.dictionary = dictionary.finish()
  }

  private mutating func append(
    _ result: PostingEncoder.Result, _ terms: [String], to dictionary: inout TermDictionaryWriter
  ) {
    for (term, list) in zip(terms, result.lists) {
      passageCounts.append(list.passageCount)
      let moved = list.moved(postings: postings.count, positions: positions.count)
      dictionary.append(term: Array(term.utf8), moved)
    }
    postings.append(result.postings)
    positions.append(result.positions)
  }

  /// Consecutive terms with about as many tokens each.
  private static func tasks(_ order: [Int], _ runs: [TokenRun]) -> [Range<Int>] {
    var tasks: [Range<Int>] = []
    var (start, tokens) = (0, 0)
    for (index, term) in order.enumerated() {
      tokens += runs.reduce(0) { $0 + $1.count(ofTerm: term) }
      if tokens >= tokensPerTask {
        tasks.append(start..<index + 1)
        (start, tokens) = (index + 1, 0)
      }
    }
    if start < order.count { tasks.append(start..<order.count) }
    return tasks
  }
}

/// Writes the posting lists of consecutive terms.
struct PostingEncoder {
  struct Result {
    var postings: [UInt8] = []
    var positions: [UInt8] = []
    /// In bytes of these.
    var lists: [EncodedPostingList] = []
  }

  private var writer: PostingListWriter
  private var places: [UInt64] = []
  private var positions: [UInt32] = []

  init(_ strengths: PostingStrengths) { writer = PostingListWriter(strengths: strengths) }

  mutating func encode(_ terms: ArraySlice<Int>, _ runs: [TokenRun]) -> Result {
    var postingBytes = ByteWriter()
    var positionBytes = ByteWriter()
    var lists: [EncodedPostingList] = []
    for term in terms {
      places.removeAll(keepingCapacity: true)
      for run in runs { run.append(placesOf: term, to: &places) }
      appendPostings()
      lists.append(writer.finish(into: &postingBytes, positions: &positionBytes))
    }
    return Result(postings: postingBytes.bytes, positions: positionBytes.bytes, lists: lists)
  }

  private mutating func appendPostings() {
    var start = 0
    while start < places.count {
      let passage = TokenPlace.passage(of: places[start])
      var counts = SIMD4<UInt32>.zero
      positions.removeAll(keepingCapacity: true)
      var end = start
      while end < places.count, TokenPlace.passage(of: places[end]) == passage {
        counts[TokenPlace.field(of: places[end])] += 1
        positions.append(TokenPlace.position(of: places[end]))
        end += 1
      }
      writer.append(passage: passage, counts: counts, positions: positions)
      start = end
    }
  }
}

extension EncodedPostingList {
  /// The same list behind so many bytes of others.
  fileprivate func moved(postings: Int, positions: Int) -> EncodedPostingList {
    EncodedPostingList(
      passageCount: passageCount,
      postings: self.postings.lowerBound + postings..<self.postings.upperBound + postings,
      positions: self.positions.lowerBound + positions..<self.positions.upperBound + positions,
      maximum: maximum, floor: floor)
  }
}
