internal import Analysis
internal import Corpus
internal import InvertedIndex

/// Whether words that stand side by side in a question stand near each other in a passage.
///
/// A pair counts by the rarity of its commoner word; in full within two words, by half within five,
/// in either order and in any one field. Two words that an earlier question brought are a pair only
/// for a question that brings none itself: what is asked now is told by its own words (development
/// follow-ups, success@1 0.82 to 0.85).
struct ProximitySignal: RankingSignal {
  /// How much of the score it adds if every pair stands together.
  static let weight: Float = 0.5
  /// In words, counted from one to the other: side by side in a question, little words between or not.
  private static let beside = 3
  /// In words: in full, by half.
  private static let (close, near) = (2, 5)

  /// A word of the question, with its place in `cursors`.
  private struct Word {
    let place: Int
    let rarity: Float
    /// An earlier question brought it, and this one says more: where it stands tells nothing.
    let isOld: Bool
  }

  /// Two words of the question, as places in `cursors`.
  private struct Pair {
    let first: Int
    let second: Int
    let weight: Float
  }

  private let pairs: [Pair]
  private let total: Float
  private var cursors: [PostingList.Cursor]
  /// By cursor: whether a pair needs it.
  private var isPaired: [Bool]
  /// By cursor: whether the present passage holds the word. Asking the cursor would copy it.
  private var isHere: [Bool]
  /// By cursor: where the word stands in the present passage, if that was asked for.
  private var positions: [PostingPositions]
  private var hasPositions: [Bool]

  /// Nil if the question has no two words side by side that the index knows.
  init?(_ query: Query, index: IndexReader) throws(IndexError) {
    let scorer = BM25Scorer(index.summary)
    let saysMore = query.terms.contains { !$0.isInherited }
    var words: [String: Word] = [:]
    cursors = []
    for term in query.terms {
      guard let list = try index.postings(of: term.term) else { continue }
      words[term.term] = Word(
        place: cursors.count, rarity: scorer.rarity(of: term, holding: list.count),
        isOld: term.isInherited && saysMore)
      cursors.append(list.cursor())
    }
    pairs = Self.pairs(of: query.tokens, words)
    total = pairs.reduce(0) { $0 + $1.weight }
    isPaired = Array(repeating: false, count: cursors.count)
    hasPositions = isPaired
    isHere = isPaired
    positions = Array(repeating: PostingPositions(), count: cursors.count)
    for pair in pairs {
      isPaired[pair.first] = true
      isPaired[pair.second] = true
    }
    guard total > 0 else { return nil }
  }

  private static func pairs(
    of tokens: [Token], _ words: [String: Word]
  ) -> [Pair] {
    zip(tokens, tokens.dropFirst()).compactMap { one, other in
      guard other.position - one.position <= beside, one.term != other.term,
        let first = words[one.term], let second = words[other.term],
        !(first.isOld && second.isOld)
      else { return nil }
      return Pair(
        first: first.place, second: second.place, weight: min(first.rarity, second.rarity))
    }
  }

  mutating func bonus(for passage: PassageID) throws(IndexError) -> Bonus? {
    for index in cursors.indices where isPaired[index] {
      isHere[index] = try cursors[index].finds(passage)
      hasPositions[index] = false
    }
    var together: Float = 0
    for pair in pairs where isHere[pair.first] && isHere[pair.second] {
      try readPositions(of: pair.first)
      try readPositions(of: pair.second)
      let distance = positions[pair.first].distance(
        to: positions[pair.second], enough: Self.close)
      together += pair.weight * Self.closeness(distance)
    }
    guard together > 0 else { return nil }
    return Bonus(share: Self.weight * together / total, cause: .proximity)
  }

  private static func closeness(_ distance: Int) -> Float {
    if distance <= close { return 1 }
    return distance <= near ? 0.5 : 0
  }

  private mutating func readPositions(of word: Int) throws(IndexError) {
    guard !hasPositions[word] else { return }
    try cursors[word].readPositions(into: &positions[word])
    hasPositions[word] = true
  }
}
