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
    let bytes: [UInt8]
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
    try IndexFile.replace(path: locations.index, with: product.bytes, modified: product.start)
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
    let (writer, report) = try read(&progress, interruption)
    let bytes = writer.finish()
    if interruption.hasCome { throw Trouble(.interrupted, "interrupted; the old index stays") }
    return Product(bytes: bytes, start: start, report: report)
  }

  private func read(
    _ progress: inout Progress, _ interruption: Interruption
  ) throws(Trouble) -> (IndexWriter, Report) {
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
      urgentSigns: urgentSigns)
    var report = Report()
    for (number, file) in listing.files.enumerated() {
      if interruption.hasCome { throw Trouble(.interrupted, "interrupted; the old index stays") }
      if file.role == .document {
        try add(file, reader, bibliography, &writer, &report)
      } else {
        let hash = reader.hash(of: file) ?? ContentHash([])
        writer.add(SourceRecord(path: file.path, role: file.role, size: file.size, hash: hash))
      }
      progress.update(done: number + 1, of: listing.files.count)
    }
    report.documents = writer.documentCount
    report.passages = writer.passageCount
    report.skipped += listing.skipped
    report.skipped.sort { $0.path.utf8.lexicographicallyPrecedes($1.path.utf8) }
    guard report.passages > 0 else { throw Trouble(.trouble, noDocuments(report)) }
    return (writer, report)
  }

  private func add(
    _ file: CorpusFile, _ reader: CorpusReader, _ bibliography: Bibliography?,
    _ writer: inout IndexWriter, _ report: inout Report
  ) throws(Trouble) {
    do throws(CorpusReader.Failure) {
      let contents = try reader.contents(of: file, citing: bibliography)
      writer.add(
        SourceRecord(path: file.path, role: file.role, size: file.size, hash: contents.hash))
      writer.add(
        path: file.path, title: contents.title, frontMatter: contents.frontMatter,
        passages: contents.passages)
      if contents.wasRepaired { report.repaired.append(file.path) }
    } catch {
      switch error {
      case .malformed(let fault):
        throw Trouble(fault)
      case .skipped(let reason, let hash):
        report.skipped.append(SkippedFile(path: file.path, reason: reason))
        writer.add(
          SourceRecord(
            path: file.path, role: file.role, size: file.size, hash: hash, skipped: reason))
      }
    }
  }

  private func noDocuments(_ report: Report) -> String {
    let skipped = report.skipped.isEmpty ? "" : " (skipped: \(report.skippedInWords(limit: 5)))"
    return "\(locations.corpus): no text to answer from\(skipped); put .md or .txt files there"
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
