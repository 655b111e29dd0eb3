internal import ArgumentParser
internal import Corpus
internal import InvertedIndex

/// `lmask index`
struct IndexCommand: LmaskCommand {
  static let configuration = CommandConfiguration(
    commandName: "index", abstract: "Build the index anew, or check an existing one.",
    usage: "lmask index [OPTION...]")

  @OptionGroup var places: PlaceOptions

  @Flag(help: "Check every byte of the existing index instead.")
  var verify = false

  @Flag(help: "Build, then print which questions of the corpus itself find another passage now.")
  var compare = false

  func validate() throws {
    if verify && compare { throw ValidationError("--verify and --compare exclude each other.") }
  }

  func execute() throws(Trouble) -> ExitStatus {
    let locations = try places.locations()
    if verify { return try check(locations) }
    return compare ? try buildAndCompare(locations) : try build(locations)
  }

  /// The old index stays open while the new one takes its place.
  private func buildAndCompare(_ locations: Locations) throws(Trouble) -> ExitStatus {
    let old = try open(locations)
    _ = try build(locations)
    let comparison = try IndexComparison(old: old, new: open(locations))
    var output = StandardOutput()
    output.write(comparison.text)
    try output.flush()
    if !places.quiet {
      let changed = "\(comparison.changes.count) of \(comparison.questionCount)"
      StandardError.write("lmask: \(changed) questions find another passage first\n")
    }
    return .answered
  }

  private func open(_ locations: Locations) throws(Trouble) -> IndexReader {
    do throws(IndexError) { return try IndexReader(path: locations.index) } catch {
      throw Trouble(error)
    }
  }

  private func build(_ locations: Locations) throws(Trouble) -> ExitStatus {
    let clock = ContinuousClock()
    let start = clock.now
    var progress = Progress(terminal: Terminal())
    let report = try IndexBuilder(locations: locations).build(showing: &progress)
    guard !places.quiet else { return .answered }
    for file in report.skipped {
      StandardError.write("lmask: skipped \(file.path.onOneLine) (\(file.reason.words))\n")
    }
    for path in report.repaired {
      StandardError.write("lmask: \(path.onOneLine): bytes that are not UTF-8 shown as \u{FFFD}\n")
    }
    let seconds = (clock.now - start).seconds.decimalText
    StandardError.write(
      "lmask: indexed \(report.counts) in \(seconds) s: \(locations.index.onOneLine)\n")
    return .answered
  }

  private func check(_ locations: Locations) throws(Trouble) -> ExitStatus {
    let size: Int
    do throws(IndexError) {
      let reader = try IndexReader(path: locations.index)
      try reader.verify()
      size = reader.size
    } catch { throw Trouble(error) }
    var output = StandardOutput()
    output.write("\(locations.index.onOneLine): sound, \(size) bytes\n")
    try output.flush()
    return .answered
  }
}

extension Duration {
  var seconds: Double {
    Double(components.seconds) + Double(components.attoseconds) / 1e18
  }
}

extension Double {
  /// With one digit after the point.
  fileprivate var decimalText: String {
    let tenths = Int((self * 10).rounded())
    return "\(tenths / 10).\(tenths % 10)"
  }
}
