internal import Analysis
internal import Corpus
internal import InvertedIndex

/// Reads the files of a corpus into segments, on all cores.
struct SegmentReader {
  let reader: CorpusReader
  let bibliography: Bibliography?
  let interruption: Interruption
  let recycler: IndexRecycler?

  /// What one thread works with.
  private struct Worker {
    let number: Int
    var builder: SegmentBuilder
  }

  /// What some consecutive files came to.
  private struct Outcome {
    var segment = Segment()
    /// The number of the worker that made it; nil for what was recycled.
    let builder: Int?
    var skipped: [SkippedFile] = []
    /// Files with bytes that are not UTF-8.
    var repaired: [String] = []
  }

  /// Adds to an index what tasks come to, in corpus order.
  ///
  /// - Throws: `Trouble` for the first malformed file, or after Ctrl-C.
  func add(
    _ tasks: [BuildTask], to writer: inout IndexWriter, _ report: inout IndexBuilder.Report,
    _ progress: inout Progress
  ) throws(Trouble) {
    let counter = progress.counter
    // One worker a core, but no more than there are tasks.
    var workers = (0..<max(1, min(Workers.count, tasks.count))).map {
      Worker(number: $0, builder: writer.builder(with: .standard()))
    }
    var rest = tasks[...]
    var trouble: Trouble?
    // What is recycled comes in large pieces, of which few may wait for their turn.
    let most = recycler == nil ? nil : workers.count + 1
    Workers.stream(&workers, ahead: most) {
      rest.popFirst()
    } each: { worker, task in
      let result = Result<Outcome, Trouble> { () throws(Trouble) in try outcome(of: task, &worker) }
      counter.add(task.size)
      if worker.number == 0 { progress.draw() }
      return result
    } inOrder: { result in
      switch result {
      case .success(let outcome) where trouble == nil:
        report.skipped += outcome.skipped
        report.repaired += outcome.repaired
        writer.add(outcome.segment, from: outcome.builder)
      case .success: break
      case .failure(let one): trouble = trouble ?? one
      }
    }
    if let trouble { throw trouble }
    writer.add(wordsOf: workers.map(\.builder))
  }

  private func outcome(of task: BuildTask, _ worker: inout Worker) throws(Trouble) -> Outcome {
    switch task {
    case .read(let files): try read(files, &worker)
    case .recycle(let files): try recycle(files)
    }
  }

  private func recycle(_ files: BuildTask.RecycledFiles) throws(Trouble) -> Outcome {
    guard let recycler else { preconditionFailure("nothing to recycle from") }
    if interruption.hasCome { throw Trouble(.interrupted, "interrupted; the old index stays") }
    do throws(IndexError) {
      let segment = try recycler.segment(of: files.documents, sources: files.sources)
      return Outcome(segment: segment, builder: nil)
    } catch { throw Trouble(error) }
  }

  private func read(
    _ files: Slice<CorpusFiles>, _ worker: inout Worker
  ) throws(Trouble) -> Outcome {
    var outcome = Outcome(builder: worker.number)
    for file in files {
      if interruption.hasCome { throw Trouble(.interrupted, "interrupted; the old index stays") }
      if file.role == .document {
        try add(file, &worker.builder, &outcome)
      } else {
        let hash = reader.hash(ofFile: file.path) ?? ContentHash([])
        worker.builder.add(
          SourceRecord(path: file.path, role: file.role, size: file.size, hash: hash))
      }
    }
    outcome.segment = worker.builder.takeSegment()
    return outcome
  }

  private func add(
    _ file: CorpusFile, _ builder: inout SegmentBuilder, _ outcome: inout Outcome
  ) throws(Trouble) {
    do throws(CorpusReader.Failure) {
      let contents = try reader.contents(of: file, citing: bibliography)
      builder.add(
        SourceRecord(
          path: file.path, role: file.role, size: file.size, hash: contents.hash,
          wasRepaired: contents.wasRepaired))
      builder.add(
        path: file.path, title: contents.title, frontMatter: contents.frontMatter,
        passages: contents.passages)
      if contents.wasRepaired { outcome.repaired.append(file.path) }
    } catch {
      switch error {
      case .malformed(let fault):
        throw Trouble(fault)
      case .skipped(let reason, let hash):
        outcome.skipped.append(SkippedFile(path: file.path, reason: reason))
        builder.add(
          SourceRecord(
            path: file.path, role: file.role, size: file.size, hash: hash, skipped: reason))
      }
    }
  }
}
