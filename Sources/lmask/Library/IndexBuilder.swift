internal import Analysis
internal import Corpus
internal import InvertedIndex

/// Makes an index of a corpus: the one place where reading, analysis and writing meet.
struct IndexBuilder {
  let locations: Locations

  /// What a build made, for the line that tells of it.
  struct Report {
    var documents = 0
    var passages = 0
    /// Files without passages, with those the listing skipped, by path.
    var skipped: [SkippedFile] = []
    /// Files with bytes that are not UTF-8.
    var repaired: [String] = []
  }

  /// An index that is not in its place yet.
  struct Product {
    let content: IndexContent
    /// Whether only the owner may read it, as is so of the corpus.
    let isPrivate: Bool
    /// When its corpus was first looked at.
    let start: FileTime
    let report: Report
  }

  /// Reads the whole corpus and puts its index in place; the old index stays until then.
  ///
  /// - Throws: `Trouble` for malformed documents, an empty corpus or an index that cannot be
  ///   written; with `.interrupted` after Ctrl-C. In each case the old index is untouched.
  func build(showing progress: inout Progress) throws(Trouble) -> Report {
    let product = try make(showing: &progress)
    do throws(IndexError) { try put(product) } catch { throw Trouble(error) }
    return product.report
  }

  /// Puts an index in its place.
  func put(_ product: Product) throws(IndexError) {
    try IndexFile.replace(
      path: locations.index, with: product.content, modified: product.start,
      isPrivate: product.isPrivate)
  }

  /// Reads the whole corpus; writes nothing.
  func make(showing progress: inout Progress) throws(Trouble) -> Product {
    defer { progress.finish() }
    let start = IndexFile.now()
    do throws(IndexError) { try IndexFile.checkReplaceable(locations.index) } catch {
      throw Trouble(error)
    }
    let interruption = Interruption()
    defer { interruption.end() }
    let (content, isPrivate, report) = try read(&progress, interruption)
    if interruption.hasCome { throw Trouble(.interrupted, "interrupted; the old index stays") }
    return Product(content: content, isPrivate: isPrivate, start: start, report: report)
  }

  private func read(
    _ progress: inout Progress, _ interruption: Interruption
  ) throws(Trouble) -> (IndexContent, isPrivate: Bool, Report) {
    let reader = CorpusReader(root: locations.corpus)
    let listing: CorpusListing
    let bibliography: Bibliography?
    do throws(CorpusError) {
      listing = try reader.listing()
      bibliography = try reader.bibliography(in: listing)
    } catch { throw Trouble(error) }
    let thesaurus = try CorpusData.thesaurus(reader, listing)
    let urgentSigns = try CorpusData.urgentSigns(reader, listing, citing: bibliography)
    var writer = IndexWriter(
      analyzer: .standard(), bibliography: bibliography, thesaurus: thesaurus,
      urgentSigns: urgentSigns, spoolingIn: SpoolFolder(locations.index.nearestFolder))
    writer.folders = listing.folders
    var report = Report()
    let recycling = Recycling(path: locations.index, listing, reader)
    if let recycling {
      writer.prepare(for: recycling.recycler)
      report.skipped += recycling.skipped
      report.repaired += recycling.repaired
    }
    let files = SegmentReader(
      reader: reader.holdingFolder(), bibliography: bibliography, interruption: interruption,
      recycler: recycling?.recycler)
    progress.total = listing.files.byteCount
    try files.add(
      recycling?.tasks ?? BuildTask.tasks(reading: listing.files[...]), to: &writer, &report,
      &progress)
    report.repaired.sort { $0.precedesInBytes($1) }
    report.documents = writer.documentCount
    report.passages = writer.passageCount
    report.skipped += listing.skipped
    report.skipped.sort { $0.path.precedesInBytes($1.path) }
    guard report.passages > 0 else { throw Trouble(.trouble, noDocuments(report)) }
    return (writer.finish(), listing.isPrivate, report)
  }

  private func noDocuments(_ report: Report) -> String {
    let skipped = report.skipped.isEmpty ? "" : " (skipped: \(report.skippedInWords(limit: 5)))"
    return "\(locations.corpus): no text to answer from\(skipped); put .md or .txt files there"
  }
}

extension String {
  /// The folder of a path, or the first one above it that exists.
  fileprivate var nearestFolder: String {
    var folder = parentFolder
    while (try? FileSystem.status(of: folder))?.kind != .folder, folder != "/", folder != "." {
      folder = folder.parentFolder
    }
    return folder
  }
}

extension IndexBuilder.Report {
  /// `18 documents, 60 passages`
  var counts: String {
    "\(documents) document\(documents == 1 ? "" : "s"), \(passages) passage\(passages == 1 ? "" : "s")"
  }

  /// Names the skipped files with the reasons, the first few of many.
  func skippedInWords(limit: Int) -> String {
    let named = skipped.prefix(limit).map { "\($0.path.neutralised) (\($0.reason.words))" }
    let rest = skipped.count - named.count
    return named.joined(separator: ", ") + (rest > 0 ? " and \(rest) more" : "")
  }
}
