internal import Corpus
internal import InvertedIndex
internal import Search

/// How near a passage stands to the one that the conversation began with.
///
/// A document keeps to its subject, so the answer to a follow-up tends to stand in the same one.
/// The shares were chosen on follow-ups; see `Tests/RankingTests/Questions`.
struct PlaceSignal {
  private let place: PassageID
  private let document: Range<Int>
  private let strength: Float

  static let shareInDocument: Float = 0.35
  static let shareOfNeighbour: Float = 0.1
  /// In passages to either side.
  static let reach = 2

  /// - Parameter strength: how much of it counts, from 0 to 1.
  init(_ place: PassageID, strength: Float = 1, index: IndexReader) throws(IndexError) {
    self.place = place
    self.strength = strength
    document = try index.document(of: place).passages
  }

  /// What share of a passage's score is added to it.
  func share(of passage: PassageID) -> Float {
    guard document.contains(passage.ordinal) else { return 0 }
    let isNear = abs(passage.ordinal - place.ordinal) <= Self.reach
    return strength * (Self.shareInDocument + (isNear ? Self.shareOfNeighbour : 0))
  }

  /// The best passages with this added, looked for among as many as are rescored.
  ///
  /// - Parameter search: gives the best passages without it, as many as asked for.
  func rescored(
    limit: Int, search: (Int) throws(IndexError) -> [Hit]
  ) throws(IndexError) -> [Hit] {
    var top = TopHits(limit: limit)
    for (rank, hit) in try search(max(limit, Rescorer.candidates)).enumerated() {
      let share = rank < Rescorer.candidates ? share(of: hit.passage) : 0
      top.add(Hit(passage: hit.passage, score: hit.score + hit.score * share))
    }
    return top.sorted()
  }

  /// The explanation of a score with this added.
  func explanation(
    _ explanation: Explanation, of passage: PassageID
  ) -> Explanation {
    let share = share(of: passage)
    guard share > 0 else { return explanation }
    let words = Explanation("on its own", explanation.value, explanation.parts)
    return .sum(
      "score",
      of: [
        words, Explanation("it stands in the document last spoken of", explanation.value * share),
      ])
  }
}
