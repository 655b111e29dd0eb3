internal import Analysis
internal import Corpus
internal import InvertedIndex

/// Which files of a corpus need not be read again, because an older index holds what they come to.
struct Recycling {
  let recycler: IndexRecycler
  /// Every file of the corpus, in order.
  let tasks: [BuildTask]
  /// Files that gave no passages and still do not, and those with bytes that are not UTF-8.
  let skipped: [SkippedFile]
  let repaired: [String]

  /// Nil if there is no sound index of this format by the same analyzer and with the same
  /// bibliography, thesaurus and urgent signs, or if less than half of the text can be taken from it.
  init?(path: String, _ listing: CorpusListing, _ reader: CorpusReader) {
    guard let index = try? IndexReader(path: path),
      index.summary.fingerprint == Analyzer.standard().fingerprint,
      let made = index.modified
    else { return nil }
    var kept = KeptFiles()
    do throws(IndexError) {
      try kept.compare(listing.files, index.sourceCursor()) { file, source in
        file.touched < made || (reader.hash(ofFile: file.path) ?? ContentHash([])) == source.hash
      }
      guard kept.hasSameData, kept.bytes * 2 > listing.files.byteCount else { return nil }
      var recycler = try IndexRecycler(index)
      try recycler.drop(kept.droppedDocuments, analyzer: .standard())
      self.recycler = recycler
    } catch { return nil }
    tasks = kept.tasks(listing.files)
    (skipped, repaired) = (kept.skipped, kept.repaired)
  }
}

/// Which files are the same as when an index was made.
private struct KeptFiles {
  /// Where a file that is kept stands in the old index.
  struct Place {
    let source: UInt32
    /// Of the next one, if it has none.
    let document: UInt32
    let hasDocument: Bool
  }

  /// For each file; nil for one that must be read. Small, for a million files.
  var places: [Place?] = []
  /// Documents of the old index that are gone or must be read again.
  var droppedDocuments: [Int] = []
  /// Whether the files that describe the documents are the same.
  var hasSameData = true
  /// Of the files that are kept.
  var bytes = 0
  var skipped: [SkippedFile] = []
  var repaired: [String] = []
  /// How many files and documents of the old index were passed.
  private var (sources, documents) = (0, 0)

  /// Both lists are sorted by path.
  mutating func compare(
    _ files: CorpusFiles, _ cursor: SourceCursor,
    isUnchanged: (CorpusFile, SourceRecord) -> Bool
  ) throws(IndexError) {
    var cursor = cursor
    var old = try cursor.next()
    for file in files {
      while let source = old, source.path.precedesInBytes(file.path) {
        drop(source)
        old = try cursor.next()
      }
      guard let source = old, source.path == file.path else {
        if file.role == .data { hasSameData = false }
        places.append(nil)
        continue
      }
      if source.role == file.role, source.size == file.size, isUnchanged(file, source) {
        keep(source)
      } else {
        drop(source)
        places.append(nil)
      }
      old = try cursor.next()
    }
    while let source = old {
      drop(source)
      old = try cursor.next()
    }
  }

  private mutating func keep(_ source: SourceRecord) {
    places.append(
      Place(
        source: UInt32(sources), document: UInt32(documents), hasDocument: source.hasDocument))
    bytes += source.size
    if let reason = source.skipped {
      skipped.append(SkippedFile(path: source.path, reason: reason))
    }
    if source.wasRepaired { repaired.append(source.path) }
    pass(source)
  }

  private mutating func drop(_ source: SourceRecord) {
    if source.role == .data { hasSameData = false }
    if source.hasDocument { droppedDocuments.append(documents) }
    pass(source)
  }

  private mutating func pass(_ source: SourceRecord) {
    sources += 1
    if source.hasDocument { documents += 1 }
  }
}

extension KeptFiles {
  /// In bytes of files: what one thread takes back at a time. Every posting list is looked at for
  /// each such piece, so pieces are large.
  private static let bytesPerTask = 4 << 20

  /// What is to be done for all files, in order.
  func tasks(_ files: CorpusFiles) -> [BuildTask] {
    var tasks: [BuildTask] = []
    var start = 0
    while start < files.count {
      let isKept = places[start] != nil
      let end = places[start...].firstIndex { ($0 != nil) != isKept } ?? files.count
      tasks +=
        isKept ? recycling(files[start..<end]) : BuildTask.tasks(reading: files[start..<end])
      start = end
    }
    return tasks
  }

  /// - Parameter files: all of them kept.
  private func recycling(_ files: Slice<CorpusFiles>) -> [BuildTask] {
    var pieces: [BuildTask.RecycledFiles] = []
    for index in files.indices {
      guard let place = places[index] else { continue }
      let (source, document) = (Int(place.source), Int(place.document))
      // In the old index there may have been another file between.
      if pieces.isEmpty || pieces[pieces.count - 1].size >= Self.bytesPerTask
        || pieces[pieces.count - 1].sources.upperBound != source
      {
        pieces.append(
          BuildTask.RecycledFiles(
            documents: document..<document, sources: source..<source, size: 0))
      }
      pieces[pieces.count - 1].extend(
        size: files.base.size(at: index), hasDocument: place.hasDocument)
    }
    return pieces.map(BuildTask.recycle)
  }
}

extension BuildTask.RecycledFiles {
  /// By the next file of the old index.
  fileprivate mutating func extend(size: Int, hasDocument: Bool) {
    documents = documents.lowerBound..<documents.upperBound + (hasDocument ? 1 : 0)
    sources = sources.lowerBound..<sources.upperBound + 1
    self.size += size
  }
}

extension SourceRecord {
  /// Whether it was made into a document.
  fileprivate var hasDocument: Bool { role == .document && skipped == nil }
}
