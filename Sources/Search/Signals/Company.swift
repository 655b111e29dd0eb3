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
  ///
  /// - Parameter hits: in passage order, so that those of a document follow one another.
  func documents(_ hits: [Hit]) throws(IndexError) -> [Float] {
    var documents: [Int] = []
    for hit in hits { documents.append(try index.documentOrdinal(of: hit.passage)) }
    var bonuses: [Float] = []
    var start = 0
    while start < hits.count {
      let end = documents[start...].firstIndex { $0 != documents[start] } ?? hits.count
      let scores = end - start > 1 ? hits[start..<end].map(\.score).sorted(by: >) : []
      for hit in hits[start..<end] {
        bonuses.append(Self.weightOfDocument * Self.mean(ofOthersThan: hit.score, in: scores))
      }
      start = end
    }
    return bonuses
  }

  /// The mean of the best others; those that are missing count as 0.
  ///
  /// - Parameter scores: the highest first; none if there are no others.
  private static func mean(ofOthersThan own: Float, in scores: [Float]) -> Float {
    var sum: Float = 0
    var others = 0
    var isPassedOver = false
    for score in scores.prefix(othersOfDocument + 1) where others < othersOfDocument {
      if score == own, !isPassedOver {
        isPassedOver = true
      } else {
        sum += score
        others += 1
      }
    }
    return sum / Float(othersOfDocument)
  }

  /// What each passage is given for speaking of what the best passages speak of: pseudo-relevance
  /// feedback (J. J. Rocchio, 1971) by key terms, applied to the passages already found.
  func feedback(_ hits: [Hit]) throws(IndexError) -> [Float] {
    let topic = try topic(of: hits)
    // Sorted, so that the sum does not depend on the order of the terms.
    let length = topic.map(\.weight).sorted().reduce(0) { $0 + $1 * $1 }.squareRoot()
    guard length > 0 else { return hits.map { _ in 0 } }
    var bonuses: [Float] = []
    for hit in hits {
      let shared = try index.likeness(of: hit.passage, to: topic)
      bonuses.append(hit.score * Self.weightOfFeedback * shared / length)
    }
    return bonuses
  }

  /// The key terms of the best passages, each passage with the weight of its score; ascending.
  private func topic(of hits: [Hit]) throws(IndexError) -> [KeyTerm] {
    let best = hits.sorted { $0.precedes($1) }.prefix(Self.examples)
    var topic: [KeyTerm] = []
    // The best first, so that weights are always added up in the same order.
    for hit in best {
      let entries = try index.keyTerms(of: hit.passage).entries
      topic = Self.sum(topic, entries, times: hit.score / best[0].score)
    }
    return topic
  }

  /// Of two vectors that are ascending by term.
  private static func sum(_ one: [KeyTerm], _ other: [KeyTerm], times share: Float) -> [KeyTerm] {
    var sum: [KeyTerm] = []
    sum.reserveCapacity(one.count + other.count)
    var next = 0
    for entry in other {
      while next < one.count, one[next].term < entry.term {
        sum.append(one[next])
        next += 1
      }
      var weight = share * entry.weight
      if next < one.count, one[next].term == entry.term {
        weight = one[next].weight + weight
        next += 1
      }
      sum.append(KeyTerm(term: entry.term, weight: weight))
    }
    return sum + one[next...]
  }
}
