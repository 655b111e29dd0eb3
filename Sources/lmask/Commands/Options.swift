internal import ArgumentParser
internal import Search

/// Where the documents and the index are.
struct PlaceOptions: ParsableArguments {
  @Option(help: ArgumentHelp("The documents (or LMASK_CORPUS).", valueName: "folder"))
  var corpus: String?

  @Option(help: ArgumentHelp("Their index (or LMASK_INDEX).", valueName: "file"))
  var index: String?

  @Flag(help: "Say nothing about the index.")
  var quiet = false

  func validate() throws {
    for (option, place) in [("--corpus", corpus), ("--index", index)] where place == "" {
      throw ValidationError("\(option) names nothing.")
    }
  }

  func locations() throws(Trouble) -> Locations {
    let usual = try AskSettings.usual()
    return try Locations(corpus: corpus ?? usual.corpus, index: index)
  }
}

/// How to search and how to print.
struct AnswerOptions: ParsableArguments {
  @Option(help: ArgumentHelp("Results per question, 1 to 1000; usually 3.", valueName: "number"))
  var limit: Int?

  @Option(help: ArgumentHelp("Print", valueName: "form"))
  var format: OutputFormat = .text

  @Flag(help: "Short for --format json.")
  var json = false

  @Option(help: ArgumentHelp("Colour", valueName: "when"))
  var color: ColorChoice?

  @Flag(help: "Pure lines for screen readers (or ACCESSIBLE=1).")
  var plain = false

  @Flag(help: "Show how each score came about.")
  var explain = false

  @Option(help: ArgumentHelp("Rank by", valueName: "name"))
  var ranker: Ranker = .bm25

  @Flag(help: "A line of stdin may follow on the one before.")
  var chat = false

  @Flag(help: "Use the index as it is, even if documents changed.")
  var noRefresh = false

  @Flag(help: "Print answers whole, even if longer than the window.")
  var noPager = false

  @Flag(help: "Keep nothing of what is typed (or LMASK_HISTORY=off).")
  var noHistory = false

  func validate() throws {
    if let limit, !AskSettings.limits.contains(limit) {
      throw ValidationError("--limit \(limit) is not between 1 and 1000.")
    }
    if chat && format == .trec && !json {
      throw ValidationError("--chat does not go with --format trec, whose lines stand alone.")
    }
  }
}

/// The forms in which answers are printed.
enum OutputFormat: String, CaseIterable {
  case text, json, tsv, trec
}

extension OutputFormat: ExpressibleByArgument {}
extension ColorChoice: ExpressibleByArgument {}
extension Ranker: ExpressibleByArgument {}
