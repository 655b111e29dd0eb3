internal import Analysis
internal import Corpus
internal import InvertedIndex

/// Whether an index still says what its corpus says.
enum Freshness: Equatable {
  /// The same files with the same content.
  case fresh
  /// The same, but some files were touched since the index was made; their content was compared.
  case freshAfterComparing
  case stale(reason: String)

  /// How many files are looked at to tell whether an answer may be given: asking for the times of
  /// a thousand takes about a millisecond.
  private static let mostLookedAt = 1000

  /// Compares an index with the corpus as it is now.
  ///
  /// A folder whose times are older than the index's own, which is the moment the corpus was first
  /// looked at, holds the names it held then. A file whose times are older cannot have changed
  /// since: modification and status change both count, so a file moved into place or edited with its
  /// time set back is noticed. Any other file is read and its content hash compared.
  ///
  /// Of a corpus of more than a thousand files only so many are looked at, other ones each time; with
  /// `completely`, all. See `ofDocuments` for those that an answer shows.
  static func of(
    _ index: IndexReader, _ reader: CorpusReader, completely: Bool = false
  ) throws(Trouble) -> Freshness {
    if index.summary.fingerprint != Analyzer.standard().fingerprint {
      return .stale(reason: "made by another lmask")
    }
    guard let made = index.modified else {
      return .stale(reason: "it is gone")
    }
    if !completely, let folder = try? OpenFolder(reader.root) {
      do throws(IndexError) {
        let folders = try index.folders()
        if namesAreUntouched(folders, folder, since: made) {
          let times = try compareTimes(index, reader, folder, made)
          // Where only some folders were looked at, the index may not pass for compared.
          return times == .freshAfterComparing && folders.count > mostLookedAt ? .fresh : times
        }
      } catch { throw Trouble(error) }
    }
    return try compareAll(index, reader, made)
  }

  /// Compares some documents with what an index says, where `of` may have passed them by.
  ///
  /// - Parameter paths: of documents of the index.
  static func ofDocuments(
    _ paths: [String], _ index: IndexReader, _ reader: CorpusReader
  ) throws(Trouble) -> Freshness {
    guard index.summary.sourceCount > mostLookedAt, let made = index.modified,
      let folder = try? OpenFolder(reader.root)
    else { return .fresh }
    for path in paths {
      guard let status = try? folder.status(of: path) else {
        return .stale(reason: "\(path.neutralised) is gone")
      }
      guard status.touched >= made else { continue }
      do throws(IndexError) {
        let source = try index.source(forPath: path)
        if let source, hasContent(source.hash, path, reader) { continue }
      } catch { throw Trouble(error) }
      return .stale(reason: "\(path.neutralised) changed")
    }
    return .fresh
  }

  private static func namesAreUntouched(
    _ folders: [String], _ folder: borrowing OpenFolder, since made: FileTime
  ) -> Bool {
    for path in window(of: folders) {
      guard let status = try? folder.status(of: path), status.kind == .folder,
        status.touched < made
      else { return false }
    }
    return true
  }

  /// Looks at the times and sizes of files that are known to be still there, or nearly all of them.
  private static func compareTimes(
    _ index: IndexReader, _ reader: CorpusReader, _ folder: borrowing OpenFolder, _ made: FileTime
  ) throws(IndexError) -> Freshness {
    var compared = false
    let groups = Array(0..<index.sourceGroupCount)
    let hasAllFiles = index.summary.sourceCount <= mostLookedAt
    for group in hasAllFiles ? groups[...] : window(of: groups, share: 64) {
      var sources = try index.sourceWalk(ofGroup: group)
      while let (size, hash) = try sources.nextContent() {
        guard let status = try? sources.status(in: folder) else {
          return .stale(reason: "\(sources.path.neutralised) is gone")
        }
        guard status.size == size, status.kind == .file else {
          return .stale(reason: "\(sources.path.neutralised) changed")
        }
        guard status.touched >= made else { continue }
        compared = true
        if !hasContent(hash, sources.path, reader) {
          return .stale(reason: "\(sources.path.neutralised) changed")
        }
      }
    }
    return compared && hasAllFiles ? .freshAfterComparing : .fresh
  }

  /// Lists the corpus and compares names, sizes and, of files touched since, content.
  private static func compareAll(
    _ index: IndexReader, _ reader: CorpusReader, _ made: FileTime
  ) throws(Trouble) -> Freshness {
    let listing: CorpusListing
    let (sources, folders): ([SourceRecord], [String])
    do throws(CorpusError) { listing = try reader.listing() } catch { throw Trouble(error) }
    do throws(IndexError) {
      (sources, folders) = (try index.sources(), try index.folders())
    } catch { throw Trouble(error) }
    if let reason = difference(listing.files, sources) { return .stale(reason: reason) }
    for (file, source) in zip(listing.files, sources) where file.touched >= made {
      if !hasContent(source.hash, source.path, reader) {
        return .stale(reason: "\(file.path.neutralised) changed")
      }
    }
    // An empty folder that is new must be listed each time: a file put into it touches no other.
    return listing.folders == folders ? .freshAfterComparing : .fresh
  }

  private static func hasContent(
    _ hash: ContentHash, _ path: String, _ reader: CorpusReader
  ) -> Bool {
    (reader.hash(ofFile: path) ?? ContentHash([])) == hash
  }

  /// At most a thousand of some, or a thousand's share of them, from a place that moves with the clock.
  private static func window<Element>(of all: [Element], share: Int = 1) -> ArraySlice<Element> {
    let count = mostLookedAt / share
    guard all.count > count else { return all[...] }
    let start = Int(IndexFile.now().nanoseconds / 1_000_000) % (all.count - count + 1)
    return all[start..<start + count]
  }

  /// The first difference in names or sizes, in words. Both lists are sorted by path.
  private static func difference(_ files: CorpusFiles, _ sources: [SourceRecord]) -> String? {
    for (file, source) in zip(files, sources) {
      if file.path != source.path {
        let isNew = file.path.precedesInBytes(source.path)
        return isNew ? "\(file.path.neutralised) is new" : "\(source.path.neutralised) is gone"
      }
      if source.size != file.size { return "\(file.path.neutralised) changed" }
    }
    if files.count > sources.count { return "\(files[sources.count].path.neutralised) is new" }
    if files.count < sources.count { return "\(sources[files.count].path.neutralised) is gone" }
    return nil
  }
}
