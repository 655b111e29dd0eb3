internal import Analysis
internal import Corpus
internal import Search

/// Finds the sentence or list item of a passage that answers best.
///
/// A sentence weighs as much as the distinct terms of the question it holds. It gains if it can tell
/// what is asked for (a number of weeks to "how long"), and loses if it only leads in a list.
struct BestSentence {
  private let passage: Passage
  private let sought: SoughtTerms
  /// What the passage holds of the question, in order.
  private let places: [SoughtTerms.Place]
  private let total: Float

  /// Of the weight of all that the passage holds of the question. Measured together with the one
  /// below on the development questions: best sentence right 0.724 to 0.745.
  private static let weightOfKind: Float = 0.3
  private static let lossOfLeadIn: Float = 0.3

  init(_ passage: Passage, _ places: [SoughtTerms.Place], _ sought: SoughtTerms) {
    self.passage = passage
    self.places = places
    self.sought = sought
    var terms = places.map(\.term)
    total = Self.weight(of: &terms, sought)
  }

  /// In bytes of the text; the first sentence if none holds a word of the question.
  var range: Range<Int> {
    let sentences = weighed
    // What is asked for is looked for only where it may decide.
    let least = sentences.map(\.least).max() ?? 0
    var best: Range<Int>?
    var bestWeight: Float = 0
    for sentence in sentences where sentence.most >= least && sentence.most > bestWeight {
      let weight = sentence.most > sentence.least ? exact(sentence) : sentence.most
      if weight > bestWeight { (best, bestWeight) = (sentence.range, weight) }
    }
    return best ?? first
  }

  private var first: Range<Int> {
    var first: Range<Int>?
    passage.forEachBlock { block, range in
      if first == nil { first = passage.sentences(of: block, at: range).first }
    }
    return first ?? 0..<passage.text.utf8.count
  }

  /// A sentence with what it weighs at least and at most, as it tells what is asked for or not.
  private struct Weighed {
    let range: Range<Int>
    let least: Float
    let most: Float
  }

  /// Those sentences that may weigh anything, in order.
  private var weighed: [Weighed] {
    guard total > 0 else { return [] }
    let asks = !sought.query.kinds.isDisjoint(with: .toldByWords)
    var weighed: [Weighed] = []
    var terms: [Int] = []
    var next = 0
    passage.forEachBlock { block, range in
      let start = next
      while next < places.count, places[next].range.lowerBound < range.upperBound { next += 1 }
      guard asks || next > start else { return }
      var place = start
      for sentence in passage.sentences(of: block, at: range) {
        weighed.append(self.weighed(sentence, &place, &terms, asks))
      }
    }
    return weighed
  }

  /// - Parameters:
  ///   - next: the first place that may lie in the sentence; afterwards the first behind it.
  ///   - terms: memory to work in.
  private func weighed(
    _ sentence: Range<Int>, _ next: inout Int, _ terms: inout [Int], _ asks: Bool
  ) -> Weighed {
    terms.removeAll(keepingCapacity: true)
    while next < places.count, places[next].range.lowerBound < sentence.upperBound {
      if places[next].range.lowerBound >= sentence.lowerBound { terms.append(places[next].term) }
      next += 1
    }
    let weight = Self.weight(of: &terms, sought)
    let most = asks ? weight + Self.weightOfKind * total : weight
    guard sentence.upperBound > sentence.lowerBound,
      passage.text.utf8.span[sentence.upperBound - 1] == UInt8(ascii: ":")
    else { return Weighed(range: sentence, least: weight, most: most) }
    let loss = Self.lossOfLeadIn * total
    return Weighed(range: sentence, least: weight - loss, most: most - loss)
  }

  private func exact(_ sentence: Weighed) -> Float {
    let given = AnswerKinds(givenBy: passage.text.slice(sentence.range))
    return sought.query.kinds.isDisjoint(with: given) ? sentence.least : sentence.most
  }

  /// The rarities of distinct terms, added up in the order of the terms.
  ///
  /// - Parameter terms: sorted afterwards.
  private static func weight(of terms: inout [Int], _ sought: SoughtTerms) -> Float {
    terms.sort()
    var weight: Float = 0
    var last = -1
    for term in terms where term != last {
      weight += sought.rarities[term]
      last = term
    }
    return weight
  }
}
