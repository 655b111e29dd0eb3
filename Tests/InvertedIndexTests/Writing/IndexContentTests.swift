import Corpus
import Synchronization
import TestSupport
import Testing

@testable import InvertedIndex

@Suite struct IndexContentTests {
  private static let bytes = (0..<3000).map { UInt8(truncatingIfNeeded: $0 * 31 + 7) }

  /// Every section holds a stretch of the bytes, cut into pieces by `pieces`.
  private static func content(_ pieces: ([UInt8]) -> [IndexContent.Piece]) -> IndexContent {
    var content = IndexContent()
    for section in IndexFormat.Section.allCases {
      content[section] = pieces(Array(bytes.dropLast(Int(section.rawValue) * 17)))
    }
    return content
  }

  private static func spooled(_ bytes: [UInt8], in folder: TemporaryFolder) -> SealedSpool {
    var spool = Spool(folder: SpoolFolder(folder.path, mostInMemory: 1))
    spool.append(bytes)
    return spool.sealed()
  }

  @Test func `the file is the same however its sections are cut and wherever they lie`() throws {
    let folder = try TemporaryFolder()
    let whole = Self.content { [.bytes($0)] }.bytes
    let cut = Self.content { section in
      [section[..<1], section[1..<999], section[999...]].map { .bytes(Array($0)) }
    }
    let spooled = Self.content { section in
      [
        .bytes(Array(section.prefix(5))), .bytes([]),
        .spool(Self.spooled(Array(section.dropFirst(5)), in: folder)),
      ]
    }
    #expect(cut.bytes == whole)
    #expect(spooled.bytes == whole)
    let file = try MappedFile.sample(whole)
    try IndexHeader(file).verify(file)
  }

  @Test func `what stands in a file is what it is in memory`() throws {
    let folder = try TemporaryFolder()
    let content = Self.content { [.spool(Self.spooled($0, in: folder))] }
    let path = folder.path + "/index"
    try IndexFile.replace(path: path, with: content, modified: FileTime(nanoseconds: 0))
    #expect(try folder.bytes(of: "index") == content.bytes)
  }

  @Test(arguments: [1, 4, 40])
  func `stretches come once each, on one thread in the order of the file, the header last`(
    threads: Int
  ) {
    let offsets = Mutex<[Int]>([])
    Self.content { [.bytes(Array($0.prefix(10))), .bytes(Array($0.dropFirst(10)))] }
      .write(threads: threads) { (_: RawSpan, offset: Int) in offsets.withLock { $0.append(offset) }
      }
    let all = offsets.withLock { $0 }
    let sorted = all.dropLast().sorted()
    #expect(all.last == 0)
    #expect(threads > 1 || Array(all.dropLast()) == sorted)
    #expect(sorted.first == IndexFormat.headerSize)
    #expect(Set(sorted).count == 2 * IndexFormat.Section.allCases.count)
  }

  @Test(arguments: [1, 4])
  func `an error ends the writing before the header`(threads: Int) {
    let content = Self.content { [.bytes($0)] }
    let hasHeader = Mutex(false)
    #expect(throws: SystemError(code: 28)) {
      try content.write(threads: threads) { (_: RawSpan, offset: Int) throws(SystemError) in
        if offset == 0 { hasHeader.withLock { $0 = true } }
        if offset > 20_000 { throw SystemError(code: 28) }
      }
    }
    #expect(!hasHeader.withLock { $0 })
  }

  @Test func `a content of nothing is a header alone`() throws {
    let bytes = IndexContent().bytes
    #expect(bytes.count == IndexFormat.headerSize)
    let file = try MappedFile.sample(bytes)
    try IndexHeader(file).verify(file)
  }
}
