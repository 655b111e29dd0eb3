/// Writes the table of offsets that stands before records of different lengths; see `RecordTable`.
struct RecordTableWriter {
  /// Offsets while four bytes are enough.
  private var narrow: [UInt32] = [0]
  /// The same and all others, once they are not.
  private var wide: [UInt64] = []
  private var end = 0

  /// - Parameter length: of the next record, in bytes.
  mutating func append(length: Int) {
    end += length
    if wide.isEmpty, end > Int(UInt32.max) {
      wide = narrow.map(UInt64.init)
      narrow = []
    }
    if wide.isEmpty { narrow.append(UInt32(end)) } else { wide.append(UInt64(end)) }
  }

  mutating func append(lengths: [UInt32]) {
    for length in lengths { append(length: Int(length)) }
  }

  /// Offsets are of four bytes where these are enough.
  consuming func finish() -> [UInt8] {
    var writer = ByteWriter()
    writer.append(uint64: wide.isEmpty ? 4 : 8)
    writer.append(numbers: narrow)
    writer.append(numbers: wide)
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

extension ByteWriter {
  /// Appends integers one after another, each as `append(uint32:)` and the like write it.
  mutating func append<Number: FixedWidthInteger & BitwiseCopyable>(numbers: [Number]) {
    let numbers = numbers.map(\.littleEndian)
    unsafe numbers.withUnsafeBytes { unsafe append(bytes: $0) }
  }
}
