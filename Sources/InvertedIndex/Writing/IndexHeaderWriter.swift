internal import Corpus

/// Writes the start of an index file; `IndexHeader` reads it.
struct IndexHeaderWriter {
  private var table = ByteWriter()

  /// - Parameter range: in bytes of the file.
  mutating func append(_ section: IndexFormat.Section, _ range: Range<Int>, _ hash: ContentHash) {
    table.append(uint32: section.rawValue)
    table.append(uint32: 0)
    table.append(uint64: UInt64(range.lowerBound))
    table.append(uint64: UInt64(range.count))
    table.append(uint64: hash.value)
  }

  /// - Parameter fileLength: in bytes, the header's own included.
  consuming func finish(fileLength: Int) -> [UInt8] {
    var header = ByteWriter()
    header.append(bytes: IndexFormat.magic)
    header.append(uint32: UInt32(IndexFormat.version))
    header.append(uint32: UInt32(IndexFormat.Section.allCases.count))
    header.append(uint64: UInt64(fileLength))
    header.append(bytes: table.bytes)
    header.append(uint64: ContentHash(header.bytes).value)
    return header.bytes
  }
}
