internal import Corpus
internal import Glibc

/// The terms that tell a passage from others, with their weights: a short TF-IDF vector of length 1.
package struct KeyTerms: Sendable {
  /// Terms by their place in the dictionary's order, ascending; weights from 0 to 1.
  package let entries: [(term: Int, weight: Float)]

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
    var entries: [(term: Int, weight: Float)] = []
    var last = -1
    entries.reserveCapacity(KeyTerms.most)
    for _ in 0..<(try reader.count()) {
      last += try reader.variable() + 1
      guard last < termCount else { throw reader.damage("no such term") }
      entries.append((last, Float(try reader.byte()) / 255))
    }
    return KeyTerms(entries: entries)
  }
}
