package import Corpus

/// The files an index was made from, sorted by path, in groups whose paths are written as differences.
struct SourceStore: Sendable {
  /// Files whose common beginnings are written once.
  static let sourcesPerGroup = 64

  let count: Int
  private let groups: RecordTable

  /// - Throws: `IndexError.damaged` if the table does not fit.
  init(_ file: MappedFile, _ range: Range<Int>, count: Int) throws(IndexError) {
    self.count = count
    groups = try RecordTable(file, range, count: Self.groupCount(of: count))
  }

  static func groupCount(of sourceCount: Int) -> Int {
    (sourceCount + sourcesPerGroup - 1) / sourcesPerGroup
  }

  var groupCount: Int { groups.count }

  /// The files of one group, one by one.
  ///
  /// - Precondition: the group is below `groupCount`.
  func walk(ofGroup group: Int) throws(IndexError) -> SourceWalk {
    SourceWalk(
      try groups.reader(of: group),
      count: min(Self.sourcesPerGroup, count - group * Self.sourcesPerGroup))
  }

  /// All files from one on, one by one.
  ///
  /// - Precondition: the first is at most `count`.
  func cursor(from first: Int = 0) throws(IndexError) -> SourceCursor {
    precondition(0...count ~= first, "file \(first) of \(count)")
    return try SourceCursor(self, from: first)
  }

  /// The file with a path; nil if there is none.
  func source(forPath path: String) throws(IndexError) -> SourceRecord? {
    // The first group that begins behind the path.
    var groups = 0..<groupCount
    while !groups.isEmpty {
      let middle = (groups.lowerBound + groups.upperBound) / 2
      var walk = try walk(ofGroup: middle)
      if let first = try walk.next(), path.precedesInBytes(first.path) {
        groups = groups.lowerBound..<middle
      } else {
        groups = middle + 1..<groups.upperBound
      }
    }
    guard groups.lowerBound > 0 else { return nil }
    var walk = try walk(ofGroup: groups.lowerBound - 1)
    while let source = try walk.next() { if source.path == path { return source } }
    return nil
  }

  /// Every file.
  func all() throws(IndexError) -> [SourceRecord] { try sources(0..<count) }

  /// Some files in a row.
  ///
  /// - Precondition: there are so many.
  func sources(_ range: Range<Int>) throws(IndexError) -> [SourceRecord] {
    var cursor = try cursor(from: range.lowerBound)
    var sources: [SourceRecord] = []
    sources.reserveCapacity(range.count)
    for _ in range { if let source = try cursor.next() { sources.append(source) } }
    return sources
  }

  /// One group's record.
  static func encode(_ sources: [SourceRecord]) -> [UInt8] {
    var writer = ByteWriter(capacity: sources.count * 32)
    var last = PreviousText()
    for source in sources {
      writer.append(source.path.utf8Span.span, after: &last)
      source.encode(to: &writer)
    }
    return writer.bytes
  }
}

/// Goes through all files, without having them all in memory.
package struct SourceCursor {
  private let store: SourceStore
  /// Of the group after the present one.
  private var nextGroup: Int
  private var walk: SourceWalk?

  fileprivate init(_ store: SourceStore, from first: Int) throws(IndexError) {
    self.store = store
    nextGroup = first / SourceStore.sourcesPerGroup
    for _ in 0..<first % SourceStore.sourcesPerGroup { _ = try next() }
  }

  /// The next file; nil after the last one.
  package mutating func next() throws(IndexError) -> SourceRecord? {
    if let source = try walk?.next() { return source }
    guard nextGroup < store.groupCount else { return nil }
    walk = try store.walk(ofGroup: nextGroup)
    nextGroup += 1
    return try walk?.next()
  }
}

/// Goes through the files of a group.
///
/// The path of the present one stays bytes until it is asked for: a thousand strings take longer to
/// make than the operating system takes to tell of a thousand files.
package struct SourceWalk {
  private var reader: ByteReader
  private var left: Int
  private var bytes: [UInt8] = []

  init(_ reader: ByteReader, count: Int) {
    self.reader = reader
    left = count
  }

  /// Of the present file, relative to the corpus.
  package var path: String { String(decoding: bytes, as: UTF8.self) }

  /// What the file system knows now of the present file.
  ///
  /// - Parameter folder: the corpus.
  package mutating func status(
    in folder: borrowing OpenFolder
  ) throws(SystemError) -> FileStatus {
    try folder.status(of: &bytes)
  }

  /// The size in bytes and the content hash of the next file; nil after the last one.
  package mutating func nextContent() throws(IndexError) -> (size: Int, hash: ContentHash)? {
    guard try readPath() else { return nil }
    return try SourceRecord.content(&reader)
  }

  mutating func next() throws(IndexError) -> SourceRecord? {
    guard try readPath() else { return nil }
    guard let text = String(checking: bytes.span) else {
      throw reader.damage("a path is not UTF-8")
    }
    return try SourceRecord(&reader, path: text)
  }

  private mutating func readPath() throws(IndexError) -> Bool {
    guard left > 0 else { return false }
    left -= 1
    let shared = try reader.variable()
    guard shared <= bytes.count else { throw reader.damage("a path shares too much") }
    bytes.removeLast(bytes.count - shared)
    try reader.appendText(to: &bytes)
    return true
  }
}
