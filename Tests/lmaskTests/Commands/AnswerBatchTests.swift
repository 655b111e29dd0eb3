import Foundation
import InvertedIndex
import TestSupport
import Testing

@testable import lmask

@Suite struct AnswerBatchTests {
  /// Answered, answered, declined, answered.
  static let questions = ["may I fly?", "how is LM diagnosed?", "zebra", "fatigue"]

  static func lines(_ count: Int) -> [String] {
    (0..<count).map { questions[$0 * $0 % questions.count] }
  }

  @Test(arguments: [["--json"], ["--format", "tsv"], ["--json", "--explain"]])
  func `many lines together get what each gets alone, in their order`(options: [String]) throws {
    let program = try SmallCorpus.indexedProgram()
    var alone: [String: String] = [:]
    for question in Self.questions {
      alone[question] = try program.run(bytes: (options + [question]).map { Array($0.utf8) }).output
    }
    let lines = Self.lines(150)
    let run = try program.run(
      bytes: options.map { Array($0.utf8) }, input: Array(lines.joined(separator: "\n").utf8))
    #expect(run.output == lines.compactMap { alone[$0] }.joined())
    #expect(run.status == 0)
    #expect(run.errors.isEmpty)
  }

  @Test(arguments: ["text", "trec"])
  func `places are counted over all lines but the empty ones`(format: String) throws {
    let program = try SmallCorpus.indexedProgram()
    let input = Array("\nfly\n\n \nfatigue\nzebra\nfly\n".utf8)
    let together = try program.run(
      bytes: ["--format", format].map { Array($0.utf8) }, input: input)
    let inTurn = try program.run(
      bytes: ["--format", "text", "--chat"].map { Array($0.utf8) }, input: input)
    #expect(format != "text" || together.output == inTurn.output)
    let numbers = together.outputLines.compactMap {
      $0.split(separator: " ").first.map(String.init)
    }
    #expect(format != "trec" || numbers == ["1", "2", "4"])
  }

  @Test func `a batch of which nothing is answered ends with 1`() throws {
    let program = try SmallCorpus.indexedProgram()
    let lines = Array(repeating: "zebra", count: 100).joined(separator: "\n")
    #expect(try program.run("--json", input: lines).status == 1)
    #expect(try program.run("--json", input: lines + "\nfly").status == 0)
  }

  @Test func `a program that asks and waits is answered at once`() throws {
    let program = try SmallCorpus.indexedProgram()
    let talk = try program.startTalk("--json")
    // Two lines written together, too, without the end of the input.
    for lines in [["fly"], ["fatigue", "zebra"], ["fly"]] {
      talk.tell(lines.joined(separator: "\n") + "\n")
      for line in lines { #expect(try talk.line().contains("\"question\":\"\(line)\"")) }
    }
    #expect(try talk.finish().status == 0)
  }
}

@Suite struct AnswerTeamTests {
  @Test(arguments: [2, 3, 8])
  func `any number of threads gives the same answers in order`(workers: Int) throws {
    let program = try SmallCorpus.indexedProgram()
    let reader = try IndexReader(path: program.path("Index/lmask.index"))
    var settings = AskSettings()
    settings.format = .json
    let makeStream: @Sendable () -> AnswerStream = { [settings] in
      AnswerStream(
        settings: settings, reader: reader, terminal: Terminal(), echoesQuestions: true)
    }
    let team = AnswerTeam(most: workers, makeStream)
    defer { team.end() }
    #expect(team.isIdle)
    #expect(!team.isUseless)
    var alone = makeStream()
    let lines = AnswerBatchTests.lines(120)
    var taken = 0
    for (index, line) in lines.enumerated() {
      team.ask(line, number: index + 1)
      while team.isFull || index == lines.count - 1 && !team.isIdle {
        let answer = try team.next().get()
        let expected = try alone.answered(lines[taken], number: taken + 1)
        #expect(answer.bytes == expected.bytes)
        #expect(answer.isAnswered == expected.isAnswered)
        taken += 1
      }
    }
    #expect(taken == lines.count)
    #expect(team.isIdle)
  }

  @Test func `one thread is no help`() throws {
    let program = try SmallCorpus.indexedProgram()
    let reader = try IndexReader(path: program.path("Index/lmask.index"))
    let team = AnswerTeam(most: 1) {
      AnswerStream(
        settings: AskSettings(), reader: reader, terminal: Terminal(), echoesQuestions: true)
    }
    #expect(team.isUseless)
    #expect(team.isIdle)
    team.end()
  }
}
