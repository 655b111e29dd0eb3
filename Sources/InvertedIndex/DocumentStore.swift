internal import Corpus

/// The documents: compressed in groups, because one alone is too short to be worth it.
struct DocumentStore: Sendable {
  /// Documents that are compressed together.
  static let documentsPerGroup = 8

  let count: Int
  private let file: MappedFile
  private let starts: Int
  private let passageCount: Int
  private let groups: RecordTable
  private let decompressor: Decompressor

  /// - Parameters:
  ///   - starts: four bytes a document, the number of its first passage.
  /// - Throws: `IndexError.damaged` if they do not fit.
  init(
    _ file: MappedFile, _ range: Range<Int>, starts: Range<Int>, summary: IndexSummary,
    _ decompressor: Decompressor
  ) throws(IndexError) {
    count = summary.documentCount
    passageCount = summary.passageCount
    guard starts.count == count * 4 else {
      throw .damaged(
        path: file.path, offset: starts.lowerBound, reason: "documents' passages are missing")
    }
    self.file = file
    self.starts = starts.lowerBound
    self.decompressor = decompressor
    let groupCount = (count + Self.documentsPerGroup - 1) / Self.documentsPerGroup
    groups = try RecordTable(file, range, count: groupCount)
  }

  /// The number of the document that holds a passage; time is logarithmic in the number of documents.
  ///
  /// - Throws: `IndexError.damaged` if none does.
  func ordinal(holding id: PassageID) throws(IndexError) -> Int {
    var (low, high) = (0, count)
    while low < high {
      let middle = (low + high) / 2
      if start(of: middle) <= id.ordinal { low = middle + 1 } else { high = middle }
    }
    guard low > 0 else {
      throw .damaged(
        path: file.path, offset: starts, reason: "passage \(id.ordinal) has no document")
    }
    return low - 1
  }

  /// - Precondition: the ordinal is below `count`.
  func document(_ ordinal: Int) throws(IndexError) -> DocumentRecord {
    precondition(ordinal >= 0 && ordinal < count, "document \(ordinal) of \(count)")
    let group = ordinal / Self.documentsPerGroup
    var reader = try decompressor.record(groups.range(of: group))
    for _ in group * Self.documentsPerGroup..<ordinal { try DocumentRecord.skip(&reader) }
    return try read(ordinal, &reader)
  }

  /// Every document, in corpus order.
  func all() throws(IndexError) -> [DocumentRecord] {
    var all: [DocumentRecord] = []
    for first in stride(from: 0, to: count, by: Self.documentsPerGroup) {
      var reader = try decompressor.record(groups.range(of: first / Self.documentsPerGroup))
      for ordinal in first..<min(first + Self.documentsPerGroup, count) {
        all.append(try read(ordinal, &reader))
      }
    }
    return all
  }

  private func read(
    _ ordinal: Int, _ reader: inout ByteReader
  ) throws(IndexError) -> DocumentRecord {
    try DocumentRecord(&reader, passages: passages(of: ordinal))
  }

  /// The ordinals of a document's passages; nothing is decompressed for them.
  ///
  /// - Precondition: the ordinal is below `count`.
  func passages(of ordinal: Int) throws(IndexError) -> Range<Int> {
    precondition(ordinal >= 0 && ordinal < count, "document \(ordinal) of \(count)")
    let first = start(of: ordinal)
    let end = ordinal + 1 < count ? start(of: ordinal + 1) : passageCount
    guard first <= end, end <= passageCount else {
      throw .damaged(
        path: file.path, offset: starts + ordinal * 4, reason: "documents and passages differ")
    }
    return first..<end
  }

  /// One group's record, before it is compressed.
  static func encode(_ documents: [DocumentRecord]) -> [UInt8] {
    var writer = ByteWriter(capacity: documents.count * 128)
    for document in documents { document.encode(to: &writer) }
    return writer.bytes
  }

  private func start(of ordinal: Int) -> Int { Int(file.uint32(at: starts + ordinal * 4)) }
}
