internal import Corpus

/// Answers the lines of stdin, each on its own, in their order.
///
/// Lines that are there together are handed to as many threads as there are cores; a line that comes
/// alone is answered at once, so that a program that asks one question after another waits for none.
struct AnswerBatch {
  private let makeStream: @Sendable () -> AnswerStream
  private let team: AnswerTeam
  private var alone: AnswerStream?
  private var input = StandardInput()
  private var output: StandardOutput
  private var number = 0
  private var anyAnswered = false

  /// - Parameter workers: how many threads answer; nil for as many as there are cores.
  init(
    _ makeStream: @escaping @Sendable () -> AnswerStream, output: StandardOutput,
    workers: Int? = nil
  ) {
    self.makeStream = makeStream
    self.output = output
    team = AnswerTeam(most: workers, makeStream)
  }

  /// Answers everything; false if every question was declined.
  mutating func answerAll() throws(Trouble) -> Bool {
    defer { team.end() }
    while true {
      switch try input.next(waits: team.isIdle) {
      case .line(let line):
        if !line.trimmed.isEmpty { try answer(line) }
      case .notYet: try printNext()
      case .end:
        while !team.isIdle { try printNext() }
        return anyAnswered
      }
    }
  }

  private mutating func answer(_ line: String) throws(Trouble) {
    number += 1
    if team.isIdle, try !input.hasLine() || team.isUseless { return try answerAlone(line) }
    team.ask(line, number: number)
    if team.isFull { try printNext() }
  }

  private mutating func answerAlone(_ line: String) throws(Trouble) {
    var stream = alone ?? makeStream()
    // Taken out while it is used, so that nothing of it is copied.
    alone = nil
    try print(try stream.answered(line, number: number))
    alone = stream
  }

  private mutating func printNext() throws(Trouble) { try print(team.next().get()) }

  private mutating func print(_ answer: AnsweredLine) throws(Trouble) {
    anyAnswered = anyAnswered || answer.isAnswered
    try output.hand(over: answer.bytes)
  }
}
