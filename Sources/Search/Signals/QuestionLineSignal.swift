internal import Corpus
internal import InvertedIndex

/// How closely a question resembles one that a passage answers: its heading, or a line of asked-as.
///
/// Here every word counts, question words included: "how is it diagnosed" and "is it hard to
/// diagnose" share their subject and differ in little words.
struct QuestionLineSignal: RankingSignal {
  /// How much of the score a perfect resemblance adds.
  static let weight: Float = 0.8

  private let question: QuestionWords
  private let index: IndexReader

  init(_ question: QuestionWords, index: IndexReader) {
    self.question = question
    self.index = index
  }

  func bonus(for passage: PassageID) throws(IndexError) -> Bonus? {
    let likenesses = try index.likenesses(of: question, to: passage)
    guard let best = likenesses.max(), best > 0 else { return nil }
    return Bonus(share: Self.weight * best * best, cause: .questionLine)
  }
}
