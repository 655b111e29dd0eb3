import Analysis
import Corpus
import Foundation
import Testing
import TestSupport

@testable import InvertedIndex

@Suite struct IndexReaderTests {
  @Test func `opening a tiny index tells what it holds`() throws {
    let folder = try TemporaryFolder()
    let index = try IndexReader(path: folder.write(TinyIndex.bytes, to: "tiny"))
    #expect(index.path == folder.path + "/tiny")
    #expect(index.size == 1460)
    #expect(index.summary.passageCount == 2)
    #expect(index.summary.documentCount == 1)
    #expect(index.summary.termCount == 4)
    #expect(index.summary.sourceCount == 1)
    #expect(index.summary.referenceCount == 1)
    #expect(index.summary.fingerprint == Analyzer(filters: []).fingerprint)
    let document = try index.document(0)
    #expect(document.path == "a.md")
    #expect(document.title == "T")
    #expect(document.passages == 0..<2)
    #expect(document.frontMatter.country == "gb")
    #expect(document.frontMatter.reviewed == CalendarDate("2026-01-31"))
    #expect(document.frontMatter.reviewBy == nil)
    #expect(try index.allDocuments() == [document])
    #expect(try index.reference("r")?.title == "R")
    #expect(try index.reference("q") == nil)
    #expect(try index.reference("s") == nil)
    #expect(try index.sources().map(\.size) == [31])
    #expect(try index.folders() == ["", "f"])
    #expect(try index.passage(PassageID(0)) == TinyIndex.first)
    #expect(try index.passage(PassageID(1)) == TinyIndex.second)
    try index.verify()
  }

  @Test func `a reader keeps the file it opened`() throws {
    let folder = try TemporaryFolder()
    let path = try folder.write(TinyIndex.bytes, to: "index")
    let index = try IndexReader(path: path)
    try IndexFile.replace(
      path: path, with: SampleIndex.content(of: []), modified: FileTime(nanoseconds: 0))
    #expect(try index.passage(PassageID(1)) == TinyIndex.second)
    #expect(try IndexReader(path: path).summary.passageCount == 0)
  }

  @Test func `each passage knows its document among many, empty ones too`() throws {
    let sizes = [3, 0, 1, 0, 0, 4, 1]
    let documents = sizes.enumerated().map { number, size in
      (0..<size).map { _ in Passage.sample("word", path: "document-\(number).md") }
    }
    let index = try SampleIndex.reader(of: documents)
    let expected = sizes.enumerated().flatMap { number, size in
      Array(repeating: "document-\(number).md", count: size)
    }
    #expect(try expected.indices.map { try index.document(of: PassageID($0)).path } == expected)
    #expect(try index.allDocuments().map(\.passages.count) == sizes)
  }

  @Test func `every reference is found by its key and no other`() throws {
    for count in [0, 1, 2, 3, 50] {
      // Even numbers only, so that odd ones fall between them.
      let references = (0..<count).map {
        Reference(key: "key\($0 * 2)", title: "\($0)", publisher: "", url: "", date: "")
      }
      let index = try SampleIndex.reader(of: [], references: references)
      for reference in references { #expect(try index.reference(reference.key) == reference) }
      for number in 0..<count { #expect(try index.reference("key\(number * 2 + 1)") == nil) }
      for key in ["", "key", "zzz", "é"] { #expect(try index.reference(key) == nil) }
    }
  }

  @Test func `every cut is a typed error`() throws {
    let bytes = TinyIndex.bytes
    for length in bytes.indices {
      let isFound = try withFile(of: Array(bytes[..<length])) { path in
        try reportsDamage { _ = try IndexReader(path: path) }
      }
      #expect(isFound, "\(length) bytes")
    }
  }

  /// Each bit flipped, and the bytes that numbers and texts break on.
  ///
  /// All 255 other values take too long without optimisation and reach no other branch.
  @Test func `every changed byte is found by verifying, and none is a trap without it`() throws {
    let bytes = TinyIndex.bytes
    let folder = try TemporaryFolder()
    let path = try folder.write(bytes, to: "changed")
    let file = try #require(FileHandle(forUpdatingAtPath: path))
    for offset in bytes.indices {
      let flipped = (0..<8).map { bytes[offset] ^ (1 << UInt8($0)) }
      for value in Set(flipped + [0x00, 0x7F, 0x80, 0xFF]) where value != bytes[offset] {
        try Self.write(value, at: offset, to: file)
        #expect(throws: IndexError.self, "byte \(offset) is \(value)") {
          try IndexReader(path: path).verify()
        }
        _ = try? Self.readAll(path)
      }
      try Self.write(bytes[offset], at: offset, to: file)
    }
    try IndexReader(path: path).verify()
  }

  /// Damage that the hashes do not show: found by reading, or harmless, but never a trap.
  @Test func `every changed byte under a right hash is an error or an answer`() throws {
    let bytes = TinyIndex.bytes
    for offset in IndexFormat.headerSize..<bytes.count {
      for value: UInt8 in [0x00, 0x01, 0x7F, 0x80, 0xFF, bytes[offset] &+ 1, bytes[offset] &- 1]
      where value != bytes[offset] {
        var changed = bytes
        changed[offset] = value
        try withFile(of: SampleIndex.rehashed(changed, at: offset)) { path in
          do {
            try IndexReader(path: path).verify()
            try Self.readAll(path)
          } catch is IndexError {}
        }
      }
    }
  }

  /// Everything that a search reads.
  private static func readAll(_ path: String) throws {
    let index = try IndexReader(path: path)
    _ = index.summary.averageLengths
    _ = try index.sources()
    _ = try? index.folders()
    for ordinal in 0..<min(index.summary.passageCount, 10) {
      let id = PassageID(ordinal)
      _ = try? index.passage(id)
      _ = (index.norms.lengths(of: id), index.vectorNorm(of: id), index.answerKinds(of: id).labels)
      _ = try? index.document(of: id)
      _ = try? index.keyTerms(of: id)
    }
    _ = try? index.reference("r")
    for term in ["H", "T", "be", "bee", "bees"] {
      guard var cursor = try? index.postings(of: term)?.cursor() else { continue }
      while (try? cursor.advance()) != nil, cursor.current != nil {
        for field in Field.allCases { _ = try? cursor.positions(in: field) }
      }
    }
  }

  private static func write(_ value: UInt8, at offset: Int, to file: FileHandle) throws {
    try file.seek(toOffset: UInt64(offset))
    try file.write(contentsOf: Data([value]))
  }
}
