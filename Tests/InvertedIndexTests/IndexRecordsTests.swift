import Corpus
import Testing
import TestSupport

@testable import InvertedIndex

@Suite struct IndexRecordsTests {
  static let sources: [SourceRecord] = [
    SourceRecord(path: "a.md", role: .document, size: 0, hash: ContentHash(value: 0)),
    SourceRecord(path: "sources.json", role: .data, size: 1 << 40, hash: ContentHash(value: .max)),
    SourceRecord(
      path: "sub folder/ä\n😀.md", role: .document, size: 1, hash: ContentHash(value: 1),
      skipped: .unknownFormat),
    SourceRecord(
      path: "b", role: .document, size: 1, hash: ContentHash(value: 1), skipped: .notUTF8Name),
  ]

  @Test(arguments: sources)
  func `source records come back`(record: SourceRecord) throws {
    try expectRoundTrip(
      record, { $0.encode(to: &$1) }, { try SourceRecord(&$0, path: record.path) })
  }

  @Test func `document records come back`() throws {
    var frontMatter = FrontMatter()
    frontMatter.reviewed = CalendarDate("2026-01-31")
    frontMatter.reviewBy = CalendarDate("2028-02-29")
    frontMatter.country = "gb"
    frontMatter.audience = "carers"
    for frontMatter in [frontMatter, FrontMatter()] {
      let record = DocumentRecord(
        path: "a.md", title: "What is it?", frontMatter: frontMatter, passages: 300..<500)
      try expectRoundTrip(
        record, { $0.encode(to: &$1) }, { try DocumentRecord(&$0, passages: 300..<500) })
    }
  }

  @Test func `references come back`() throws {
    let reference = Reference(
      key: "ä", title: "Title; with, marks", publisher: "", url: "https://example.org/?a=b",
      date: "June 2016")
    try expectRoundTrip(reference, { $0.encode(to: &$1) }, { try Reference(&$0) })
  }

  @Test func `the summary comes back, and its means are per passage`() throws {
    var parameters = BM25Parameters()
    parameters.k1 = 0.5
    parameters.b[field: .askedAs] = 0.875
    let summary = IndexSummary(
      fingerprint: ContentHash("x"), passageCount: 8, documentCount: 2, termCount: 3,
      sourceCount: 4, referenceCount: 5, conceptCount: 6, wordingGroupCount: 7,
      fieldTotals: SIMD4(16, 4, 0, 820), parameters: parameters)
    try expectRoundTrip(summary, { $0.encode(to: &$1) }, { try IndexSummary(&$0) })
    // A field that is empty everywhere has the mean 1, so that dividing by it is safe.
    #expect(summary.averageLengths == FieldVector(2, 0.5, 1, 102.5))
  }

  @Test(arguments: [[2, 0], [0, 8], [255, 0], [0, 255]] as [[UInt8]])
  func `a role or reason that is not there is an error`(codes: [UInt8]) throws {
    let file = try MappedFile.sample(codes + [1] + [UInt8](repeating: 0, count: 8))
    var reader = ByteReader(file, 0..<file.count)
    #expect(try reportsDamage { _ = try SourceRecord(&reader, path: "a") })
  }

  @Test func `a count that no index can have is an error`() throws {
    var writer = ByteWriter()
    writer.append(uint64: 0)
    writer.append(uint64: 1 << 32)
    for _ in 0..<8 { writer.append(uint64: 0) }
    let file = try MappedFile.sample(writer.bytes)
    var reader = ByteReader(file, 0..<file.count)
    #expect(try reportsDamage { _ = try IndexSummary(&reader) })
  }

  /// Writes, reads, compares, and expects an error from every cut.
  private func expectRoundTrip<Record: Equatable>(
    _ record: Record, _ encode: (Record, inout ByteWriter) -> Void,
    _ decode: (inout ByteReader) throws -> Record
  ) throws {
    var writer = ByteWriter()
    encode(record, &writer)
    let file = try MappedFile.sample(writer.bytes)
    var reader = ByteReader(file, 0..<file.count)
    #expect(try decode(&reader) == record)
    #expect(reader.isAtEnd)
    for length in 0..<file.count {
      let isFound = try reportsDamage {
        var reader = ByteReader(file, 0..<length)
        _ = try decode(&reader)
      }
      #expect(isFound, "cut to \(length) bytes")
    }
  }
}
