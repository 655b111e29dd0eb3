import TestSupport
import Testing

/// A program that starts without one of its standard streams, as after `<&-` in a shell.
@Suite struct ClosedStreamsTests {
  private static let sentence =
    "lmask: the answer cannot be written (bad file descriptor); check where stdout goes\n"

  @Test func `questions that should come from a closed stdin are missed`() throws {
    for arguments in [[], ["-"], ["ask", "--json"]] {
      let run = try SmallCorpus.indexedProgram().run(
        bytes: arguments.map { Array($0.utf8) }, closing: [0])
      #expect(run.status == 2)
      #expect(run.output.isEmpty)
      #expect(
        run.errors == "lmask: questions cannot be read from stdin (bad file descriptor)\n")
    }
  }

  @Test(arguments: [["fly"], ["--json", "fly"], ["status"], ["index", "--verify"], ["--help"]])
  func `what needs no stdin does without`(arguments: [String]) throws {
    let program = try SmallCorpus.indexedProgram()
    let bytes = arguments.map { Array($0.utf8) }
    let run = try program.run(bytes: bytes, closing: [0])
    #expect(run.status == 0)
    #expect(try run.output == program.run(bytes: bytes).output)
  }

  @Test(arguments: [
    ["fly"], ["--json", "fly"], ["--format", "tsv", "fly"], ["status"], ["check"], ["--help"],
    ["--version"], ["evaluate", "questions.jsonl"],
  ])
  func `an answer that has nowhere to go is trouble`(arguments: [String]) throws {
    let program = try SmallCorpus.indexedProgram()
    try program.folder.write(
      #"{"id": "1", "q": "fly", "answerable": true}"#, to: "questions.jsonl")
    let run = try program.run(bytes: arguments.map { Array($0.utf8) }, closing: [1])
    #expect(run.status == 2)
    #expect(run.errors == Self.sentence)
  }

  @Test func `without any stream the index is built all the same, and nothing else is in it`()
    throws
  {
    let program = try SmallCorpus.program()
    try program.folder.write([0xFF, 0x20], to: "Corpus/odd.txt")
    #expect(try program.run("index", closing: [0, 1, 2]).status == 0)
    let built = try program.folder.bytes(of: "Index/lmask.index")
    #expect(try program.run("index", "--verify").status == 0)
    _ = try program.run("index")
    #expect(try program.folder.bytes(of: "Index/lmask.index") == built)
  }

  @Test func `without a stderr an answer is built and given`() throws {
    let run = try SmallCorpus.program().run("fly", closing: [2])
    #expect(run.status == 0)
    #expect(run.output.contains("before you fly"))
  }
}
