internal import Corpus
internal import InvertedIndex

/// What the passages found say of each other, once each has its own score.
struct Company {
  /// How much of the mean score of the three best others of its document a passage is given.
  static let weightOfDocument: Float = 0.2
  private static let othersOfDocument = 3
  /// How many of the best passages show what a good answer speaks of.
  private static let examples = 5
  /// How much of the score full likeness to the examples adds.
  static let weightOfFeedback: Float = 1.6

  let index: IndexReader

  /// What each passage is given for the other passages of its document: a document that has much to
  /// say on the question is the likelier place of its answer.
  func documents(_ hits: [Hit]) throws(IndexError) -> [Float] {
    var documents: [Int] = []
    for hit in hits { documents.append(try index.documentOrdinal(of: hit.passage)) }
    var scores: [Int: [Float]] = [:]
    for (hit, document) in zip(hits, documents) { scores[document, default: []].append(hit.score) }
    for document in scores.keys { scores[document]?.sort(by: >) }
    return zip(hits, documents).map { hit, document in
      Self.weightOfDocument * Self.mean(ofOthersThan: hit.score, in: scores[document, default: []])
    }
  }

  /// The mean of the best others; those that are missing count as 0.
  ///
  /// - Parameter scores: the highest first.
  private static func mean(ofOthersThan own: Float, in scores: [Float]) -> Float {
    var best = scores.prefix(othersOfDocument + 1)
    if let place = best.firstIndex(of: own) { best.remove(at: place) }
    return best.prefix(othersOfDocument).reduce(0, +) / Float(othersOfDocument)
  }

  /// What each passage is given for speaking of what the best passages speak of: pseudo-relevance
  /// feedback (J. J. Rocchio, 1971) by key terms, applied to the passages already found.
  func feedback(_ hits: [Hit]) throws(IndexError) -> [Float] {
    let topic = try topic(of: hits)
    // Sorted, so that the sum does not depend on the order of a dictionary.
    let length = topic.values.sorted().reduce(0) { $0 + $1 * $1 }.squareRoot()
    guard length > 0 else { return hits.map { _ in 0 } }
    var bonuses: [Float] = []
    for hit in hits {
      let shared = try index.keyTerms(of: hit.passage).entries.reduce(0) { sum, entry in
        sum + entry.weight * topic[entry.term, default: 0]
      }
      bonuses.append(hit.score * Self.weightOfFeedback * shared / length)
    }
    return bonuses
  }

  /// The key terms of the best passages, each passage with the weight of its score.
  private func topic(of hits: [Hit]) throws(IndexError) -> [Int: Float] {
    let best = hits.sorted { $0.precedes($1) }.prefix(Self.examples)
    var topic: [Int: Float] = [:]
    for hit in best {
      for (term, weight) in try index.keyTerms(of: hit.passage).entries {
        topic[term, default: 0] += hit.score / best[0].score * weight
      }
    }
    return topic
  }
}
