import Analysis
import Corpus
import Foundation
import Testing
import TestSupport

@testable import InvertedIndex

@Suite struct KeyTermsTests {
  private func index(of texts: [String]) throws -> IndexReader {
    try SampleIndex.reader(of: [texts.map { .sample($0) }], analyzer: Analyzer(filters: []))
  }

  /// The key terms of a passage as words.
  private func words(of ordinal: Int, in index: IndexReader) throws -> [String] {
    let terms = try index.dictionary.entries().map(\.term)
    return try index.keyTerms(of: PassageID(ordinal)).entries.map { terms[$0.term] }
  }

  @Test func `every term of a short passage is kept, the rarer the heavier`() throws {
    let index = try index(of: ["c b", "b", ""])
    #expect(try words(of: 0, in: index) == ["b", "c"])
    // The idf of b is ln(1 + 3/2) = 0.916291, that of c ln(1 + 3/1) = 1.386294; length 1.661731.
    let weights = try index.keyTerms(of: PassageID(0)).entries.map(\.weight)
    #expect(weights == [141.0 / 255, 213.0 / 255])
    #expect(try index.keyTerms(of: PassageID(1)).entries.map(\.weight) == [1])
    #expect(try index.keyTerms(of: PassageID(2)).entries.isEmpty)
  }

  @Test func `of many terms the heaviest are kept, of equals those first in the dictionary`() throws
  {
    let names = (100..<400).map { "w\($0)" }
    let index = try index(of: [(names + ["w399"]).joined(separator: " ")])
    #expect(try words(of: 0, in: index) == names.prefix(KeyTerms.most - 1) + ["w399"])
  }

  @Test(arguments: 0..<4 as Range<UInt64>)
  func `key terms are the heaviest of a naive TF-IDF vector`(seed: UInt64) throws {
    let corpus = RandomCorpus(seed: seed, passages: 30 + 20 * Int(seed))
    let index = try corpus.index()
    let vectors = Self.vectors(of: corpus)
    for ordinal in corpus.passages.indices {
      var vector = vectors[ordinal]
      let entries = try index.keyTerms(of: PassageID(ordinal)).entries
      let words = try words(of: ordinal, in: index)
      #expect(words.count == min(vector.count, KeyTerms.most), "seed \(seed), \(ordinal)")
      #expect(entries.map(\.term) == entries.map(\.term).sorted(), "seed \(seed), \(ordinal)")
      let kept = words.map { vector.removeValue(forKey: $0) ?? 0 }
      let length = kept.reduce(0) { $0 + $1 * $1 }.squareRoot()
      for (entry, weight) in zip(entries, kept) {
        #expect(
          abs(Double(entry.weight) - weight / length) < 0.51 / 255, "seed \(seed), \(ordinal)")
      }
      let heaviestLeftOut = vector.values.max() ?? 0
      #expect(kept.allSatisfy { $0 > heaviestLeftOut - 1e-5 }, "seed \(seed), \(ordinal)")
    }
  }

  /// The TF-IDF vector of every passage over plain dictionaries.
  private static func vectors(of corpus: RandomCorpus) -> [[String: Double]] {
    var vectors: [[String: Double]] = corpus.passages.map { _ in [:] }
    for (term, passages) in corpus.oracle {
      let idf = log(1 + Double(vectors.count) / Double(passages.count))
      for (ordinal, fields) in passages {
        let count = fields.values.reduce(0) { $0 + $1.count }
        vectors[ordinal][term] = (1 + log(Double(count))) * idf
      }
    }
    return vectors
  }

  /// Gaps are numbers that may be as high as 2⁶² − 1; two of them are more than an integer holds.
  @Test(arguments: [
    [5], [0, 4], [1, 1, 1, 1 << 62 - 1], [1 << 62 - 1, 1 << 62 - 1, 1 << 62 - 1],
  ])
  func `a term that there is not is an error, not an overflow`(gaps: [Int]) throws {
    let store = try store(gaps: gaps)
    let error = #expect(throws: IndexError.self) { try store.keyTerms(of: PassageID(0)) }
    #expect(error?.description.contains("no such term") == true)
  }

  @Test func `the last term of the dictionary may be a key term`() throws {
    for gaps in [[4], [0, 3], [0, 0, 0, 0, 0]] {
      #expect(try store(gaps: gaps).keyTerms(of: PassageID(0)).entries.last?.term == 4)
    }
  }

  /// One passage's record, in an index of five terms.
  private func store(gaps: [Int]) throws -> KeyTermStore {
    var record = ByteWriter()
    record.append(variable: gaps.count)
    for gap in gaps {
      record.append(variable: gap)
      record.append(byte: 255)
    }
    let bytes = RecordTable.encode([record.bytes])
    let table = try RecordTable(MappedFile.sample(bytes), 0..<bytes.count, count: 1)
    return KeyTermStore(table, termCount: 5)
  }
}
