internal import Corpus
internal import InvertedIndex

/// Finds the passages of the best BM25 scores without scoring all that hold a term of the question.
///
/// Every list, and every block of it, tells the most it can add to a score; a long list also what so
/// many of its postings add at least. As soon as as many hits are known as are wanted, or known to
/// exist, a passage must be able to beat the last of them: terms that cannot do
/// so together are optional, and only passages that hold another one are looked at; where the
/// present blocks of all terms together cannot do it, nothing is. The hits and their scores are the
/// same as if every passage had been scored, to the bit: whatever might be a hit is scored by adding
/// up its terms in the order of the question.
///
/// MaxScore: H. Turtle and J. Flood, Query Evaluation: Strategies and Optimizations, 1995. Maxima of
/// blocks: S. Ding and T. Suel, Faster Top-k Document Retrieval Using Block-Max Indexes, 2011.
struct BlockMaxWalk: ~Copyable {
  private let scorer: BM25Scorer
  private let norms: FieldNorms
  private let passageCount: Int
  /// Whether the floors of lists tell of as many passages as are wanted.
  private let knowsLeast: Bool
  private var top: TopHits
  // Of each term, in the order of the question. Not one array of structures: those would be copied,
  // cursor and all, for a look at any of their numbers.
  private var cursors: [PostingList.Cursor] = []
  private var rarities: [Float] = []
  /// The most it can add to any score.
  private var most: [Double] = []
  /// The most it can add in the present window.
  private var bounds: [Double] = []
  /// What it adds to the passage examined last; 0 where its list is at its end.
  private var parts: [Float] = []
  /// Terms by the most they can add, lowest first.
  private var order: [Int] = []
  /// How many of these cannot make a hit among themselves, and the most they can add.
  private var optional = (count: 0, most: 0.0)
  /// The other terms, by the most they can add in the present window.
  private var local: [Int] = []
  private var marks = PassageMarks()
  /// As many passages as are wanted score so much, by one term alone.
  private var least = 0.0
  /// What a bound must be above for a hit.
  private var floor = 0.0

  init(_ index: IndexReader, scorer: BM25Scorer, limit: Int) {
    self.scorer = scorer
    norms = index.norms
    passageCount = index.summary.passageCount
    knowsLeast = limit <= IndexFormat.postingsAtFloor
    top = TopHits(limit: limit)
  }

  /// Adds the next term of the question.
  mutating func add(_ list: PostingList, for term: QueryTerm) {
    let rarity = scorer.rarity(of: term, holding: list.count)
    let most = Double(scorer.bound(rarity: rarity, strength: list.maximum))
    if knowsLeast {
      least = max(least, Double(scorer.reached(rarity: rarity, floor: list.floor)))
    }
    cursors.append(list.cursor())
    rarities.append(rarity)
    self.most.append(most)
    bounds.append(most)
    parts.append(0)
  }

  /// Best first; equal scores in passage order.
  consuming func hits() throws(IndexError) -> [Hit] {
    order = most.indices.sorted { (most[$0], $0) < (most[$1], $1) }
    raiseFloor()
    var start = 0
    while start < passageCount {
      passOverOptionalTerms()
      if optional.count == order.count { break }
      start = try examineWindow(from: start)
    }
    return top.sorted()
  }

  /// Whether a passage that can score so much might be a hit.
  private func mayBeHit(_ most: Double) -> Bool {
    // Put so that a bound that is no number rules nothing out.
    !(most <= floor)
  }

  /// Each score is a sum of rounded numbers, wrong by some 2⁻²³ of itself a term, and so is a bound.
  private mutating func add(_ hit: Hit) {
    top.add(hit)
    raiseFloor()
  }

  private mutating func raiseFloor() {
    let slack = 1 + Double(2 * most.count + 16) / Double(1 << 23)
    floor = max(Double(top.threshold), least) / slack
  }

  private mutating func passOverOptionalTerms() {
    while optional.count < order.count {
      let sum = optional.most + most[order[optional.count]]
      if mayBeHit(sum) { return }
      optional = (optional.count + 1, sum)
    }
  }

  /// Looks at the passages from one on, as far as the present blocks of all terms that are not
  /// optional reach; the first passage behind them.
  private mutating func examineWindow(from start: Int) throws(IndexError) -> Int {
    var end = passageCount
    var most = optional.most
    local.removeAll(keepingCapacity: true)
    for index in order[optional.count...] {
      let block = try cursors[index].seekBlock(to: start)
      guard block.last < .max else {
        parts[index] = 0
        continue
      }
      end = min(end, block.last + 1)
      bounds[index] = bound(of: index, strength: block.maximum)
      most += bounds[index]
      insert(index)
    }
    guard mayBeHit(most) else { return end }
    guard let (first, others) = firstRequired() else { return end }
    end = min(end, start + PassageMarks.count)
    try examine(start..<end, others: others, first)
    return end
  }

  private func bound(of index: Int, strength: Float) -> Double {
    Double(scorer.bound(rarity: rarities[index], strength: strength))
  }

