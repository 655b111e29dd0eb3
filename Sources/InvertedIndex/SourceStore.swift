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

  /// The files of one group.
  ///
  /// - Precondition: the group is below `groupCount`.
  func sources(inGroup group: Int) throws(IndexError) -> [SourceRecord] {
    var walk = try walk(ofGroup: group)
    var sources: [SourceRecord] = []
    while let source = try walk.next() { sources.append(source) }
    return sources
  }

  /// The same, one by one.
  ///
  /// - Precondition: the group is below `groupCount`.
  func walk(ofGroup group: Int) throws(IndexError) -> SourceWalk {
    SourceWalk(
      try groups.reader(of: group),
      count: min(Self.sourcesPerGroup, count - group * Self.sourcesPerGroup))
  }

  /// Every file.
  func all() throws(IndexError) -> [SourceRecord] {
    var all: [SourceRecord] = []
    for group in 0..<groups.count { all += try sources(inGroup: group) }
    return all
  }

  /// One group's record.
  static func encode(_ sources: [SourceRecord]) -> [UInt8] {
    var writer = ByteWriter()
    var last: [UInt8] = []
    for source in sources {
      let path = Array(source.path.utf8)
      writer.append(path, after: last)
      source.encode(to: &writer)
      last = path
    }
    return writer.bytes
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
    let source = try SourceRecord(&reader, path: "")
    return (source.size, source.hash)
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
