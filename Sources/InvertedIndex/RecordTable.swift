/// Records of different lengths, found by their number through a table of offsets.
///
/// The table has one eight-byte offset a record and one for the end, relative to the first record.
/// Nothing is read before it is asked for.
struct RecordTable: Sendable {
  let count: Int
  private let file: MappedFile
  private let table: Int
  private let records: Range<Int>

  /// - Throws: `IndexError.damaged` if the table does not fit.
  init(_ file: MappedFile, _ range: Range<Int>, count: Int) throws(IndexError) {
    guard (count + 1) * 8 <= range.count else {
      throw .damaged(
        path: file.path, offset: range.lowerBound, reason: "a table of records is cut short")
    }
    self.file = file
    self.count = count
    table = range.lowerBound
    records = range.lowerBound + (count + 1) * 8..<range.upperBound
  }

  /// A reader over one record.
  ///
  /// - Precondition: `ordinal` is below `count`.
  func reader(of ordinal: Int) throws(IndexError) -> ByteReader {
    precondition(ordinal >= 0 && ordinal < count, "record \(ordinal) of \(count)")
    let offset = table + ordinal * 8
    let (start, end) = (file.uint64(at: offset), file.uint64(at: offset + 8))
    guard start <= end, end <= UInt64(records.count) else {
      throw .damaged(path: file.path, offset: offset, reason: "a record is out of place")
    }
    return ByteReader(file, records.lowerBound + Int(start)..<records.lowerBound + Int(end))
  }

  static func encode(_ records: [[UInt8]]) -> [UInt8] {
    var writer = ByteWriter()
    var offset = 0
    writer.append(uint64: 0)
    for record in records {
      offset += record.count
      writer.append(uint64: UInt64(offset))
    }
    for record in records { writer.append(bytes: record) }
    return writer.bytes
  }
}
