/// Writes the table of offsets that stands before records of different lengths; see `RecordTable`.
struct RecordTableWriter {
  private var ends: [Int] = []
  private var end = 0

  /// - Parameter length: of the next record, in bytes.
  mutating func append(length: Int) {
    end += length
    ends.append(end)
  }

  mutating func append(lengths: [UInt32]) {
    for length in lengths { append(length: Int(length)) }
  }

  /// Offsets are of four bytes where these are enough.
  consuming func finish() -> [UInt8] {
    let isNarrow = end <= Int(UInt32.max)
    var writer = ByteWriter()
    writer.append(uint64: isNarrow ? 4 : 8)
    for offset in [0] + ends {
      if isNarrow {
        writer.append(uint32: UInt32(offset))
      } else {
        writer.append(uint64: UInt64(offset))
      }
    }
    return writer.bytes
  }
}

extension RecordTable {
  static func encode(_ records: [[UInt8]]) -> [UInt8] {
    var table = RecordTableWriter()
    for record in records { table.append(length: record.count) }
    return table.finish() + records.joined()
  }
}
