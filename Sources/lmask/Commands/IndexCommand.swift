internal import ArgumentParser
internal import Corpus
internal import InvertedIndex

/// `lmask index`
struct IndexCommand: LmaskCommand {
  static let configuration = CommandConfiguration(
    commandName: "index", abstract: "Build the index anew, or check an existing one.")

  @OptionGroup var places: PlaceOptions

  @Flag(help: "Check every byte of the existing index instead.")
  var verify = false

  func execute() throws(Trouble) -> ExitStatus {
    let locations = try places.locations()
    return verify ? try check(locations) : try build(locations)
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