  /// Into `local`, which is short and mostly in order.
  private mutating func insert(_ index: Int) {
    var place = local.count
    local.append(index)
    while place > 0, bounds[local[place - 1]] > bounds[index] {
      local[place] = local[place - 1]
      place -= 1
    }
    local[place] = index
  }

  /// The first of the local terms of which a hit in this window must hold one, and the most that
  /// all terms before can add.
  private func firstRequired() -> (place: Int, others: Double)? {
    var most = optional.most
    for (place, index) in local.enumerated() {
      if mayBeHit(most + bounds[index]) { return (place, most) }
      most += bounds[index]
    }
    return nil
  }

  /// Examines the passages that hold some of the local terms that are required, if what these add
  /// can make a hit of them.
  private mutating func examine(
    _ window: Range<Int>, others: Double, _ required: Int
  ) throws(IndexError) {
    // Held here, so that it is not copied for each passage.
    let (scorer, norms) = (scorer, norms)
    for index in local[required...] {
      let rarity = rarities[index]
      try cursors[index].withStrengths(in: window, scorer.scale, norms) { passages, strengths in
        marks.add(passages, from: window.lowerBound) {
          scorer.score(strength: strengths[$0], rarity: rarity)
        }
      }
    }
    while var marked = marks.removeNext() {
      while let place = marked.popFirst() {
        let bound = others + marks.bound(at: place)
        guard mayBeHit(bound) else { continue }
        try examine(window.lowerBound + place, bound, required, norms)
      }
    }
  }

  /// Scores a passage, or leaves it as soon as it is known to be no hit.
  ///
  /// - Parameters:
  ///   - bound: what the required terms add, and the most that the optional ones can.
  ///   - required: the first of these among the local terms.
  private mutating func examine(
    _ passage: Int, _ bound: Double, _ required: Int, _ norms: FieldNorms
  ) throws(IndexError) {
    var bound = bound
    var place = required
    while place > 0 {
      place -= 1
      let index = local[place]
      bound += try score(index, in: passage, norms) - bounds[index]
      guard mayBeHit(bound) else { return }
    }
    place = optional.count
    while place > 0 {
      place -= 1
      let index = order[place]
      let block = try cursors[index].seekBlock(to: passage)
      let most = self.bound(of: index, strength: block.maximum)
      bound += most - self.most[index]
      guard mayBeHit(bound) else { return }
      bound += try score(index, in: passage, norms) - most
      guard mayBeHit(bound) else { return }
    }
    for place in required..<local.count { _ = try score(local[place], in: passage, norms) }
    add(Hit(passage: PassageID(passage), score: parts.reduce(0, +)))
  }

  /// Works out what a term adds to a passage.
  private mutating func score(
    _ index: Int, in passage: Int, _ norms: FieldNorms
  ) throws(IndexError) -> Double {
    let strength = try cursors[index].strength(in: passage, scorer.scale, norms)
    parts[index] = scorer.score(strength: strength, rarity: rarities[index])
    return Double(parts[index])
  }
}

/// What the passages of a stretch can score at most, and which of them can score at all.
struct PassageMarks {
  /// In passages.
  static let count = 4096

  /// Of marked passages alone.
  private var bounds = [Double](repeating: 0, count: count)
  /// A bit a passage.
  private var words = [UInt64](repeating: 0, count: count / 64)
  /// No bit is set in the words before.
  private var first = 0

  /// Marks passages, or raises the bounds of those that are marked.
  ///
  /// - Parameters:
  ///   - passages: ascending.
  ///   - start: the first of the stretch.
  ///   - score: what the passage at a place among these may score more.
  mutating func add(_ passages: Span<UInt32>, from start: Int, score: (Int) -> Float) {
    guard !passages.isEmpty else { return }
    first = min(first, (Int(passages[0]) - start) / 64)
    Self.add(passages, from: start, score: score, to: &bounds, &words)
  }

  private static func add(
    _ passages: Span<UInt32>, from start: Int, score: (Int) -> Float, to bounds: inout [Double],
    _ words: inout [UInt64]
  ) {
    // Spans, so that nobody asks for each passage whether the memory is shared.
    var bounds = bounds.mutableSpan
    var words = words.mutableSpan
    for index in passages.indices {
      let place = Int(passages[index]) - start
      let bit: UInt64 = 1 &<< UInt64(place)
      let bound = words[place / 64] & bit == 0 ? 0 : bounds[place]
      bounds[place] = bound + Double(score(index))
      words[place / 64] |= bit
    }
  }

  /// The first marked places, which are not marked afterwards; nil if none is left.
  mutating func removeNext() -> Places? {
    while first < words.count, words[first] == 0 { first += 1 }
    guard first < words.count else { return nil }
    defer { words[first] = 0 }
    return Places(start: first * 64, bits: words[first])
  }

  /// - Parameter place: one that was marked and not marked again.
  func bound(at place: Int) -> Double { bounds[place] }

  /// Up to 64 places, ascending.
  struct Places {
    fileprivate let start: Int
    fileprivate var bits: UInt64

    mutating func popFirst() -> Int? {
      guard bits != 0 else { return nil }
      defer { bits &= bits - 1 }
      return start + bits.trailingZeroBitCount
    }
  }
}
