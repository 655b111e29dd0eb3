import TestSupport
import Testing

@testable import InvertedIndex

@Suite struct RecordTableWriterTests {
  @Test func `a table is the size of an offset, then the offsets`() {
    var writer = RecordTableWriter()
    writer.append(length: 3)
    writer.append(lengths: [0, 0x1234])
    #expect(
      writer.finish() == [
        4, 0, 0, 0, 0, 0, 0, 0,
        0, 0, 0, 0,
        3, 0, 0, 0,
        3, 0, 0, 0,
        0x37, 0x12, 0, 0,
      ])
    #expect(RecordTableWriter().finish() == [4, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0])
  }

  /// So many bytes of records are told, not made.
  @Test func `offsets are of eight bytes where four are too few`() {
    for (last, size) in [(1, 4), (2, 8)] as [(Int, UInt8)] {
      var writer = RecordTableWriter()
      writer.append(length: 1 << 32 - 2)
      writer.append(length: last)
      let table = writer.finish()
      #expect(table.count == 8 + 3 * Int(size))
      #expect(table[0] == size)
      let end = [UInt8](repeating: 0xFF, count: 4)
      #expect(Array(table.suffix(Int(size))) == (size == 4 ? end : [0, 0, 0, 0, 1, 0, 0, 0]))
    }
  }

  @Test func `records behind a wide table are found`() throws {
    var writer = ByteWriter()
    writer.append(uint64: 8)
    for offset: UInt64 in [0, 2, 2, 3] { writer.append(uint64: offset) }
    writer.append(bytes: [7, 8, 9])
    let file = try MappedFile.sample([0xAA] + writer.bytes)
    let table = try RecordTable(file, 1..<file.count, count: 3)
    let records = try (0..<3).map { file.bytes(try table.range(of: $0)) }
    #expect(records == [[7, 8], [], [9]])
  }
}
