internal import Corpus
internal import Glibc
internal import InvertedIndex

/// Building an index, opening it, and telling whether it is fresh.
struct IndexBenchmarks {
  let folder: String
  let scratch: Scratch
  let stopwatch: Stopwatch

  /// Leaves an index in the scratch folder.
  ///
  /// - Parameter bytes: of the files.
  func figures(bytes: Int) throws -> [Figure] {
    var figures = [try building("one thread", bytes: bytes, threads: 1)]
    figures.append(try building("all cores", bytes: bytes, threads: nil))
    figures.append(try buildingAgain(bytes: bytes))
    figures.append(try opening())
    return figures + [try checking("as an answer does", false), try checking("every file", true)]
  }

  /// - Parameter threads: nil for one a core.
  private func building(_ variant: String, bytes: Int, threads: Int?) throws -> Figure {
    setThreads(threads)
    defer { setThreads(nil) }
    let builder = try builder()
    // Nothing is to be taken over from the index of the run before.
    return try stopwatch.throughput(
      "build", variant, bytes: bytes, prepare: scratch.removeIndex
    ) { try build(builder) }
  }

  /// What `Workers` reads before each build.
  private func setThreads(_ count: Int?) {
    if let count {
      _ = unsafe setenv("LMASK_THREADS", "\(count)", 1)
    } else {
      _ = unsafe unsetenv("LMASK_THREADS")
    }
  }

  private func buildingAgain(bytes: Int) throws -> Figure {
    let builder = try builder()
    return try stopwatch.throughput("build", "nothing changed", bytes: bytes) {
      try build(builder)
    }
  }

  private func builder() throws(Trouble) -> IndexBuilder {
    IndexBuilder(locations: try Locations(corpus: folder, index: scratch.index))
  }

  private func build(_ builder: IndexBuilder) throws(Trouble) {
    var progress = Progress(terminal: Terminal())
    keep(try builder.build(showing: &progress))
  }

  private func opening() throws -> Figure {
    let count = 100
    return try stopwatch.time("open", "header checked", count: count) {
      for _ in 0..<count { keep(try IndexReader(path: scratch.index)) }
    }
  }

  private func checking(_ variant: String, _ completely: Bool) throws -> Figure {
    let index = try IndexReader(path: scratch.index)
    let reader = CorpusReader(root: folder)
    return try stopwatch.time("freshness", variant, count: 1) {
      keep(try Freshness.of(index, reader, completely: completely))
    }
  }
}
