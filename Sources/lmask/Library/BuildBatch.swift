internal import Corpus
internal import InvertedIndex

/// Files whose tokens are in memory at once, cut into tasks.
struct BuildBatch {
  /// What one thread does at a time, in corpus order.
  enum Task {
    case read(ArraySlice<CorpusFile>)
    case recycle(RecycledFiles)

    /// In bytes of the files.
    var size: Int {
      switch self {
      case .read(let files): files.reduce(0) { $0 + $1.size }
      case .recycle(let files): files.sources.reduce(0) { $0 + $1.size }
      }
    }
  }

  /// Files that did not change since the old index was made.
  struct RecycledFiles {
    /// By their numbers in the old index.
    var documents: Range<Int>
    var sources: [SourceRecord]
  }

  private(set) var tasks: [Task] = []

  /// In bytes. Small enough that all cores have work to the end.
  private static let bytesPerTask = 128 << 10
  private static let filesPerTask = 256
  /// In bytes: a word of text takes some twenty bytes until it is sorted in.
  private static let bytesPerBatch = 16 << 20

  /// Files to read, in tasks of about the same size.
  static func tasks(reading files: ArraySlice<CorpusFile>) -> [Task] {
    var tasks: [Task] = []
    var (start, bytes) = (files.startIndex, 0)
    for (index, file) in zip(files.indices, files) {
      bytes += file.size
      guard bytes >= bytesPerTask || index + 1 - start >= filesPerTask else { continue }
      tasks.append(.read(files[start..<index + 1]))
      (start, bytes) = (index + 1, 0)
    }
    if start < files.endIndex { tasks.append(.read(files[start...])) }
    return tasks
  }

  /// Tasks in their order, as many to a batch as memory allows.
  static func batches(of tasks: [Task]) -> [BuildBatch] {
    var batches = [BuildBatch()]
    var bytes = 0
    for task in tasks {
      if bytes > 0, bytes + task.size > bytesPerBatch {
        batches.append(BuildBatch())
        bytes = 0
      }
      batches[batches.count - 1].tasks.append(task)
      bytes += task.size
    }
    return batches
  }
}
