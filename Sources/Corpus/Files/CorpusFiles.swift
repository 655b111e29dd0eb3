/// The files of a corpus, their paths one after another in one stretch of memory: some 50 bytes a
/// file, where strings would take 150.
package struct CorpusFiles: Sendable {
  private struct Entry {
    /// In bytes of `paths`.
    var start: Int
    let length: UInt32
    let role: CorpusFile.Role
    let size: Int
    let touched: FileTime
  }

  private var paths: [UInt8] = []
  private var entries: [Entry] = []

  package init() {}

  package mutating func append(_ file: CorpusFile) {
    append(
      [], Array(file.path.utf8), role: file.role, size: file.size, touched: file.touched)
  }

  /// Appends a file whose path comes in two pieces.
  mutating func append(
    _ folder: [UInt8], _ name: [UInt8], role: CorpusFile.Role, size: Int, touched: FileTime
  ) {
    let start = paths.count
    paths += folder
    paths += name
    entries.append(
      Entry(
        start: start, length: UInt32(paths.count - start), role: role, size: size,
        touched: touched))
  }

  mutating func append(contentsOf others: CorpusFiles) {
    let shift = paths.count
    paths += others.paths
    for var entry in others.entries {
      entry.start += shift
      entries.append(entry)
    }
  }

  /// Sorts by the UTF-8 bytes of the paths.
  mutating func sort() {
    let paths = paths
    let bytes = paths.span
    entries.sort { one, other in
      bytes.extracting(one.start..<one.start + Int(one.length))
        .precedesInBytes(bytes.extracting(other.start..<other.start + Int(other.length)))
    }
  }

  /// The file with a path. Time is linear in the number of files.
  package func first(withPath path: String) -> CorpusFile? {
    let wanted = path.utf8
    return entries.firstIndex { entry in
      Int(entry.length) == wanted.count && paths[range(of: entry)].elementsEqual(wanted)
    }.map { self[$0] }
  }

  /// In bytes: how large a file is.
  package func size(at index: Int) -> Int { entries[index].size }

  /// In bytes: how large all files are together.
  package var byteCount: Int { entries.reduce(0) { $0 + $1.size } }

  private func range(of entry: Entry) -> Range<Int> {
    entry.start..<entry.start + Int(entry.length)
  }
}

extension CorpusFiles: RandomAccessCollection {
  package var startIndex: Int { 0 }
  package var endIndex: Int { entries.count }

  package subscript(index: Int) -> CorpusFile {
    let entry = entries[index]
    return CorpusFile(
      path: String(decoding: paths[range(of: entry)], as: UTF8.self), role: entry.role,
      size: entry.size, touched: entry.touched)
  }
}

extension CorpusFiles: ExpressibleByArrayLiteral {
  package init(arrayLiteral files: CorpusFile...) { for file in files { append(file) } }
}

extension CorpusFiles: Equatable {
  package static func == (one: CorpusFiles, other: CorpusFiles) -> Bool {
    one.elementsEqual(other)
  }
}

extension Slice<CorpusFiles> {
  /// In bytes: how large these files are together.
  package var byteCount: Int { indices.reduce(0) { $0 + base.size(at: $1) } }
}
