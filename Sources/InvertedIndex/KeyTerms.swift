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
    var reader = try records.reader(of: id.ordinal)
    var entries: [KeyTerm] = []
    var last = -1
    entries.reserveCapacity(KeyTerms.most)
    for _ in 0..<(try reader.count()) {
      last += try reader.variable() + 1
      guard last < termCount else { throw reader.damage("no such term") }
      entries.append(KeyTerm(term: last, weight: Float(try reader.byte()) / 255))
    }
    return KeyTerms(entries: entries)
  }
}
