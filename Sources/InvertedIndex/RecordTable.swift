/// Records of different lengths, found by their number through a table of offsets.
///
/// The table starts with the size of an offset, 4 or 8 bytes; then come an offset a record and one for
/// the end, relative to the first record. Nothing is read before it is asked for.
struct RecordTable: Sendable {
  let count: Int
  private let file: MappedFile
  private let table: Int
  private let offsetSize: Int
  private let records: Range<Int>

  /// - Throws: `IndexError.damaged` if the table does not fit.
  init(_ file: MappedFile, _ range: Range<Int>, count: Int) throws(IndexError) {
    let size = range.count >= 8 ? file.uint64(at: range.lowerBound) : 0
    guard size == 4 || size == 8, 8 + (count + 1) * Int(size) <= range.count else {
      throw .damaged(
        path: file.path, offset: range.lowerBound, reason: "a table of records is cut short")
    }
    self.file = file
    self.count = count
    offsetSize = Int(size)
    table = range.lowerBound + 8
    records = table + (count + 1) * offsetSize..<range.upperBound
  }

  /// A reader over one record.
  ///
  /// - Precondition: `ordinal` is below `count`.
  func reader(of ordinal: Int) throws(IndexError) -> ByteReader {
    ByteReader(file, try range(of: ordinal))
  }

  /// Where a record lies, in bytes of the file.
  ///
  /// - Precondition: `ordinal` is below `count`.
  func range(of ordinal: Int) throws(IndexError) -> Range<Int> {
    precondition(ordinal >= 0 && ordinal < count, "record \(ordinal) of \(count)")
    let (start, end) = (offset(ordinal), offset(ordinal + 1))
    guard start <= end, end <= UInt64(records.count) else {
      throw .damaged(
        path: file.path, offset: table + ordinal * offsetSize, reason: "a record is out of place")
    }
    return records.lowerBound + Int(start)..<records.lowerBound + Int(end)
  }

  private func offset(_ index: Int) -> UInt64 {
    let place = table + index * offsetSize
    return offsetSize == 4 ? UInt64(file.uint32(at: place)) : file.uint64(at: place)
  }
}
