internal import Corpus
internal import InvertedIndex

/// What one thread of a build does at a time: consecutive files, in corpus order.
enum BuildTask {
  case read(Slice<CorpusFiles>)
  case recycle(RecycledFiles)

  /// Files that did not change since the old index was made.
  struct RecycledFiles {
    /// By their numbers in the old index.
    var documents: Range<Int>
    /// The files among which they are, in the same way.
    var sources: Range<Int>
    /// In bytes of the files.
    var size: Int
  }

  /// In bytes of the files.
  var size: Int {
    switch self {
    case .read(let files): files.byteCount
    case .recycle(let files): files.size
    }
  }

  /// In bytes. Small enough that all cores have work to the end.
  private static let bytesPerTask = 64 << 10
  private static let filesPerTask = 256

  /// Files to read, in tasks of about the same size.
  static func tasks(reading files: Slice<CorpusFiles>) -> [BuildTask] {
    var tasks: [BuildTask] = []
    var (start, bytes) = (files.startIndex, 0)
    for index in files.indices {
      bytes += files.base.size(at: index)
      guard bytes >= bytesPerTask || index + 1 - start >= filesPerTask else { continue }
      tasks.append(.read(files[start..<index + 1]))
      (start, bytes) = (index + 1, 0)
    }
    if start < files.endIndex { tasks.append(.read(files[start...])) }
    return tasks
  }
}
