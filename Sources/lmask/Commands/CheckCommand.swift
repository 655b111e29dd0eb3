internal import ArgumentParser
internal import Corpus
internal import InvertedIndex

/// `lmask check`
struct CheckCommand: LmaskCommand {
  static let configuration = CommandConfiguration(
    commandName: "check", abstract: "Read the corpus as its maintainer would.",
    usage: "lmask check [OPTION...]")

  @OptionGroup var places: PlaceOptions

  @Flag(help: "End with status 1 if anything was found.")
  var strict = false

  @Flag(help: "Print one JSON object a finding.")
  var json = false

  @Option(help: ArgumentHelp("The day to compare review dates with.", valueName: "date"))
  var today: String?

  func validate() throws {
    guard let today, CalendarDate(today) == nil else { return }
    throw ValidationError("--today \(today) is not a date such as 2026-01-31.")
  }

  func execute() throws(Trouble) -> ExitStatus {
    let locations = try places.locations()
    let findings = try self.findings(locations)
    var output = StandardOutput()
    for finding in findings { output.write(json ? Self.object(finding) : Self.line(finding)) }
    if !json && findings.isEmpty {
      output.write("\(locations.corpus.onOneLine): nothing to mend\n")
    }
    try output.flush()
    return strict && !findings.isEmpty ? .declined : .answered
  }

  /// An unknown citation key stops the build of an index, so then only the rules that need none run.
  private func findings(_ locations: Locations) throws(Trouble) -> [Finding] {
    let day = today.flatMap { CalendarDate($0) } ?? .today
    let corpus = try CheckedCorpus(CorpusReader(root: locations.corpus), today: day)
    if CitationMissingRule().findings(in: corpus).isEmpty {
      let library = Library(
        locations: locations, refreshes: true, isQuiet: places.quiet, terminal: Terminal())
      corpus.use(try library.open())
    }
    return try CheckRules.findings(in: corpus)
  }

  private static func line(_ finding: Finding) -> String {
    "\(finding.path.onOneLine):\(finding.line): \(finding.rule): \(finding.message.onOneLine)\n"
  }

  private static func object(_ finding: Finding) -> String {
    var json = JSONWriter()
    json.object { json in
      json.key("document")
      json.string(finding.path)
      json.key("line")
      json.integer(finding.line)
      json.key("rule")
      json.string(finding.rule)
      json.key("message")
      json.string(finding.message)
    }
    return json.text + "\n"
  }
}
