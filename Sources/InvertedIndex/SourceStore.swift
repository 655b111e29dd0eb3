internal import Corpus

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
    var reader = try groups.reader(of: group)
    var path: [UInt8] = []
    var sources: [SourceRecord] = []
    for _ in 0..<min(Self.sourcesPerGroup, count - group * Self.sourcesPerGroup) {
      let shared = try reader.variable()
      guard shared <= path.count else { throw reader.damage("a path shares too much") }
      path.removeLast(path.count - shared)
      try reader.appendText(to: &path)
      guard let text = String(checking: path.span) else {
        throw reader.damage("a path is not UTF-8")
      }
      sources.append(try SourceRecord(&reader, path: text))
    }
    return sources
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
      let shared = zip(last, path).prefix { $0 == $1 }.count
      writer.append(variable: shared)
      writer.append(variable: path.count - shared)
      writer.append(bytes: path[shared...])
      source.encode(to: &writer)
      last = path
    }
    return writer.bytes
  }
}
