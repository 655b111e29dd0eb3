internal import ArgumentParser
internal import Corpus
internal import InvertedIndex

/// `lmask status`
struct StatusCommand: LmaskCommand {
  static let configuration = CommandConfiguration(
    commandName: "status", abstract: "Say what the index holds, where it is and how old.",
    usage: "lmask status [OPTION...]")

  @OptionGroup var places: PlaceOptions

  @Flag(help: "Print one JSON object.")
  var json = false

  func execute() throws(Trouble) -> ExitStatus {
    let locations = try places.locations()
    let index: IndexReader
    let skipped: [SkippedFile]
    let documents: [DocumentRecord]
    do throws(IndexError) {
      index = try IndexReader(path: locations.index)
      documents = try index.allDocuments()
      skipped = try index.sources().compactMap { source in
        source.skipped.map { SkippedFile(path: source.path, reason: $0) }
      }
    } catch { throw Trouble(error) }
    let freshness = try Freshness.of(
      index, CorpusReader(root: locations.corpus), completely: true)
    var output = StandardOutput()
    if json {
      output.write(object(locations, index, freshness))
    } else {
      output.write(lines(locations, index, documents, freshness, skipped))
    }
    try output.flush()
    return .answered
  }

  private func lines(
    _ locations: Locations, _ index: IndexReader, _ documents: [DocumentRecord],
    _ freshness: Freshness, _ skipped: [SkippedFile]
  ) -> String {
    let summary = index.summary
    var lines = [
      "corpus     \(locations.corpus.onOneLine)",
      "index      \(locations.index.onOneLine) (\(index.size) bytes, format \(IndexFormat.version))",
      "holds      \(summary.documentCount) documents, \(summary.passageCount) passages, "
        + "\(summary.termCount) terms, \(summary.referenceCount) sources, "
        + "\(summary.conceptCount) concepts",
      "up to date \(freshness.words)",
    ]
    let reviews = documents.compactMap(\.frontMatter.reviewed)
    if let first = reviews.min(), let last = reviews.max() {
      let days = first == last ? "on \(first)" : "from \(first) to \(last)"
      lines.append("reviewed   compared with its sources \(days); no clinician has reviewed it")
    }
    for file in skipped {
      lines.append("skipped    \(file.path.onOneLine) (\(file.reason.words))")
    }
    return lines.map { $0 + "\n" }.joined()
  }

  private func object(
    _ locations: Locations, _ index: IndexReader, _ freshness: Freshness
  ) -> String {
    var json = JSONWriter()
    json.object { json in
      json.key("corpus")
      json.string(locations.corpus)
      json.key("index")
      json.string(locations.index)
      json.key("format_version")
      json.integer(IndexFormat.version)
      for (name, count) in [
        ("bytes", index.size), ("documents", index.summary.documentCount),
        ("passages", index.summary.passageCount), ("terms", index.summary.termCount),
        ("sources", index.summary.referenceCount),
      ] {
        json.key(name)
        json.integer(count)
      }
      json.key("stale")
      json.string(freshness.reason)
    }
    return json.text + "\n"
  }
}

extension Freshness {
  /// Why the index is outdated; nil if it is not.
  var reason: String? {
    if case .stale(let reason) = self { reason } else { nil }
  }

  fileprivate var words: String {
    reason.map { "no: \($0); run \"lmask index\"" } ?? "yes"
  }
}
