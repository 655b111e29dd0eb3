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

  /// Compares an index with the corpus as it is now.
  ///
  /// Paths and sizes are compared first. A file whose times are older than the index's own, which
  /// is the moment the corpus was first looked at, cannot have changed since: modification and
  /// status change both count, so a file moved into place or edited with its time set back is
  /// noticed. Any other file is read and its content hash compared.
  static func of(
    _ index: IndexReader, _ reader: CorpusReader
  ) throws(Trouble) -> Freshness {
    if index.summary.fingerprint != Analyzer.standard().fingerprint {
      return .stale(reason: "made by another lmask")
    }
    let listing: CorpusListing
    let sources: [SourceRecord]
    let made: FileTime
    do throws(CorpusError) { listing = try reader.listing() } catch { throw Trouble(error) }
    do throws(IndexError) { sources = try index.sources() } catch { throw Trouble(error) }
    do throws(SystemError) { made = try FileSystem.status(of: index.path).modified } catch {
      return .stale(reason: "it is gone")
    }
    if let reason = difference(listing.files, sources) { return .stale(reason: reason) }
    var compared = false
    for (file, source) in zip(listing.files, sources) where file.touched >= made {
      compared = true
      if reader.hash(of: file) ?? ContentHash([]) != source.hash {
        return .stale(reason: "\(file.path.neutralised) changed")
      }
    }
    return compared ? .freshAfterComparing : .fresh
  }

  /// The first difference in names or sizes, in words. Both lists are sorted by path.
  private static func difference(_ files: [CorpusFile], _ sources: [SourceRecord]) -> String? {
    for (file, source) in zip(files, sources) {
      if file.path != source.path {
        let isNew = file.path.utf8.lexicographicallyPrecedes(source.path.utf8)
        return isNew ? "\(file.path.neutralised) is new" : "\(source.path.neutralised) is gone"
      }
      if source.size != file.size { return "\(file.path.neutralised) changed" }
    }
    if files.count > sources.count { return "\(files[sources.count].path.neutralised) is new" }
    if files.count < sources.count { return "\(sources[files.count].path.neutralised) is gone" }
    return nil
  }
}
