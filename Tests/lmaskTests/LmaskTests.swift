import TestSupport
import Testing

@Suite struct LmaskTests {
  @Test func `quoted and unquoted words give the same answer`() throws {
    let program = try SmallCorpus.indexedProgram()
    let quoted = try program.run("how is LM diagnosed?")
    #expect(quoted.status == 0)
    #expect(quoted.output.contains("MRI scan"))
    for arguments in [["how", "is", "LM", "diagnosed?"], ["how is", "LM diagnosed?"]] {
      let unquoted = try program.run(bytes: arguments.map { Array($0.utf8) })
      #expect(unquoted.output == quoted.output)
      #expect(unquoted.status == 0)
    }
    #expect(try program.run("ask", "how", "is", "LM", "diagnosed?").output == quoted.output)
  }

  @Test func `options may stand before, between and after the words`() throws {
    let program = try SmallCorpus.indexedProgram()
    let expected = try program.run("ask", "--json", "is fatigue common").output
    #expect(expected.hasPrefix("{\"schema_version\":1,\"question\":\"is fatigue common\""))
    for arguments in [
      ["--json", "is", "fatigue", "common"], ["is", "--json", "fatigue", "common"],
      ["is", "fatigue", "common", "--json"], ["is", "fatigue", "common", "--format", "json"],
      ["is", "fatigue", "common", "--format=json"],
    ] {
      #expect(try program.run(bytes: arguments.map { Array($0.utf8) }).output == expected)
    }
  }

  @Test(arguments: [
    "index of pain?", "status ", "statu", "indexing", "Index", "evaluate?", "evaluate this", "stat",
  ])
  func `a word is a subcommand only as the whole first argument`(question: String) throws {
    let program = try SmallCorpus.indexedProgram()
    let run = try program.run("--json", question)
    #expect(try run.objects.map { $0["question"] as? String } == [question])
    let plain = try program.run(question)
    #expect(plain.status == 1)
    #expect(
      plain.output.hasPrefix("Nothing here mentions") || plain.output.hasPrefix("There is no"))
  }

  @Test func `a subcommand's name after an option is a question`() throws {
    let program = try SmallCorpus.indexedProgram()
    let objects = try program.run("--json", "status").objects
    #expect(objects.first?["question"] as? String == "status")
  }

  @Test func `two dashes end the options`() throws {
    let program = try SmallCorpus.indexedProgram()
    for arguments in [
      ["ask", "--json", "--", "--limit", "fly"], ["--json", "--", "--limit", "fly"],
    ] {
      let run = try program.run(bytes: arguments.map { Array($0.utf8) })
      #expect(try run.objects.first?["question"] as? String == "--limit fly")
      #expect(run.status == 0)
    }
  }

  @Test(arguments: [
    ["--jsn", "fly"], ["fly", "--jsn"], ["ask", "--jsn", "fly"], ["-z"], ["--limit", "0", "fly"],
    ["--limit", "1001", "fly"], ["--limit", "-1", "fly"], ["--limit", "three", "fly"],
    ["--limit", "99999999999999999999", "fly"], ["--limit"], ["--format", "xml", "fly"],
    ["--format", "", "fly"], ["--color", "sometimes", "fly"], ["--ranker", "pagerank", "fly"],
    ["--chat", "--format", "trec"],
    ["index", "extra"], ["index", "--limit", "3"], ["status", "--jsn"], ["status", "extra"],
    ["evaluate"], ["evaluate", "one", "two"], ["--corpus", "", "fly"], ["--index", "", "fly"],
  ])
  func `bad usage ends with 64, a sentence on stderr and nothing on stdout`(
    arguments: [String]
  ) throws {
    let program = try SmallCorpus.indexedProgram()
    let run = try program.run(bytes: arguments.map { Array($0.utf8) })
    #expect(run.status == 64)
    #expect(run.output.isEmpty)
    #expect(!run.errors.isEmpty)
  }

  @Test func `an unknown option is named with the nearest known one`() throws {
    let run = try SmallCorpus.indexedProgram().run("--jsom", "fly")
    #expect(run.errors.contains("--jsom"))
    #expect(run.errors.contains("--json"))
  }

  @Test(arguments: [(1, 1), (2, 2), (1000, 3)])
  func `the limit is the most results`(limit: Int, expected: Int) throws {
    let program = try SmallCorpus.indexedProgram()
    // Each word is in passages of its own: diagnosis, travel, fatigue.
    let run = try program.run("--limit", "\(limit)", "--json", "needle fly fatigue")
    let results = try #require(run.objects.first?["results"] as? [Any])
    #expect(results.count == expected)
  }

  @Test func `three results are the default`() throws {
    let program = try SmallCorpus.program()
    try program.folder.write("One walrus.\n", to: "Corpus/w1.txt")
    try program.folder.write("Two walrus.\n", to: "Corpus/w2.txt")
    try program.folder.write("Three walrus.\n", to: "Corpus/w3.txt")
    try program.folder.write("Four walrus.\n", to: "Corpus/w4.txt")
    let results = try program.run("--json", "walrus").objects.first?["results"] as? [Any]
    #expect(results?.count == 3)
  }

  @Test(arguments: [["--help"], ["-h"], ["help"], ["ask", "--help"], ["help", "index"]])
  func `help goes to stdout and needs no corpus`(arguments: [String]) throws {
    let run = try Program().run(bytes: arguments.map { Array($0.utf8) })
    #expect(run.status == 0)
    #expect(run.output.contains("lmask"))
    #expect(run.output.contains("USAGE"))
    #expect(run.errors.isEmpty)
  }

  @Test func `help names every subcommand and every option is explained`() throws {
    let program = try Program()
    let help = try program.run("--help").output
    for name in ["ask", "index", "status", "evaluate"] { #expect(help.contains("  \(name) ")) }
    let ask = try program.run("ask", "--help").output
    for option in [
      "corpus", "index", "limit", "format", "json", "color", "explain", "ranker", "chat",
      "no-refresh",
      "no-pager", "plain", "no-history", "quiet", "version", "help",
    ] { #expect(ask.contains("--\(option)")) }
  }

  @Test func `the version goes to stdout and needs no corpus`() throws {
    let run = try Program().run("--version")
    #expect(run.status == 0)
    #expect(run.output.wholeMatch(of: /\d+\.\d+\.\d+\n/) != nil)
  }

  @Test func `a question that starts with the word help is a question`() throws {
    let program = try SmallCorpus.indexedProgram()
    let run = try program.run("help", "me", "fly")
    #expect(run.status == 0)
    #expect(run.output.contains("before you fly"))
  }
}
