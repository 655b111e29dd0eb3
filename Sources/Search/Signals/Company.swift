internal import Corpus
internal import InvertedIndex

/// What the passages found say of each other, once each has its own score.
struct Company {
  /// How much of the mean score of the three best others of its document a passage is given.
  private static let weightOfDocument: Float = 0.2
  private static let othersOfDocument = 3
  /// How many of the best passages show what a good answer speaks of.
  private static let examples = 4
  /// How much of the score full likeness to the examples adds.
  private static let weightOfFeedback: Float = 1.6

  let index: IndexReader

  /// What each passage is given for the other passages of its document: a document that has much to
  /// say on the question is the likelier place of its answer.
  func documents(_ hits: [Hit]) throws(IndexError) -> [Float] {
    var scores: [Int: [Float]] = [:]
    var ordinals: [Int] = []
    for hit in hits {
      let document = try index.documentOrdinal(of: hit.passage)
      ordinals.append(document)
      scores[document, default: []].append(hit.score)
    }
    for document in scores.keys { scores[document]?.sort(by: >) }
    return zip(hits, ordinals).map { hit, document in
      var best = scores[document, default: []].prefix(Self.othersOfDocument + 1)
      if let own = best.firstIndex(of: hit.score) { best.remove(at: own) }
      let sum = best.prefix(Self.othersOfDocument).reduce(0, +)
      return Self.weightOfDocument * sum / Float(Self.othersOfDocument)
    }
  }

  /// What each passage is given for speaking of what the best passages speak of: pseudo-relevance
  /// feedback (J. J. Rocchio, 1971) by key terms, applied to the passages already found.
  func feedback(_ hits: [Hit]) throws(IndexError) -> [Float] {
    let best = hits.sorted { $0.precedes($1) }.prefix(Self.examples)
    guard let top = best.first?.score, top > 0 else { return hits.map { _ in 0 } }
    var topic: [Int: Float] = [:]
    for hit in best {
      for (term, weight) in try index.keyTerms(of: hit.passage).entries {
        topic[term, default: 0] += hit.score / top * weight
      }
    }
    // Sorted, so that the sum does not depend on the order of a dictionary.
    let squares = topic.values.sorted().reduce(0) { $0 + $1 * $1 }
    var bonuses: [Float] = []
    for hit in hits {
      let shared = try index.keyTerms(of: hit.passage).entries.reduce(0) { sum, entry in
        sum + entry.weight * topic[entry.term, default: 0]
      }
      bonuses.append(hit.score * Self.weightOfFeedback * shared / squares.squareRoot())
    }
    return bonuses
  }
}
