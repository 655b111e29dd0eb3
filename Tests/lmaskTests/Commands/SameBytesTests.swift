import Foundation
import TestSupport
import Testing

/// The same input gives the same output, byte for byte.
@Suite struct SameBytesTests {
  static let questions = "how is LM diagnosed?\nzebra\nis fatige comon?\nmay I fly to Zürich\n"

  @Test(arguments: [
    [], ["--json"], ["--json", "--explain"], ["--format", "tsv"], ["--format", "trec"], ["--chat"],
    ["--plain", "-"], ["--color=always"], ["--ranker", "tfidf", "--explain"],
  ])
  func `a batch asked twice gives the same bytes`(options: [String]) throws {
    let program = try SmallCorpus.programWithThesaurus()
    func run() throws -> Program.Result {
      try program.run(
        bytes: (["ask"] + options).map { Array($0.utf8) }, input: Array(Self.questions.utf8))
    }
    let (once, twice) = (try run(), try run())
    #expect(!once.outputBytes.isEmpty)
    #expect(once.outputBytes == twice.outputBytes)
    #expect(once.errorBytes == twice.errorBytes && once.status == twice.status)
  }

  @Test(arguments: [
    ["status"], ["status", "--json"], ["check"], ["check", "--json"], ["index", "--verify"],
    ["evaluate", "questions.jsonl"], ["evaluate", "--json", "questions.jsonl"],
  ])
  func `a command run twice gives the same bytes`(arguments: [String]) throws {
    let program = try SmallCorpus.indexedProgram()
    try program.folder.write(
      #"{"id": "1", "q": "fly", "answerable": true, "must_match": ["Zürich"]}"#,
      to: "questions.jsonl")
    let runs = try (1...2).map { _ in try program.run(bytes: arguments.map { Array($0.utf8) }) }
    #expect(!runs[0].outputBytes.isEmpty)
    #expect(runs[0].outputBytes == runs[1].outputBytes)
  }

  @Test func `the answer does not depend on when the index was built, or from where it is asked`()
    throws
  {
    let (one, other) = (try SmallCorpus.indexedProgram(), try SmallCorpus.program())
    #expect(
      try one.run("--json", input: Self.questions).outputBytes
        == other.run("--json", input: Self.questions).outputBytes)
  }
}
