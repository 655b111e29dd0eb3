internal import Analysis
internal import Corpus
internal import InvertedIndex

/// Whether words that stand side by side in a question stand near each other in a passage.
///
/// A pair counts by the rarity of its commoner word; in full within two words, by half within five,
/// in either order and in any one field.
struct ProximitySignal: RankingSignal {
  /// How much of the score it adds if every pair stands together.
  static let weight: Float = 0.75
  /// In words.
  private static let (close, near) = (2, 5)

  private let pairs: [(first: Int, second: Int, weight: Float)]
  private let total: Float
  private var cursors: [PostingList.Cursor]

  /// Nil if the question has no two words side by side that the index knows.
  init?(_ query: Query, index: IndexReader) throws(IndexError) {
    let scorer = BM25Scorer(index.summary)
    var places: [String: Int] = [:]
    var rarities: [Float] = []
    cursors = []
    for term in query.terms {
      guard let list = try index.postings(of: term.term) else { continue }
      places[term.term] = cursors.count
      cursors.append(list.cursor())
      rarities.append(scorer.rarity(of: term, holding: list.count))
    }
    var pairs: [(first: Int, second: Int, weight: Float)] = []
    for (one, other) in zip(query.tokens, query.tokens.dropFirst())
    where other.position - one.position <= 3 && one.term != other.term {
      guard let first = places[one.term], let second = places[other.term] else { continue }
      pairs.append((first, second, min(rarities[first], rarities[second])))
    }
    self.pairs = pairs
    total = pairs.reduce(0) { $0 + $1.weight }
    guard total > 0 else { return nil }
  }

  mutating func bonus(for passage: PassageID) throws(IndexError) -> Bonus? {
    for index in cursors.indices { try cursors[index].seek(to: passage) }
    var together: Float = 0
    for (first, second, weight) in pairs
    where cursors[first].passage == passage && cursors[second].passage == passage {
      let distance = try distance(between: cursors[first], cursors[second])
      if distance <= Self.close {
        together += weight
      } else if distance <= Self.near {
        together += weight / 2
      }
    }
    guard together > 0 else { return nil }
    return Bonus(share: Self.weight * together / total, reason: "words stand together")
  }

  /// The least number of words between two terms in any field, counted from one to the other.
  private func distance(
    between first: PostingList.Cursor, _ second: PostingList.Cursor
  ) throws(IndexError) -> Int {
    var least = Int.max
    for field in Field.allCases {
      let (left, right) = (try first.positions(in: field), try second.positions(in: field))
      var (one, other) = (0, 0)
      while one < left.count, other < right.count {
        least = min(least, abs(left[one] - right[other]))
        if left[one] < right[other] { one += 1 } else { other += 1 }
      }
    }
    return least
  }
}
