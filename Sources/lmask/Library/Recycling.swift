internal import Analysis
internal import Corpus
internal import InvertedIndex

/// Which files of a corpus need not be read again, because an older index holds what they come to.
struct Recycling {
  let recycler: IndexRecycler
  /// Every file of the corpus, in order.
  private(set) var tasks: [BuildTask] = []
  /// Files that gave no passages and still do not, and those with bytes that are not UTF-8.
  private(set) var skipped: [SkippedFile] = []
  private(set) var repaired: [String] = []

  /// In bytes of files: what one thread takes back at a time. Every posting list is looked at for
  /// each such piece, so pieces are large.
  private static let bytesPerTask = 8 << 20

  /// Nil if there is no sound index of this format by the same analyzer and with the same
  /// bibliography, thesaurus and urgent signs, or if less than half of the text can be taken from it.
  init?(path: String, _ listing: CorpusListing, _ reader: CorpusReader) {
    guard let index = try? IndexReader(path: path),
      index.summary.fingerprint == Analyzer.standard().fingerprint,
      let made = index.modified, let sources = try? index.sources()
    else { return nil }
    var kept = KeptFiles()
    kept.compare(listing.files, sources) { file, source in
      file.touched < made || (reader.hash(ofFile: file.path) ?? ContentHash([])) == source.hash
    }
    guard kept.hasSameData, kept.bytes * 2 > listing.files.byteCount,
      var recycler = try? IndexRecycler(index)
    else { return nil }
    do throws(IndexError) {
      try recycler.drop(kept.droppedDocuments, analyzer: .standard())
    } catch { return nil }
    self.recycler = recycler
    tasks = Self.tasks(listing.files, kept)
    for case .some(let (source, _)) in kept.sourceOfFile {
      if let reason = source.skipped {
        skipped.append(SkippedFile(path: source.path, reason: reason))
      }
      if source.wasRepaired { repaired.append(source.path) }
    }
  }

  private static func tasks(_ files: CorpusFiles, _ kept: KeptFiles) -> [BuildTask] {
    var tasks: [BuildTask] = []
    var index = 0
    while index < files.count {
      let isKept = kept.sourceOfFile[index] != nil
      let end = files.indices[index...].first { (kept.sourceOfFile[$0] != nil) != isKept }
      let range = index..<(end ?? files.count)
      if isKept {
        tasks += recycled(kept.sourceOfFile[range].compactMap(\.self))
      } else {
        tasks += BuildTask.tasks(reading: files[range])
      }
      index = range.upperBound
    }
    return tasks
  }

  /// - Parameter kept: of consecutive files, each with the number of its document or of the next one.
  private static func recycled(
    _ kept: [(source: SourceRecord, document: Int)]
  ) -> [BuildTask] {
    var tasks: [BuildTask] = []
    var files = BuildTask.RecycledFiles(documents: 0..<0, sources: [])
    var bytes = 0
    for (source, document) in kept {
      if files.sources.isEmpty || bytes >= bytesPerTask || files.documents.upperBound != document {
        if !files.sources.isEmpty { tasks.append(.recycle(files)) }
        files = BuildTask.RecycledFiles(documents: document..<document, sources: [])
        bytes = 0
      }
      files.sources.append(source)
      let end = document + (source.hasDocument ? 1 : 0)
      files.documents = files.documents.lowerBound..<end
      bytes += source.size
    }
    if !files.sources.isEmpty { tasks.append(.recycle(files)) }
    return tasks
  }
}

/// Which files are the same as when an index was made.
private struct KeptFiles {
  /// For each file its record and the number of its document, or of the next one if it has none;
  /// nil for a file that must be read.
  var sourceOfFile: [(source: SourceRecord, document: Int)?] = []
  /// Documents of the old index that are gone or must be read again.
  var droppedDocuments: [Int] = []
  /// Whether the files that describe the documents are the same.
  var hasSameData = true
  /// Of the documents that are kept.
  var bytes = 0

  /// Both lists are sorted by path.
  mutating func compare(
    _ files: CorpusFiles, _ sources: [SourceRecord],
    isUnchanged: (CorpusFile, SourceRecord) -> Bool
  ) {
    var (next, document) = (0, 0)
    func drop(_ source: SourceRecord, _ kept: inout KeptFiles) {
      if source.role == .data { kept.hasSameData = false }
      if source.hasDocument {
        kept.droppedDocuments.append(document)
        document += 1
      }
    }
    for file in files {
      while next < sources.count, sources[next].path.precedesInBytes(file.path) {
        drop(sources[next], &self)
        next += 1
      }
      guard next < sources.count, sources[next].path == file.path else {
        if file.role == .data { hasSameData = false }
        sourceOfFile.append(nil)
        continue
      }
      let source = sources[next]
      next += 1
      if source.role == file.role, source.size == file.size, isUnchanged(file, source) {
        sourceOfFile.append((source, document))
        if source.hasDocument { document += 1 }
        bytes += file.size
      } else {
        drop(source, &self)
        sourceOfFile.append(nil)
      }
    }
    for source in sources[next...] { drop(source, &self) }
  }
}

extension SourceRecord {
  /// Whether it was made into a document.
  fileprivate var hasDocument: Bool { role == .document && skipped == nil }
}
