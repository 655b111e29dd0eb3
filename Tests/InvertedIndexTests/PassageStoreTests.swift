import Corpus
import Testing
import TestSupport

@testable import InvertedIndex

@Suite struct PassageStoreTests {
  static let references = ["a", "b", "c"].map {
    Reference(key: $0, title: "Title \($0)", publisher: "", url: "", date: "")
  }

  static let passages: [Passage] = [
    Passage(
      source: SourceLocation(path: "one.md", lines: 3...9, bytes: 17..<1234), title: "One",
      headings: ["Outer", "Inner — naïve"], askedAs: ["how?", "is it “so”?"],
      text: "Café first.\n• item\nlet x = 1\n  y\nquoted\na | b",
      blocks: [
        PassageBlock(kind: .paragraph, depth: 0, length: 12),
        PassageBlock(kind: .listItem, depth: 2, length: 8),
        PassageBlock(kind: .code, depth: 0, length: 13),
        PassageBlock(kind: .quote, depth: 1, length: 6),
        PassageBlock(kind: .tableRow, depth: 0, length: 5),
      ],
      citations: ["c", "a"], anchor: "inner", isSensitive: true),
    Passage(
      source: SourceLocation(path: "one.md", lines: 1...1, bytes: 0..<0), title: "One",
      headings: [], askedAs: [], text: "", blocks: [], citations: [], anchor: nil,
      isSensitive: false),
    .sample("x", path: "two.txt", title: "Two", lines: 100_000...2_000_000),
  ]

  /// The document of each passage.
  static let documents = [
    DocumentRecord(path: "one.md", title: "One", frontMatter: FrontMatter(), passages: 0..<2),
    DocumentRecord(path: "one.md", title: "One", frontMatter: FrontMatter(), passages: 0..<2),
    DocumentRecord(path: "two.txt", title: "Two", frontMatter: FrontMatter(), passages: 2..<3),
  ]

  static let records: [[UInt8]] = zip(passages, [[2, 0], [], []]).map {
    record(of: $0, citationOrdinals: $1)
  }

  static func record(of passage: Passage, citationOrdinals: [Int]) -> [UInt8] {
    var bytes: [UInt8] = []
    PassageStore.append(passage, citationOrdinals: citationOrdinals, to: &bytes)
    return bytes
  }

  @Test func `passages come back whole`() throws {
    let store = try Self.store(Self.records)
    for (ordinal, passage) in Self.passages.enumerated() {
      #expect(try Self.passage(ordinal, of: store) == passage)
    }
  }

  @Test func `every cut of a record is an error`() throws {
    for (ordinal, record) in Self.records.enumerated() {
      for length in record.indices {
        var records = Self.records
        records[ordinal] = Array(record[..<length])
        let store = try Self.store(records)
        let isFound = try reportsDamage { _ = try Self.passage(ordinal, of: store) }
        #expect(isFound, "passage \(ordinal) cut to \(length) bytes")
      }
    }
  }

  /// Blocks that do not tile the text, though each length fits.
  static let badBlocks: [[Int]] = [
    [12, 8, 13, 6, 6], [11, 8, 13, 6, 5], [10, 8, 13, 6, 5], [51], [12],
  ]

  @Test(arguments: badBlocks)
  func `blocks that do not make up the text are errors`(lengths: [Int]) throws {
    let good = Self.passages[0]
    let bad = Passage(
      source: good.source, title: good.title, headings: [], askedAs: [], text: good.text,
      blocks: lengths.map { PassageBlock(kind: .paragraph, depth: 0, length: $0) }, citations: [],
      anchor: nil, isSensitive: false)
    let record = Self.record(of: bad, citationOrdinals: [])
    let store = try Self.store([record])
    #expect(try reportsDamage { _ = try Self.passage(0, of: store) })
  }

  @Test func `a reference or kind of block that is not there is an error`() throws {
    let passage = Self.passages[2]
    let cases: [(record: [UInt8], reason: String)] = [
      (Self.record(of: passage, citationOrdinals: [3]), "no such reference"),
      (Array(Self.records[2].dropLast(4)) + [5, 0, 1, 0], "no such kind of block"),
    ]
    for (record, reason) in cases {
      let store = try Self.store([Self.records[0], Self.records[1], record])
      let error = #expect(throws: IndexError.self) { try Self.passage(2, of: store) }
      #expect(error?.description.contains(reason) == true, "\(String(describing: error))")
    }
  }

  @Test func `a record that is no compressed one is an error`() throws {
    let bytes = RecordTable.encode(Self.records)
    let file = try MappedFile.sample(bytes)
    let table = try RecordTable(file, 0..<file.count, count: Self.records.count)
    let store = PassageStore(table, file.plainDecompressor)
    for ordinal in Self.records.indices {
      #expect(try reportsDamage { _ = try Self.passage(ordinal, of: store) }, "\(ordinal)")
    }
  }

  /// The records are compressed here, so that damage in them is damage of what was compressed.
  private static func store(_ records: [[UInt8]]) throws -> PassageStore {
    let file = try MappedFile.compressed(records)
    let table = try RecordTable(file, 0..<file.count, count: records.count)
    return PassageStore(table, file.plainDecompressor)
  }

  private static func passage(_ ordinal: Int, of store: PassageStore) throws -> Passage {
    try store.passage(
      PassageID(ordinal), in: documents[ordinal], isSensitive: passages[ordinal].isSensitive
    ) { ordinal in
      ordinal < references.count ? references[ordinal].key : nil
    }
  }
}
