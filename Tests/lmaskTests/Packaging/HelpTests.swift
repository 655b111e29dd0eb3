import TestSupport
import Testing

@Suite struct HelpTests {
  @Test(arguments: HelpOptions.commands)
  func `help fits one screen of 24 lines by 80 columns`(command: String) throws {
    let help = try HelpOptions.help(of: command)
    #expect(help.hasSuffix("\n") && !help.hasSuffix("\n\n"))
    let lines = help.dropLast().split(separator: "\n", omittingEmptySubsequences: false)
    #expect(lines.count <= 24)
    for line in lines { #expect(line.count <= 80, "\(line)") }
  }

  @Test func `help starts with three examples`() throws {
    let lines = try HelpOptions.help(of: "").split(separator: "\n").prefix(3)
    #expect(
      lines.first == "USAGE: lmask how is LM diagnosed?           answer once, with the sources")
    #expect(lines.dropFirst().map { $0.hasPrefix("       lmask ") } == [true, true])
  }

  @Test func `help lists every subcommand with what it does, each on one line`() throws {
    let help = try HelpOptions.help(of: "")
    for command in HelpOptions.subcommands {
      #expect(help.contains(try Regex("\\n  \(command) +[A-Z][^\\n]+\\.\\n")))
    }
  }

  @Test(arguments: [
    (["--jsom", "fly"], "lmask: Unknown option '--jsom'. Did you mean '--json'?", "ask"),
    (["--limit"], "lmask: Missing value for '--limit <number>'", "ask"),
    (
      ["--format", "xml", "fly"],
      "lmask: The value 'xml' is invalid for '--format <form>'. Please provide one of 'text', "
        + "'json', 'tsv' or 'trec'.", "ask"
    ),
    (["--limit", "0", "fly"], "lmask: --limit 0 is not between 1 and 1000.", "ask"),
    (
      ["index", "--verifyy"], "lmask: Unknown option '--verifyy'. Did you mean '--verify'?", "index"
    ),
    (["status", "extra"], "lmask: Unexpected argument 'extra'", "status"),
    (["check", "--today", "x"], "lmask: --today x is not a date such as 2026-01-31.", "check"),
    (["evaluate"], "lmask: Missing expected argument '<file>'", "evaluate"),
  ])
  func `bad usage is told by name, with what is wrong and where to look`(
    words: [String], sentence: String, command: String
  ) throws {
    let run = try SmallCorpus.indexedProgram().run(bytes: words.map { Array($0.utf8) })
    #expect(run.status == 64)
    #expect(run.errorLines.first == sentence)
    #expect(run.errors.contains("\nUsage: lmask \(command) [OPTION...]"))
    #expect(run.errorLines.last == "  See 'lmask \(command) --help' for more information.")
    for line in run.errorLines { #expect(line.count <= 120, "\(line)") }
  }

  @Test(arguments: ["stauts", "indx", "evaluat"])
  func `a misspelt subcommand is a question`(word: String) throws {
    let run = try SmallCorpus.indexedProgram().run("--json", word)
    #expect(try run.objects.map { $0["question"] as? String } == [word])
    #expect(run.status == 1)
  }
}
