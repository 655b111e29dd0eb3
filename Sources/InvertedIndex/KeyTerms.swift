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
    for _ in 0..<(try reader.count()) {
      last += try reader.variable() + 1
      guard last < termCount else { throw reader.damage("no such term") }
      entries.append((last, Float(try reader.byte()) / 255))
    }
    return KeyTerms(entries: entries)
  }
}

/// Finds the key terms of passages while the terms' posting lists pass by in dictionary order.
struct KeyTermCollector {
  private typealias Candidate = (term: Int, weight: Float)

  private var candidates: [[Candidate]]
  private var term = 0

  init(passageCount: Int) { candidates = Array(repeating: [], count: passageCount) }

  /// Takes the next term's postings; weights are those of `TFIDFWeight`.
  mutating func add(_ rows: [PostingList.Row]) {
    let idf = TFIDFWeight.idf(passageCount: candidates.count, holding: rows.count)
    for row in rows {
      let weight = TFIDFWeight.weight(frequency: row.posting.frequencies.total, idf: idf)
      let passage = row.posting.passage.ordinal
      candidates[passage].append((term, weight))
      if candidates[passage].count > 4 * KeyTerms.most {
        candidates[passage] = Self.best(of: candidates[passage])
      }
    }
    term += 1
  }

  /// One record a passage.
  func encode() -> [[UInt8]] { candidates.map { Self.encode(Self.best(of: $0)) } }

  /// The heaviest; of the same weight, those first in the dictionary.
  private static func best(of candidates: [Candidate]) -> [Candidate] {
    let sorted = candidates.sorted { ($1.weight, $0.term) < ($0.weight, $1.term) }
    return Array(sorted.prefix(KeyTerms.most))
  }

  private static func encode(_ terms: [Candidate]) -> [UInt8] {
    var writer = ByteWriter()
    writer.append(variable: terms.count)
    let length = terms.reduce(0) { $0 + $1.weight * $1.weight }.squareRoot()
    var last = -1
    for (term, weight) in terms.sorted(by: { $0.term < $1.term }) {
      writer.append(variable: term - last - 1)
      writer.append(byte: UInt8((weight / max(length, .leastNormalMagnitude) * 255).rounded()))
      last = term
    }
    return writer.bytes
  }
}
