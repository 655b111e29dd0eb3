@testable import InvertedIndex

extension MappedFile {
  /// A table of records, each compressed by itself without a dictionary.
  static func compressed(_ records: [[UInt8]]) throws -> MappedFile {
    try sample(RecordTable.encode(records.map(compressed)))
  }

  /// One record, compressed without a dictionary.
  static func compressed(_ record: [UInt8]) -> [UInt8] {
    var bytes: [UInt8] = []
    _ = RecordCompressor(dictionary: []).append(
      record.span.bytes, to: &bytes)
    return bytes
  }

  /// What reads records that were compressed without a dictionary.
  var plainDecompressor: Decompressor { Decompressor(self, dictionary: 0..<0) }
}
