import Corpus
import TestSupport
import Testing

@testable import InvertedIndex

@Suite struct DocumentStoreTests {
  /// Documents of 0, 1, 2, 0, 1, 2, … passages.
  static func documents(_ count: Int) -> [DocumentRecord] {
    var first = 0
    return (0..<count).map { number in
      var frontMatter = FrontMatter()
      if number % 2 == 0 { frontMatter.country = "gb" }
      defer { first += number % 3 }
      return DocumentRecord(
        path: "folder/\(number).md", title: "Title \(number)", frontMatter: frontMatter,
        passages: first..<first + number % 3)
    }
  }

  /// Counts on both sides of a group's end.
  @Test(arguments: [0, 1, 31, 32, 33, 64, 65, 100])
  func `documents come back, one by one and all at once`(count: Int) throws {
    let documents = Self.documents(count)
    let store = try Self.store(documents)
    #expect(store.count == count)
    #expect(try store.all() == documents)
    for (ordinal, document) in documents.enumerated() {
      #expect(try store.document(ordinal) == document)
      #expect(try store.passages(of: ordinal) == document.passages)
    }
  }

  @Test func `each passage finds its document, past those without passages`() throws {
    let documents = Self.documents(50)
    let store = try Self.store(documents)
    for (ordinal, document) in documents.enumerated() {
      for passage in document.passages {
        #expect(try store.ordinal(holding: PassageID(passage)) == ordinal)
      }
    }
  }

  @Test func `a passage before the first document's is an error`() throws {
    let store = try Self.store(Self.documents(3), starts: [1, 1, 2])
    #expect(try store.ordinal(holding: PassageID(1)) == 1)
    let error = #expect(throws: IndexError.self) { try store.ordinal(holding: PassageID(0)) }
    #expect(error?.description.contains("passage 0 has no document") == true)
  }

  @Test(arguments: [[0, 3, 1], [0, 0, 4], [4, 4, 4], [0, 0, .max], [2, 1, 0]] as [[UInt32]])
  func `passages that go back or are more than there are, are errors`(starts: [UInt32]) throws {
    let store = try Self.store(Self.documents(3), starts: starts)
    let error = #expect(throws: IndexError.self) { try store.all() }
    #expect(error?.description.contains("documents and passages differ") == true)
  }

  @Test func `starts for more or fewer documents are errors`() throws {
    for starts in [[0, 0], [0, 0, 1, 3]] as [[UInt32]] {
      let error = #expect(throws: IndexError.self) {
        try Self.store(Self.documents(3), starts: starts)
      }
      #expect(error?.description.contains("documents' passages are missing") == true)
    }
  }

  @Test func `every cut of a group is an error`() throws {
    let documents = Self.documents(3)
    let record = DocumentStore.encode(documents)
    for length in record.indices {
      let store = try Self.store(documents, groups: [Array(record[..<length])])
      #expect(try reportsDamage { _ = try store.all() }, "cut to \(length) bytes")
    }
  }

  /// - Parameters:
  ///   - starts: if they are not those of the documents.
  ///   - groups: the same for the records.
  private static func store(
    _ documents: [DocumentRecord], starts: [UInt32]? = nil, groups: [[UInt8]]? = nil
  ) throws -> DocumentStore {
    let size = DocumentStore.documentsPerGroup
    let encoded = stride(from: 0, to: documents.count, by: size).map {
      DocumentStore.encode(Array(documents[$0..<min($0 + size, documents.count)]))
    }
    var writer = ByteWriter()
    for start in starts ?? documents.map({ UInt32($0.passages.lowerBound) }) {
      writer.append(uint32: start)
    }
    let table = writer.count
    writer.append(bytes: RecordTable.encode((groups ?? encoded).map(MappedFile.compressed)))
    let file = try MappedFile.sample(writer.bytes)
    return try DocumentStore(
      file, table..<file.count, starts: 0..<table,
      summary: summary(documents.count, passages: documents.last?.passages.upperBound ?? 0),
      file.plainDecompressor)
  }

  private static func summary(_ documentCount: Int, passages: Int) -> IndexSummary {
    IndexSummary(
      fingerprint: ContentHash(""), passageCount: passages, documentCount: documentCount,
      termCount: 0, sourceCount: 0, referenceCount: 0, conceptCount: 0, wordingGroupCount: 0,
      fieldTotals: .zero, parameters: BM25Parameters())
  }
}
