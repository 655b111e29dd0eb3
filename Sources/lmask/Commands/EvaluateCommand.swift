internal import Answering
internal import ArgumentParser
internal import Corpus
internal import InvertedIndex
internal import Search

/// `lmask evaluate FILE`
struct EvaluateCommand: LmaskCommand {
  static let configuration = CommandConfiguration(
    commandName: "evaluate", abstract: "Grade the ranking on a file of questions.",
    usage: "lmask evaluate [OPTION...] FILE")

  @OptionGroup var places: PlaceOptions

  @Option(help: ArgumentHelp("Rank by", valueName: "name"))
  var ranker: Ranker = .bm25

  @Flag(help: "Use the index as it is, even if documents changed.")
  var noRefresh = false

  @Flag(help: "Print one JSON object.")
  var json = false

  @Flag(help: "List what went wrong.")
  var failures = false

  @Option(
    help: ArgumentHelp(
      "Leave a signal out, to see what it buys: \(Self.signalNames).", valueName: "signal"))
  var without: [String] = []

  private static var signalNames: String {
    RankingSignals.named.map(\.name).joined(separator: ", ")
  }

  @Argument(help: "Questions, one JSON object a line.")
  var file: String

  func execute() throws(Trouble) -> ExitStatus {
    let signals = try signals()
    let questions: [EvaluationQuestion]
    do throws(QuestionFile.Failure) { questions = try QuestionFile.read(file) } catch {
      throw Trouble(error)
    }
    let library = Library(
      locations: try places.locations(), refreshes: !noRefresh, isQuiet: places.quiet,
      terminal: Terminal())
    let evaluation = try grade(questions, try library.open(), signals)
    var output = StandardOutput()
    if json {
      output.write(EvaluationPrinter.json(evaluation, listsFailures: failures))
    } else {
      output.write(EvaluationPrinter.table(evaluation))
      if failures { output.write(EvaluationPrinter.failures(evaluation)) }
    }
    try output.flush()
    return .answered
  }

  private func signals() throws(Trouble) -> RankingSignals {
    var signals = RankingSignals.all
    for name in without {
      guard let (_, signal) = RankingSignals.named.first(where: { $0.name == name }) else {
        throw Trouble(
          .usage, "--without \(name): no such signal; there are \(Self.signalNames)")
      }
      signals.remove(signal)
    }
    return signals
  }

  private func grade(
    _ questions: [EvaluationQuestion], _ reader: IndexReader, _ signals: RankingSignals
  ) throws(Trouble) -> Evaluation {
    var answerer = Answerer(Searcher(reader, ranker: ranker, signals: signals))
    var evaluation = Evaluation()
    for question in questions {
      let answer: Answer
      do throws(IndexError) {
        var conversation = Conversation()
        if let context = question.context {
          _ = try answerer.answer(context, in: &conversation, limit: 1)
        }
        // Ten results, for the mean reciprocal rank at 10.
        answer = try answerer.answer(question.question, in: &conversation, limit: 10)
      } catch { throw Trouble(error) }
      let results = answer.results.map { result in
        Evaluation.Result(
          document: result.passage.source.path, lines: result.passage.source.lines,
          text: result.passage.text, best: result.passage.text.slice(result.snippet.best),
          score: result.hit.score)
      }
      evaluation.add(question, results: results, status: answer.verdict.status)
    }
    return evaluation
  }
}
