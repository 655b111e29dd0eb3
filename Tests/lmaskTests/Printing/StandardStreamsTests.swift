import TestSupport
import Testing

@testable import lmask

@Suite struct StandardStreamsTests {
  @Test(arguments: [[], ["--json"], ["--format", "tsv"], ["--format", "trec"]])
  func `a closed pipe ends quietly`(options: [String]) throws {
    let program = try SmallCorpus.indexedProgram()
    let run = try program.run(
      bytes: options.map { Array($0.utf8) }, input: Array("fly\nfatigue\n".utf8),
      output: .closedPipe)
    #expect(run.status == 0)
    #expect(run.errors.isEmpty)
  }

  @Test(arguments: [
    ["fly"], ["--json", "fly"], ["--format", "tsv", "fly"], ["--explain", "fly"], ["zebra"],
    ["status"], ["status", "--json"], ["index", "--verify"], ["check"], ["check", "--json"],
    ["evaluate", "questions.jsonl"], ["evaluate", "--json", "questions.jsonl"],
    ["evaluate", "--failures", "questions.jsonl"], ["--help"], ["ask", "--help"],
    ["help", "index"], ["--version"],
  ])
  func `a full disk ends with 2 and one sentence`(arguments: [String]) throws {
    let program = try SmallCorpus.indexedProgram()
    try program.folder.write(
      #"{"id": "1", "q": "fly", "answerable": true}"#, to: "questions.jsonl")
    let run = try program.run(
      bytes: arguments.map { Array($0.utf8) }, output: .file("/dev/full"))
    #expect(run.status == 2)
    #expect(
      run.errors == "lmask: the answer cannot be written (no space left on device); check where "
        + "stdout goes\n")
  }

  @Test(arguments: [[], ["--json"], ["--format", "tsv"], ["--format", "trec"], ["--chat"]])
  func `a full disk ends a batch at its first answer`(options: [String]) throws {
    let run = try SmallCorpus.indexedProgram().run(
      bytes: options.map { Array($0.utf8) }, input: Array("fly\nfatigue\n".utf8),
      output: .file("/dev/full"))
    #expect(run.status == 2)
    #expect(run.errorLines.count == 1)
    #expect(run.errors.contains("no space left on device"))
  }

  @Test func `what is said about the index goes to stderr, the answer to stdout`() throws {
    let run = try SmallCorpus.program().run("--json", "fly")
    #expect(run.errorLines.count == 1)
    #expect(run.errors.hasPrefix("lmask: index built: 3 documents, 3 passages"))
    #expect(try run.objects.count == 1)
  }

  @Test func `piped text is not wrapped`() throws {
    let program = try SmallCorpus.program()
    let sentence = String(repeating: "walrus and ", count: 40) + "tusk."
    try program.folder.write(sentence + "\n", to: "Corpus/w.txt")
    #expect(try program.run("walrus").output.contains(sentence))
  }

  @Test func `explicit colour wins over everything, and only it colours a pipe`() throws {
    let program = try SmallCorpus.indexedProgram()
    for set in [[:], ["NO_COLOR": "1"], ["TERM": "dumb"]] {
      #expect(try program.run("--color", "always", "fly", set: set).output.contains("\u{1B}[1m"))
      // That these hold no escape byte is checked for every run.
      #expect(try program.run("--color=auto", "fly", set: set).status == 0)
      #expect(try program.run("--color=never", "fly", set: set).status == 0)
    }
  }

  @Test func `colour carries no meaning alone`() throws {
    let program = try SmallCorpus.indexedProgram()
    let plain = try program.run("how is LM diagnosed?").output
    let colored = try program.run("--color=always", "how is LM diagnosed?").output
    #expect(colored != plain)
    #expect(colored.withoutEscapeSequences == plain)
  }

  @Test(arguments: [
    ([:], [], true), (["NO_COLOR": "1"], [], false), (["NO_COLOR": ""], [], true),
    (["TERM": "dumb"], [], false), ([:], ["--color=never"], false),
    (["NO_COLOR": "1"], ["--color=always"], true), (["TERM": "dumb"], ["--color=always"], true),
  ])
  func `a terminal is coloured unless it or the person cannot have it`(
    set: [String: String], options: [String], isColored: Bool
  ) throws {
    let program = try SmallCorpus.indexedProgram()
    let terminal = try PseudoTerminal(program, arguments: options + ["fly"], set: set)
    #expect(try terminal.finish().status == 0)
    #expect(terminal.transcript.contains("\u{1B}") == isColored)
  }

  @Test(arguments: [20, 40, 80, 132])
  func `text at a terminal fits its width`(columns: Int) throws {
    let program = try SmallCorpus.indexedProgram()
    let terminal = try PseudoTerminal(program, "how is LM diagnosed?", columns: columns)
    let (status, text) = try terminal.finish()
    #expect(status == 0)
    #expect(text.contains("MRI"))
    for line in text.split(separator: "\n") { #expect(String(line).columns <= columns) }
  }

  @Test func `control characters of the corpus do not reach the terminal`() throws {
    let program = try SmallCorpus.program()
    try program.folder.write(
      "# Wal\u{1B}[2Jrus\n\nA walrus \u{1B}]0;x\u{7} \u{202E}tfel \u{9B}1m.\n",
      to: "Corpus/w\u{1B}[2J.md")
    let run = try program.run("--color=always", "walrus")
    let text = run.output.withoutEscapeSequences
    #expect(text.contains("A walrus \u{241B}]0;x\u{2407} \u{FFFD}tfel \u{FFFD}1m."))
    #expect(!run.output.contains("\u{1B}[2J"))
    #expect(!run.output.contains("\u{1B}]"))
    #expect(!text.unicodeScalars.contains { $0 == "\u{202E}" || $0 == "\u{9B}" || $0 == "\u{1B}" })
  }
}
