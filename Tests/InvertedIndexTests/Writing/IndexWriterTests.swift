import Analysis
import Corpus
import Foundation
import Testing
import TestSupport

@testable import InvertedIndex

@Suite struct IndexWriterTests {
  @Test func `a tiny index is, byte for byte, what the format says`() {
    let (actual, expected) = (TinyIndex.bytes, TinyIndex.goldenBytes)
    let difference = zip(actual, expected).enumerated().first { $1.0 != $1.1 }?.offset
    #expect(difference == nil, "first different byte")
    #expect(actual.count == expected.count)
  }

  @Test func `an index of nothing can be read`() throws {
    let index = try SampleIndex.reader(of: [])
    #expect(index.summary.passageCount == 0)
    #expect(index.summary.averageLengths == FieldVector(1, 1, 1, 1))
    #expect(try index.postings(of: "word") == nil)
    try index.verify()
  }

  @Test func `the same corpus gives the same bytes`() {
    let corpus = RandomCorpus(seed: 11, passages: 60)
    let first = SampleIndex.bytes(of: corpus.documents, analyzer: .standard())
    #expect(SampleIndex.bytes(of: corpus.documents, analyzer: .standard()) == first)
  }

  /// Hash order differs between runs and between dictionaries; the file must not show it.
  @Test func `terms and lists lie in the order of the terms' bytes`() throws {
    let corpus = RandomCorpus(seed: 12, passages: 60)
    let index = try corpus.index()
    let entries = try index.dictionary.entries()
    #expect(
      entries.map(\.term)
        == corpus.oracle.keys.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) })
    for (entry, next) in zip(entries, entries.dropFirst()) {
      #expect(entry.postings.upperBound == next.postings.lowerBound)
      #expect(entry.positions.upperBound == next.positions.lowerBound)
    }
  }

  @Test(arguments: 0..<4 as Range<UInt64>)
  func `the index holds what plain dictionaries hold`(seed: UInt64) throws {
    let corpus = RandomCorpus(seed: seed, passages: 40 + 100 * Int(seed))
    let index = try corpus.index()
    #expect(index.summary.termCount == corpus.oracle.count, "seed \(seed)")
    for (term, passages) in corpus.oracle {
      let list = try #require(try index.postings(of: term), "seed \(seed), \(term)")
      #expect(list.count == passages.count, "seed \(seed), \(term)")
      var cursor = list.cursor()
      for (passage, fields) in passages.sorted(by: { $0.key < $1.key }) {
        try cursor.advance()
        #expect(cursor.passage == PassageID(passage), "seed \(seed), \(term)")
        for field in Field.allCases {
          let positions = try cursor.positions(in: field)
          #expect(positions == fields[field] ?? [], "seed \(seed), \(term), passage \(passage)")
          #expect(cursor.current?.frequencies.counts[field: field] == UInt32(positions.count))
        }
      }
    }
    #expect(try index.postings(of: "absent") == nil)
  }

  @Test(arguments: 0..<4 as Range<UInt64>)
  func `passages, lengths and totals come back`(seed: UInt64) throws {
    let corpus = RandomCorpus(seed: seed, passages: 30)
    let index = try corpus.index()
    var totals = SIMD4<UInt64>.zero
    for (ordinal, passage) in corpus.passages.enumerated() {
      let id = PassageID(ordinal)
      #expect(try index.passage(id) == passage, "seed \(seed)")
      let lengths = index.norms.lengths(of: id)
      for field in Field.allCases {
        let words = passage.texts(of: field).joined(separator: " ").split(separator: " ")
        #expect(lengths[field: field] == Float(words.count), "seed \(seed), \(field)")
        totals[field: field] += UInt64(words.count)
      }
      #expect(try index.document(of: id).path == passage.source.path, "seed \(seed)")
    }
    #expect(index.summary.fieldTotals == totals, "seed \(seed)")
    try index.verify()
  }

  @Test func `vector norms are the lengths of TF-IDF vectors`() throws {
    let corpus = RandomCorpus(seed: 5, passages: 50)
    let index = try corpus.index()
    for ordinal in corpus.passages.indices {
      let square = corpus.oracle.values.reduce(0.0) { sum, passages in
        let count = (passages[ordinal] ?? [:]).values.reduce(0) { $0 + $1.count }
        guard count > 0 else { return sum }
        let idf = log(1 + 50 / Double(passages.count))
        let weight = (1 + log(Double(count))) * idf
        return sum + weight * weight
      }
      let norm = Double(index.vectorNorm(of: PassageID(ordinal)))
      #expect(abs(norm - square.squareRoot()) < 1e-5 * norm, "passage \(ordinal)")
    }
  }

  @Test func `citation numbers are not words, other numbers are`() throws {
    let reference = Reference(key: "k", title: "", publisher: "", url: "", date: "")
    let index = try SampleIndex.reader(
      of: [
        [
          .sample("Take 2 tablets [1].", citations: ["k"]),
          .sample("See [1] in the list."),
        ]
      ], references: [reference])
    #expect(try index.postings(of: "2")?.count == 1)
    var cursor = try #require(try index.postings(of: "1")).cursor()
    try cursor.advance()
    #expect(cursor.passage == PassageID(1))
  }

  @Test func `two texts of a field lie far apart`() throws {
    let passage = Passage.sample("a", headings: ["x y", "x"], askedAs: ["x", "", "x"])
    let index = try SampleIndex.reader(of: [[passage]], analyzer: Analyzer(filters: []))
    var cursor = try #require(try index.postings(of: "x")).cursor()
    try cursor.advance()
    // The gap of 16 counts from the last word before it.
    #expect(try cursor.positions(in: .heading) == [0, 1 + 16])
    #expect(try cursor.positions(in: .askedAs) == [0, 0 + 16 + 16])
  }

  static let kinds: [(text: String, kinds: [Block.Kind], expected: AnswerKinds)] = [
    ("Rest helps.", [], []), ("", [], []), ("It lasts 2 weeks.", [], [.duration, .amount]),
    ("It is rare [1].", [], .share),
    ("One\nTwo\nThree", [.listItem, .listItem, .listItem], .list),
    ("These:\nrest\nsleep", [.paragraph, .listItem, .listItem], []),
    ("One\nTwo\nThree", [.tableRow, .tableRow, .tableRow], []),
  ]

  @Test func `a passage's answer kinds are those of its words and its list`() throws {
    let index = try SampleIndex.reader(of: [Self.kinds.map { .sample($0.text, kinds: $0.kinds) }])
    for (ordinal, row) in Self.kinds.enumerated() {
      #expect(index.answerKinds(of: PassageID(ordinal)) == row.expected, "\(row.text)")
    }
  }

  @Test func `headings and other wordings are questions and answer nothing`() throws {
    let passage = Passage.sample(
      "Rest.", title: "2 weeks", headings: ["Why 5%?"], askedAs: ["called 3 names"])
    let index = try SampleIndex.reader(of: [[passage]])
    #expect(index.answerKinds(of: PassageID(0)) == [])
  }
}
