internal import Analysis
internal import Corpus
internal import Search

/// Finds the sentence or list item of a passage that answers best.
///
/// A sentence weighs as much as the distinct terms of the question it holds. It gains if it can tell
/// what is asked for (a number of weeks to "how long"), and loses if it only leads in a list.
struct BestSentence {
  private let passage: Passage
  private let wanted: AnswerKinds
  /// What the passage holds of the question, term by term, with places in its text.
  private let hits: [Token]
  private let rarities: [String: Float]
  private let total: Float

  /// Of the weight of all that the passage holds of the question. Measured together with the one
  /// below on the development questions: best sentence right 0.724 to 0.745.
  private static let weightOfKind: Float = 0.3
  private static let lossOfLeadIn: Float = 0.3

  init(
    _ passage: Passage, hits: [Token], rarities: [String: Float], wanted: AnswerKinds
  ) {
    self.passage = passage
    self.hits = hits
    self.rarities = rarities
    self.wanted = wanted
    let terms = Set(hits.map(\.term))
    total = terms.sorted().reduce(0) { $0 + (rarities[$1] ?? 0) }
  }

  /// In bytes of the text; the first sentence if none holds a word of the question.
  var range: Range<Int> {
    let sentences = passage.sentences
    var best = sentences.first ?? 0..<passage.text.utf8.count
    var bestWeight: Float = 0
    for sentence in sentences {
      let weight = weight(of: sentence)
      if weight > bestWeight { (best, bestWeight) = (sentence, weight) }
    }
    return best
  }

  private func weight(of sentence: Range<Int>) -> Float {
    let terms = Set(hits.filter { sentence.contains($0.range.lowerBound) }.map(\.term))
    var weight = terms.sorted().reduce(0) { $0 + (rarities[$1] ?? 0) }
    let text = passage.text.slice(sentence)
    if !wanted.isDisjoint(with: AnswerKinds(givenBy: text)) { weight += Self.weightOfKind * total }
    if text.last == ":" { weight -= Self.lossOfLeadIn * total }
    return weight
  }
}
