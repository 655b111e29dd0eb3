internal import Corpus

/// Records of different lengths, one after another.
struct SpooledRecords {
  private var spool: Spool
  /// In bytes.
  private var lengths: [UInt32] = []

  init(folder: SpoolFolder?) { spool = Spool(folder: folder) }

  mutating func append(_ record: [UInt8]) {
    spool.append(record)
    lengths.append(UInt32(record.count))
  }

  mutating func append(_ records: [UInt8], lengths new: [UInt32]) {
    spool.append(records)
    lengths += new
  }

  /// The table of the records, and they.
  consuming func finish() -> [IndexContent.Piece] {
    var table = RecordTableWriter()
    table.append(lengths: lengths)
    return [.bytes(table.finish()), .spool(spool.sealed())]
  }

  consuming func sealed() -> SealedRecords {
    SealedRecords(spool: spool.sealed(), lengths: lengths)
  }
}

/// The same, for reading.
struct SealedRecords: Sendable {
  let spool: SealedSpool
  /// In bytes.
  let lengths: [UInt32]

  private static let recordsPerTask = 1024

  /// Records compressed one by one, on all cores: the table before them, and they.
  func compressed(
    _ dictionary: [UInt8], folder: SpoolFolder?
  ) -> [IndexContent.Piece] {
    var all = SpooledRecords(folder: folder)
    var states = (0..<Workers.count).map { _ in RecordCompressor(dictionary: dictionary) }
    var (next, start) = (0, 0)
    Workers.stream(&states) { () -> (records: ArraySlice<UInt32>, start: Int)? in
      guard next < lengths.count else { return nil }
      let records = lengths[next..<min(next + Self.recordsPerTask, lengths.count)]
      defer {
        next = records.endIndex
        start += Self.total(records)
      }
      return (records, start)
    } each: { compressor, task in
      spool.read(task.start..<task.start + Self.total(task.records)) { bytes in
        var compressed = CompressedRecords()
        var from = 0
        for length in task.records {
          compressed.append(bytes.extracting(from..<from + Int(length)), with: compressor)
          from += Int(length)
        }
        return compressed
      }
    } inOrder: { compressed in
      all.append(compressed.bytes, lengths: compressed.lengths)
    }
    return all.finish()
  }

  private static func total(_ lengths: ArraySlice<UInt32>) -> Int {
    lengths.reduce(0) { $0 + Int($1) }
  }
}

/// Records compressed one by one, one after another.
struct CompressedRecords {
  private(set) var bytes: [UInt8] = []
  /// In bytes.
  private(set) var lengths: [UInt32] = []

  mutating func append(_ record: RawSpan, with compressor: RecordCompressor) {
    lengths.append(UInt32(compressor.append(record, to: &bytes)))
  }
}
