import Testing
import TestSupport

@testable import InvertedIndex

@Suite struct RecordTableTests {
  @Test(arguments: 0..<5 as Range<UInt64>)
  func `records come back, empty ones too`(seed: UInt64) throws {
    var generator = SeededGenerator(seed: seed)
    let records = (0..<Int(seed) * 10).map { _ in
      (0..<Int.random(in: 0...20, using: &generator)).map { _ in UInt8(generator.next() & 0xFF) }
    }
    // Not at the file's start, so that offsets are seen to count from the section's.
    let bytes = RecordTable.encode(records)
    let file = try MappedFile.sample([1, 2, 3] + bytes)
    let table = try RecordTable(file, 3..<3 + bytes.count, count: records.count)
    #expect(table.count == records.count)
    for (ordinal, record) in records.enumerated() {
      var reader = try table.reader(of: ordinal)
      var read: [UInt8] = []
      while !reader.isAtEnd { read.append(try reader.byte()) }
      #expect(read == record, "seed \(seed), record \(ordinal)")
    }
  }

  @Test func `a table that does not fit is an error`() throws {
    for size in [4, 8] {
      let whole = 8 + 4 * size
      let bytes = [9, UInt8(size)] + [UInt8](repeating: 0, count: whole)
      let file = try MappedFile.sample(bytes)
      _ = try RecordTable(file, 1..<1 + whole, count: 3)
      for end in 1..<1 + whole {
        #expect(throws: Self.cutShort(file), "\(end - 1) bytes") {
          try RecordTable(file, 1..<end, count: 3)
        }
      }
    }
  }

  @Test(arguments: [0, 1, 2, 3, 5, 7, 9, 16, 4 | 1 << 32, 1 << 63, .max] as [UInt64])
  func `offsets of another size than four or eight bytes are errors`(size: UInt64) throws {
    var writer = ByteWriter()
    writer.append(byte: 9)
    writer.append(uint64: size)
    let file = try MappedFile.sample(writer.bytes + [UInt8](repeating: 0, count: 200))
    #expect(throws: Self.cutShort(file)) { try RecordTable(file, 1..<file.count, count: 3) }
  }

  private static func cutShort(_ file: MappedFile) -> IndexError {
    .damaged(path: file.path, offset: 1, reason: "a table of records is cut short")
  }

  static let offsets: [(start: UInt64, end: UInt64)] = [
    (1, 0), (0, 3), (3, 3), (.max, .max), (0, .max), (1 << 63, 1 << 63),
  ]

  @Test(arguments: offsets)
  func `offsets that go back or leave the section are errors`(start: UInt64, end: UInt64) throws {
    var writer = ByteWriter()
    writer.append(uint64: 8)
    writer.append(uint64: start)
    writer.append(uint64: end)
    writer.append(bytes: [7, 7])
    let file = try MappedFile.sample(writer.bytes)
    let table = try RecordTable(file, 0..<file.count, count: 1)
    #expect(
      throws: IndexError.damaged(path: file.path, offset: 8, reason: "a record is out of place")
    ) { _ = try table.reader(of: 0) }
  }

  @Test(arguments: [(1, 0), (0, 3), (3, 3), (.max, .max), (0, .max)] as [(UInt32, UInt32)])
  func `so they are in four bytes`(start: UInt32, end: UInt32) throws {
    var writer = ByteWriter()
    writer.append(uint64: 4)
    writer.append(uint32: start)
    writer.append(uint32: end)
    writer.append(bytes: [7, 7])
    let file = try MappedFile.sample(writer.bytes)
    let table = try RecordTable(file, 0..<file.count, count: 1)
    #expect(
      throws: IndexError.damaged(path: file.path, offset: 8, reason: "a record is out of place")
    ) { _ = try table.reader(of: 0) }
  }
}
