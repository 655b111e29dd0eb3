internal import Corpus
internal import Glibc

/// A term with its weight, from 0 to 1 in a passage.
package struct KeyTerm: Sendable {
  /// Its place in the dictionary's order.
  package let term: Int
  package var weight: Float

  package init(term: Int, weight: Float) {
    self.term = term
    self.weight = weight
  }
}

/// The terms that tell a passage from others, with their weights: a short TF-IDF vector of length 1.
package struct KeyTerms: Sendable {
  /// Ascending by term.
  package let entries: [KeyTerm]

  /// How many terms of a passage are kept. With 16, passages alike are recognised as well as with
  /// all terms (Cranfield, nDCG@10 0.555 against 0.561).
  static let most = 16
}

/// The key terms of every passage.
struct KeyTermStore: Sendable {
  private let records: RecordTable
  private let termCount: Int

  init(_ records: RecordTable, termCount: Int) {
    self.records = records
    self.termCount = termCount
  }

  /// - Precondition: the id is below the passage count.
  func keyTerms(of id: PassageID) throws(IndexError) -> KeyTerms {
    var entries: [KeyTerm] = []
    entries.reserveCapacity(KeyTerms.most)
    try forEachKeyTerm(of: id) { entries.append($0) }
    return KeyTerms(entries: entries)
  }

  /// - Precondition: the id is below the passage count.
  @inline(__always)
  func forEachKeyTerm(of id: PassageID, _ body: (KeyTerm) -> Void) throws(IndexError) {
    var reader = try records.reader(of: id.ordinal)
    var last = -1
    for _ in 0..<(try reader.count()) {
      last += try reader.variable() + 1
      guard last < termCount else { throw reader.damage("no such term") }
      body(KeyTerm(term: last, weight: Float(try reader.byte()) / 255))
    }
  }

  /// The sum of what a passage's key terms and others weigh that both hold.
  ///
  /// - Parameter topic: ascending by term.
  /// - Precondition: the id is below the passage count.
  func likeness(of id: PassageID, to topic: [KeyTerm]) throws(IndexError) -> Float {
    let topic = topic.span
    var sum: Float = 0
    var next = 0
    try forEachKeyTerm(of: id) { mine in
      while next < topic.count, topic[next].term < mine.term { next += 1 }
      if next < topic.count, topic[next].term == mine.term {
        sum += mine.weight * topic[next].weight
      }
    }
    return sum
  }
}
