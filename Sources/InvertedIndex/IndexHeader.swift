internal import Corpus

/// The start of an index file: what it is, and where its sections lie.
struct IndexHeader: Sendable {
  private struct Entry {
    let range: Range<Int>
    let hash: ContentHash
  }

  private let entries: [Entry]

  /// Checks the magic, the version, the header's hash and every section's bounds.
  init(_ file: MappedFile) throws(IndexError) {
    try Self.checkKind(file)
    guard file.count >= IndexFormat.headerSize else {
      throw Self.damage(file, file.count, "cut short")
    }
    let hashOffset = IndexFormat.headerSize - 8
    guard file.hash(0..<hashOffset).value == file.uint64(at: hashOffset) else {
      throw Self.damage(file, hashOffset, "the header does not match its hash")
    }
    guard file.uint64(at: 16) == UInt64(file.count) else {
      throw Self.damage(file, 16, "\(file.count) bytes long instead of \(file.uint64(at: 16))")
    }
    guard file.uint32(at: 12) == UInt32(IndexFormat.Section.allCases.count) else {
      throw Self.damage(file, 12, "the number of sections is wrong")
    }
    var entries: [Entry] = []
    for (index, section) in IndexFormat.Section.allCases.enumerated() {
      let offset = IndexFormat.fixedHeaderSize + index * IndexFormat.sectionEntrySize
      entries.append(try Self.entry(of: section, at: offset, in: file))
    }
    self.entries = entries
  }

  subscript(section: IndexFormat.Section) -> Range<Int> {
    entries[Int(section.rawValue) - 1].range
  }

  /// Compares every section, and the padding between them, with what was written.
  func verify(_ file: MappedFile) throws(IndexError) {
    var end = IndexFormat.headerSize
    for entry in entries {
      for offset in end..<max(end, entry.range.lowerBound) where file.byte(at: offset) != 0 {
        throw Self.damage(file, offset, "a byte between sections is not zero")
      }
      guard file.hash(entry.range) == entry.hash else {
        throw Self.damage(file, entry.range.lowerBound, "a section does not match its hash")
      }
      end = entry.range.upperBound
      if entry.range.count > IndexFormat.mostCheckedAtOpening { file.letGoOfPages() }
    }
  }

  private static func checkKind(_ file: MappedFile) throws(IndexError) {
    let magic = IndexFormat.magic
    let common = min(magic.count, file.count)
    guard file.compare(0..<common, to: Array(magic[..<common])) == 0 else {
      throw .notAnIndex(path: file.path)
    }
    guard file.count >= 12 else { throw damage(file, file.count, "cut short") }
    let version = Int(file.uint32(at: 8))
    guard version == IndexFormat.version else {
      throw .wrongVersion(path: file.path, found: version, readable: IndexFormat.version)
    }
  }

  private static func entry(
    of section: IndexFormat.Section, at offset: Int, in file: MappedFile
  ) throws(IndexError) -> Entry {
    let (start, length) = (file.uint64(at: offset + 8), file.uint64(at: offset + 16))
    let (end, overflows) = start.addingReportingOverflow(length)
    guard file.uint32(at: offset) == section.rawValue, !overflows, end <= UInt64(file.count),
      start >= UInt64(IndexFormat.headerSize)
    else { throw damage(file, offset, "a section is out of place") }
    return Entry(
      range: Int(start)..<Int(end), hash: ContentHash(value: file.uint64(at: offset + 24)))
  }

  private static func damage(_ file: MappedFile, _ offset: Int, _ reason: String) -> IndexError {
    .damaged(path: file.path, offset: offset, reason: reason)
  }
}
