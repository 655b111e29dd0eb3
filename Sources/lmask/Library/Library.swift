internal import Corpus
internal import InvertedIndex

/// The index of a corpus, kept up to date.
struct Library {
  let locations: Locations
  /// Whether a missing or outdated index is made anew.
  let refreshes: Bool
  /// Whether nothing is said about the index.
  let isQuiet: Bool
  let terminal: Terminal

  /// Opens the index, made anew first if it is missing or older than its corpus.
  ///
  /// - Throws: `Trouble` if there is no corpus, or the index is damaged, or of another version where
  ///   the person named its place or this lmask is the older one.
  func open() throws(Trouble) -> IndexReader {
    let (index, isNew) = try opened()
    return isNew ? index : try renewed(index)
  }

  /// An index that is open, or a new one if its corpus changed.
  ///
  /// - Parameter documents: paths of documents of the index, to compare these alone, where the whole
  ///   comparison may have passed them by.
  func renewed(
    _ index: IndexReader, showing documents: [String]? = nil
  ) throws(Trouble) -> IndexReader {
    let looked = IndexFile.now()
    let reader = CorpusReader(root: locations.corpus)
    let freshness =
      if let documents { try Freshness.ofDocuments(documents, index, reader) } else {
        try Freshness.of(index, reader)
      }
    return try settled(index, freshness, looked)
  }

  /// The index as it lies there, not compared with its corpus yet unless it is new.
  func opened() throws(Trouble) -> (index: IndexReader, isNew: Bool) {
    do throws(IndexError) { return (try IndexReader(path: locations.index), false) } catch {
      guard refreshes else { throw Trouble(error) }
      switch error {
      case .missing:
        return (try rebuild(because: nil), true)
      case .wrongVersion(_, let found, let readable) where found < readable:
        // Left behind by an older lmask in a place that is lmask's own.
        guard !locations.indexIsNamed else { throw Trouble(error) }
        return (try rebuild(because: "it was of format version \(found)"), true)
      default:
        throw Trouble(error)
      }
    }
  }

  /// The index to answer from, once it was compared with its corpus.
  ///
  /// - Parameter looked: when the comparison began.
  func settled(
    _ index: IndexReader, _ freshness: Freshness, _ looked: FileTime
  ) throws(Trouble) -> IndexReader {
    switch freshness {
    case .fresh:
      return index
    case .freshAfterComparing:
      // Saves the next question the comparison; where that is not allowed, it compares again.
      if refreshes { IndexFile.touch(locations.index, looked) }
      return index
    case .stale(let reason):
      guard !refreshes else { return try rebuild(because: reason) }
      tell("the index is older than its corpus (\(reason)); run \"lmask index\"")
      return index
    }
  }

  /// Makes the index anew and opens it, with one line on stderr.
  ///
  /// Where lmask's own place may not be written, as in an installed corpus that somebody changed,
  /// the index is kept in memory: the answers are right, and the next question builds it again.
  func rebuild(because reason: String?) throws(Trouble) -> IndexReader {
    var progress = Progress(terminal: terminal)
    let builder = IndexBuilder(locations: locations)
    let product = try builder.make(showing: &progress)
    let report = product.report
    let cause = reason.map { "index rebuilt (\($0))" } ?? "index built"
    let skipped = report.skipped.isEmpty ? "" : "; skipped \(report.skippedInWords(limit: 3))"
    do throws(IndexError) {
      guard let obstacle = try put(product, builder) else {
        tell("\(cause): \(report.counts)\(skipped)")
        return try IndexReader(path: locations.index)
      }
      tell("\(cause) for this run only, because \(obstacle)")
      return try IndexReader(path: locations.index, bytes: product.content.bytes)
    } catch { throw Trouble(error) }
  }

  /// Why a place of lmask's own cannot be written; nil if the index is in it now.
  private func put(
    _ product: IndexBuilder.Product, _ builder: IndexBuilder
  ) throws(IndexError) -> IndexError? {
    do throws(IndexError) { try builder.put(product) } catch {
      guard case .unwritable = error, !locations.indexIsNamed else { throw error }
      return error
    }
    return nil
  }

  private func tell(_ sentence: String) {
    if !isQuiet { StandardError.write("lmask: \(sentence)\n") }
  }
}
