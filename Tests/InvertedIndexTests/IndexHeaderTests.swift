import Corpus
import Testing
import TestSupport

@testable import InvertedIndex

@Suite struct IndexHeaderTests {
  @Test func `sections come back where they were put, each at a multiple of eight`() throws {
    let contents = Dictionary(
      uniqueKeysWithValues: IndexFormat.Section.allCases.map {
        ($0, [UInt8](repeating: UInt8($0.rawValue), count: Int($0.rawValue) * 3 - 3))
      })
    let file = try MappedFile.sample(IndexHeader.assemble(contents))
    let header = try IndexHeader(file)
    try header.verify(file)
    for (section, content) in contents {
      let range = header[section]
      #expect(range.lowerBound % 8 == 0)
      #expect(range.map { file.byte(at: $0) } == content)
    }
  }

  /// Sections of 0, 3, 6, … bytes leave gaps of every width.
  @Test func `bytes between sections are zero, and any other is found`() throws {
    let contents = Dictionary(
      uniqueKeysWithValues: IndexFormat.Section.allCases.map {
        ($0, [UInt8](repeating: 0xFF, count: Int($0.rawValue) * 3 - 3))
      })
    let bytes = IndexHeader.assemble(contents)
    let file = try MappedFile.sample(bytes)
    let header = try IndexHeader(file)
    let starts = IndexFormat.Section.allCases.map { header[$0].lowerBound }
    let ends = IndexFormat.Section.allCases.map { header[$0].upperBound }
    let gaps = zip(ends, starts.dropFirst()).flatMap { Array($0..<$1) }
    #expect(!gaps.isEmpty)
    for gap in gaps {
      #expect(bytes[gap] == 0)
      var changed = bytes
      changed[gap] = 1
      let file = try MappedFile.sample(changed)
      #expect(
        throws: IndexError.damaged(
          path: file.path, offset: gap, reason: "a byte between sections is not zero")
      ) { try IndexHeader(file).verify(file) }
    }
  }

  /// An entry of the table is an id, a zero, an offset, a length and a hash; the first is at 24.
  static let misplaced: [(offset: Int, value: UInt64, what: String)] = [
    (24, 2, "another section's id"),
    (24 + 8, 0, "in the header"),
    (24 + 8, 1 << 40, "behind the end"),
    (24 + 8, .max - 3, "so far that the end overflows"),
    (24 + 16, 1 << 40, "too long"),
  ]

  @Test(arguments: misplaced)
  func `a section out of place is an error even under a right hash`(
    offset: Int, value: UInt64, what: String
  ) throws {
    let bytes = patched(offset, value)
    let file = try MappedFile.sample(bytes)
    let error = #expect(throws: IndexError.self, "\(what)") { try IndexHeader(file) }
    #expect(
      error == .damaged(path: file.path, offset: 24, reason: "a section is out of place"), "\(what)"
    )
  }

  @Test func `another length or number of sections is an error`() throws {
    let longer = try MappedFile.sample(IndexHeader.assemble([:]) + [0])
    #expect(
      throws: IndexError.damaged(
        path: longer.path, offset: 16,
        reason: "\(longer.count) bytes long instead of \(longer.count - 1)")
    ) { try IndexHeader(longer) }
    // Version and section count share eight bytes.
    let eleven = try MappedFile.sample(patched(8, UInt64(IndexFormat.version) | 11 << 32))
    #expect(
      throws: IndexError.damaged(
        path: eleven.path, offset: 12, reason: "the number of sections is wrong")
    ) { try IndexHeader(eleven) }
  }

  @Test func `another version is told apart from damage, with both numbers`() throws {
    let folder = try TemporaryFolder()
    for version: UInt32 in [0, UInt32(IndexFormat.version) + 1, 77] {
      var writer = ByteWriter()
      writer.append(bytes: IndexFormat.magic)
      writer.append(uint32: version)
      // Nothing after the version needs to make sense to this program.
      let path = try folder.write(writer.bytes + [1, 2, 3], to: "index")
      let error = #expect(throws: IndexError.self) { try IndexHeader(MappedFile(path: path)) }
      #expect(
        error == .wrongVersion(path: path, found: Int(version), readable: IndexFormat.version))
      #expect(
        error?.description == "\(path): format version \(version), this lmask reads "
          + "\(IndexFormat.version); run \"lmask index\"")
    }
  }

  @Test(arguments: ["x", "LMASKIDY", "lmaskidx and more", "# A document\n\nThat is no index.\n"])
  func `other files are not an index`(text: String) throws {
    let file = try MappedFile.sample(Array(text.utf8))
    #expect(throws: IndexError.notAnIndex(path: file.path)) { try IndexHeader(file) }
  }

  /// An empty index with eight bytes of its header changed and the header's hash made right.
  private func patched(_ offset: Int, _ value: UInt64) -> [UInt8] {
    var bytes = IndexHeader.assemble([:])
    var number = ByteWriter()
    number.append(uint64: value)
    bytes.replaceSubrange(offset..<offset + 8, with: number.bytes)
    var hash = ByteWriter()
    let end = IndexFormat.headerSize - 8
    hash.append(uint64: ContentHash(Array(bytes[..<end])).value)
    bytes.replaceSubrange(end..<end + 8, with: hash.bytes)
    return bytes
  }
}
