internal import Corpus
internal import Glibc
internal import InvertedIndex

/// Times the stages of the engine one by one on a folder of documents.
@main
struct Measure {
  private static let usage = """
    usage: measure FOLDER [--runs N] [--tsv]

    Times every stage of lmask on the .md and .txt files of a folder, each N times (5).
    --tsv prints tab-separated values: stage, variant, unit, best, median.

    """

  static func main() {
    guard let settings = Settings(CommandLine.arguments.dropFirst()) else {
      StandardError.write(usage)
      exit(ExitStatus.usage.rawValue)
    }
    do { try run(settings) } catch {
      StandardError.write("measure: \(error)\n")
      exit(ExitStatus.trouble.rawValue)
    }
  }

  private static func run(_ settings: Settings) throws {
    let scratch = try Scratch()
    defer { scratch.remove() }
    let samples = try Samples(folder: settings.folder)
    let stopwatch = Stopwatch(runs: settings.runs)
    var table = FigureTable()
    table.figures += try TextBenchmarks(samples: samples, stopwatch: stopwatch).figures()
    let index = IndexBenchmarks(folder: settings.folder, scratch: scratch, stopwatch: stopwatch)
    table.figures += try index.figures(bytes: samples.fileBytes)
    let reader = try IndexReader(path: scratch.index)
    let questions = QuestionBenchmarks(samples: samples, stopwatch: stopwatch)
    table.figures += try questions.figures(of: reader)
    print(settings.printsTSV ? table.tsv : table.text(about: samples, reader), terminator: "")
  }
}

/// What the command line says.
private struct Settings {
  var folder = ""
  var runs = 5
  var printsTSV = false

  /// Nil for what makes no sense.
  init?(_ arguments: some Sequence<String>) {
    var rest = Array(arguments)[...]
    while let argument = rest.popFirst() {
      switch argument {
      case "--tsv": printsTSV = true
      case "--runs":
        guard let runs = rest.popFirst().flatMap({ Int($0) }), runs > 0 else { return nil }
        self.runs = runs
      default:
        guard folder.isEmpty, !argument.hasPrefix("-") else { return nil }
        folder = argument
      }
    }
    if folder.isEmpty { return nil }
  }
}

/// A folder of its own for the index, removed at the end.
struct Scratch {
  let folder: String
  var index: String { folder + "/measured.index" }

  /// - Throws: `Trouble` if it cannot be made.
  init() throws(Trouble) {
    let place = Environment.process["TMPDIR"] ?? "/tmp"
    let path = "\(place)/lmask-measure-\(getpid())"
    guard unsafe mkdir(path, 0o700) == 0 else {
      throw Trouble(.trouble, "\(path) cannot be made; is it there already?")
    }
    folder = path
  }

  func removeIndex() { _ = unsafe unlink(index) }

  func remove() {
    removeIndex()
    _ = unsafe rmdir(folder)
  }
}
