import Corpus
import TestSupport
import Testing

@testable import InvertedIndex

@Suite struct SourceStoreTests {
  static func sources(_ count: Int) -> [SourceRecord] {
    (0..<count).map { number in
      // Paths that share a folder, a part of a name, a part of a character, or nothing.
      let path = ["a/b/c\(number).md", "a/b/ä\(number).md", "a/b/å.md", "z"][number % 4]
      return SourceRecord(
        path: path, role: number % 5 == 0 ? .data : .document, size: number * 1000,
        hash: ContentHash(value: UInt64(number)),
        skipped: number % 7 == 0 ? .unknownFormat : nil)
    }
  }

  /// Counts on both sides of a group's end.
  @Test(arguments: [0, 1, 63, 64, 65, 128, 129, 200])
  func `files come back, some in a row and all at once`(count: Int) throws {
    let sources = Self.sources(count)
    let store = try Self.store(sources)
    #expect(store.count == count)
    #expect(try store.all() == sources)
    for start in [0, 1, 62, 63, 64, 127, 128, 129] where start <= count {
      #expect(try store.sources(start..<count) == Array(sources[start...]))
      #expect(try store.sources(start..<min(start + 2, count)).count == min(2, count - start))
    }
    #expect(store.groupCount == (count + 63) / 64)
  }

  @Test func `size and hash alone are those of the files`() throws {
    let sources = Self.sources(50)
    var walk = try Self.store(sources).walk(ofGroup: 0)
    for source in sources {
      let content = try walk.nextContent()
      #expect(content?.size == source.size)
      #expect(content?.hash == source.hash)
      #expect(walk.path == source.path)
    }
    #expect(try walk.nextContent() == nil)
  }

  @Test(arguments: [0, 1, 63, 64, 65, 200])
  func `a file is found by its path`(count: Int) throws {
    let sources = (0..<count).map { number in
      SourceRecord(
        path: "\(1000 + 2 * number).md", role: .document, size: number,
        hash: ContentHash(value: UInt64(number)))
    }
    let store = try Self.store(sources)
    for source in sources { #expect(try store.source(forPath: source.path) == source) }
    for number in 0...count {
      #expect(try store.source(forPath: "\(999 + 2 * number).md") == nil)
    }
  }

  @Test func `every cut of a group is an error`() throws {
    let record = SourceStore.encode(Self.sources(4))
    for length in record.indices {
      let file = try MappedFile.sample(RecordTable.encode([Array(record[..<length])]))
      let store = try SourceStore(file, 0..<file.count, count: 4)
      #expect(try reportsDamage { _ = try store.all() }, "cut to \(length) bytes")
    }
  }

  /// What a path shares, how long the rest is, and the rest.
  static let bad: [(path: [UInt8], reason: String)] = [
    ([1, 1, 0x61], "a path shares too much"), ([0, 1, 0xC3], "a path is not UTF-8"),
    ([0, 0x7F], "a count of 127 is more than there is"),
  ]

  @Test(arguments: bad)
  func `a path that cannot be is an error`(path: [UInt8], reason: String) throws {
    let record = path + [0, 0, 5] + [UInt8](repeating: 0, count: 8)
    let file = try MappedFile.sample(RecordTable.encode([record]))
    let store = try SourceStore(file, 0..<file.count, count: 1)
    let error = #expect(throws: IndexError.self) { try store.all() }
    #expect(error?.description.contains(reason) == true, "\(String(describing: error))")
  }

  @Test func `fewer groups than the files need are an error`() throws {
    let file = try MappedFile.sample(RecordTable.encode([[], []]))
    _ = try SourceStore(file, 0..<file.count, count: 128)
    #expect(try reportsDamage { _ = try SourceStore(file, 0..<file.count, count: 129) })
  }

  private static func store(_ sources: [SourceRecord]) throws -> SourceStore {
    let size = SourceStore.sourcesPerGroup
    let groups = stride(from: 0, to: sources.count, by: size).map {
      SourceStore.encode(Array(sources[$0..<min($0 + size, sources.count)]))
    }
    let file = try MappedFile.sample(RecordTable.encode(groups))
    return try SourceStore(file, 0..<file.count, count: sources.count)
  }
}
