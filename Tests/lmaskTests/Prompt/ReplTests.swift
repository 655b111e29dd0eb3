import Foundation
import TestSupport
import Testing

@testable import lmask

@Suite struct ReplTests {
  @Test func `a banner tells what is answered from and how to leave`() throws {
    let (_, terminal) = try session()
    let banner = try terminal.read(until: "lmask> ")
    #expect(banner.contains("3 documents"))
    #expect(banner.contains(":help"))
    #expect(banner.contains(":quit"))
    #expect(banner.contains("Ctrl-D"))
  }

  @Test func `a question is answered and the prompt comes back`() throws {
    let (_, terminal) = try session()
    try terminal.read(until: "lmask> ")
    let answer = try ask("may I fly?", terminal)
    #expect(answer.contains("1. May I fly?\n"))
    #expect(answer.contains("before you fly to Zürich."))
    #expect(answer.contains("— travel.md › May I fly?, line 5\n"))
    #expect(try ask("zebra", terminal).contains("Nothing here mentions: zebra"))
  }

  @Test func `Ctrl-D on an empty line leaves with 0 on a line of its own`() throws {
    for name in ["xterm-256color", "dumb"] {
      let (_, terminal) = try session(set: ["TERM": name])
      try terminal.read(until: "lmask> ")
      terminal.type("\u{04}")
      let (status, rest) = try terminal.finish()
      #expect(status == 0)
      #expect(rest == "\n")
    }
  }

  @Test(arguments: ["quit", "exit", ":quit", "QUIT", ":Quit"])
  func `the words for leaving leave with 0`(word: String) throws {
    let (_, terminal) = try session()
    try terminal.read(until: "lmask> ")
    terminal.type(word + "\r")
    #expect(try terminal.finish().status == 0)
  }

  @Test func `help lists every command, with and without its colon`() throws {
    let (_, terminal) = try session()
    try terminal.read(until: "lmask> ")
    for word in [":help", "help"] {
      let help = try ask(word, terminal)
      for command in ReplCommand.all {
        #expect(help.contains("  \(command.usage)  "))
        #expect(help.contains(command.help))
      }
    }
  }

  @Test func `more shows the next results with the next numbers, until there are none`() throws {
    let program = try SmallCorpus.program()
    for number in 1...5 {
      try program.folder.write("Walrus number\(number).\n", to: "Corpus/w\(number).txt")
    }
    let terminal = try PseudoTerminal(program, "ask", "--limit", "2")
    try terminal.read(until: "lmask> ")
    #expect(try ask(":more", terminal).contains("Ask a question first."))
    let first = try ask("walrus", terminal)
    let second = try ask(":more", terminal)
    let third = try ask(":more", terminal)
    #expect(Self.ranks(first) == ["1.", "2."])
    #expect(Self.ranks(second) == ["3.", "4."])
    #expect(Self.ranks(third) == ["5."])
    for number in 1...5 {
      let shown = [first, second, third].filter { $0.contains("Walrus number\(number).") }
      #expect(shown.count == 1)
    }
    #expect(try ask(":more", terminal).contains("no more results"))
    #expect(try ask(":sources 5", terminal).contains(".txt"))
  }

  @Test func `open shows a result among its neighbours and marks it`() throws {
    let program = try SmallCorpus.program()
    try program.folder.write(
      "# Sea\n\n## One\n\nseal\n\n## Two\n\nwalrus\n\n## Three\n\norca\n\n## Four\n\nkrill\n",
      to: "Corpus/sea.md")
    let terminal = try PseudoTerminal(program)
    try terminal.read(until: "lmask> ")
    _ = try ask("walrus", terminal)
    let section = try ask(":open 1", terminal)
    #expect(section.contains("Sea (sea.md)"))
    #expect(section.contains("  One\n"))
    #expect(section.contains("▸ Two\n"))
    #expect(section.contains("  Three\n"))
    #expect(!section.contains("Four"))
    #expect(try ask(":open", terminal).contains("▸ Two\n"))
  }

  @Test func `open names the sources of the passage it shows`() throws {
    let (_, terminal) = try session()
    try terminal.read(until: "lmask> ")
    _ = try ask("thin needle", terminal)
    #expect(
      try ask(":open 1", terminal).hasSuffix(
        """
          • The needle is thin [2].

          [1] Medical News Today. https://example.org/mnt
          [2] NHS. 2025-03-04. https://example.org/nhs

        lmask> 
        """))
  }

  @Test func `sources and why tell of one result`() throws {
    let (_, terminal) = try session()
    try terminal.read(until: "lmask> ")
    _ = try ask("thin needle", terminal)
    let sources = try ask(":sources 1", terminal)
    #expect(sources.contains("— diagnosis.md › How is LM diagnosed?, lines 5–9"))
    #expect(sources.contains("[1] Leptomeningeal metastases. Medical News Today."))
    #expect(sources.contains("[2] Lumbar puncture. NHS."))
    let why = try ask(":why 1", terminal)
    #expect(why.contains("score"))
    #expect(why.contains("needl"))
  }

  @Test(arguments: [":open", ":sources", ":why"])
  func `a result that is not there is said so`(command: String) throws {
    let (_, terminal) = try session()
    try terminal.read(until: "lmask> ")
    #expect(try ask(command + " 1", terminal).contains("There is no result yet."))
    _ = try ask("fly", terminal)
    for argument in ["0", "2", "-1", "x", "99999999999999999999"] {
      #expect(try ask("\(command) \(argument)", terminal).contains("1 to 1"))
    }
    _ = try ask("zebra", terminal)
    #expect(try ask(command + " 1", terminal).contains("There is no result yet."))
  }

  @Test func `a follow-up is read with the question before, until new forgets it`() throws {
    let (_, terminal) = try session()
    try terminal.read(until: "lmask> ")
    _ = try ask("what is fatigue?", terminal)
    let answer = try ask("what helps with it?", terminal)
    #expect(answer.contains("read with: fatigue\n"))
    #expect(answer.contains("Rest helps."))
    #expect(try ask(":why", terminal).contains("fatigue"))
    #expect(try ask(":more", terminal).contains("no more results"))
    _ = try ask(":new", terminal)
    #expect(try !ask("what helps with it?", terminal).contains("read with"))
  }

  @Test func `reading the documents again forgets the conversation`() throws {
    let (program, terminal) = try session()
    try terminal.read(until: "lmask> ")
    _ = try ask("what is fatigue?", terminal)
    try program.remove("Corpus/daily/fatigue.txt")
    try program.remove("Corpus/travel.md")
    _ = try ask(":reindex", terminal)
    #expect(try !ask("what helps with it?", terminal).contains("read with"))
  }

  @Test func `topics lists the documents that hold text`() throws {
    let program = try SmallCorpus.program()
    try program.folder.write("", to: "Corpus/nothing.md")
    let terminal = try PseudoTerminal(program)
    try terminal.read(until: "lmask> ")
    let lines = try ask(":topics", terminal).split(separator: "\n").map(String.init)
    #expect(
      lines.filter { $0.contains("passage") } == [
        "fatigue (daily/fatigue.txt, 1 passage)", "Finding LM (diagnosis.md, 1 passage)",
        "Travel (travel.md, 1 passage)",
      ])
  }

  @Test func `reindex reads the documents again, and a mistake in them keeps the old answers`()
    throws
  {
    let (program, terminal) = try session()
    try terminal.read(until: "lmask> ")
    #expect(try ask("walrus", terminal).contains("Nothing here mentions"))
    try program.folder.write("A walrus.\n", to: "Corpus/walrus.txt")
    #expect(try ask(":reindex", terminal).contains("4 documents"))
    #expect(try ask("walrus", terminal).contains("A walrus."))
    try program.folder.write("---\ntitle: x\n", to: "Corpus/bad.md")
    #expect(try ask(":reindex", terminal).contains("bad.md:1: front matter"))
    #expect(try ask("walrus", terminal).contains("A walrus."))
  }

  @Test func `documents that change while the prompt is open are read again`() throws {
    let (program, terminal) = try session()
    try terminal.read(until: "lmask> ")
    #expect(try ask("walrus", terminal).contains("Nothing here mentions"))
    try program.folder.write("A walrus.\n", to: "Corpus/walrus.txt")
    let answer = try ask("walrus", terminal)
    #expect(answer.contains("index rebuilt (walrus.txt is new): 4 documents"))
    #expect(answer.contains("A walrus."))
    try program.folder.write("A walrus with tusks.\n", to: "Corpus/walrus.txt")
    #expect(try ask("walrus", terminal).contains("A walrus with tusks."))
    #expect(try !ask("walrus", terminal).contains("index rebuilt"))
  }

  @Test func `with --no-refresh the prompt answers from the index as it is`() throws {
    let program = try SmallCorpus.indexedProgram()
    let terminal = try PseudoTerminal(program, arguments: ["--no-refresh"])
    try terminal.read(until: "lmask> ")
    try program.folder.write("A walrus.\n", to: "Corpus/walrus.txt")
    #expect(try ask("walrus", terminal).contains("Nothing here mentions"))
  }

  @Test func `an unknown command is answered with the nearest and is not asked`() throws {
    let (_, terminal) = try session()
    try terminal.read(until: "lmask> ")
    #expect(try ask(":hlep", terminal).contains("There is no command :hlep; did you mean :help?"))
    #expect(try ask(":xyz", terminal).contains("There is no command :xyz; :help lists"))
  }

  @Test func `answers go to stdout alone, prompt and typing to the terminal`() throws {
    let program = try SmallCorpus.indexedProgram()
    let terminal = try PseudoTerminal(program, redirectsOutput: true)
    try terminal.read(until: "lmask> ")
    terminal.type("fly\r")
    try terminal.read(until: "lmask> ")
    terminal.type(":topics\r")
    try terminal.read(until: "lmask> ")
    terminal.type("\u{04}")
    #expect(try terminal.finish().status == 0)
    #expect(terminal.redirectedOutput.hasPrefix("\n1. May I fly?\n"))
    #expect(terminal.redirectedOutput.contains("Travel (travel.md"))
    #expect(!terminal.redirectedOutput.contains("lmask>"))
    #expect(!terminal.redirectedOutput.contains("Type a question"))
    #expect(!terminal.transcript.contains("before you fly"))
  }

  @Test func `a dumb terminal is sent no escape codes`() throws {
    let (_, terminal) = try session(set: ["TERM": "dumb"])
    try terminal.read(until: "lmask> ")
    #expect(try ask("fly", terminal).contains("before you fly"))
    terminal.type(":quit\r")
    #expect(try terminal.finish().status == 0)
    #expect(!terminal.transcript.contains("\u{1B}"))
  }

  @Test func `answers wrap to the window as it is now`() throws {
    let program = try SmallCorpus.program()
    try program.folder.write(String(repeating: "walrus ", count: 80) + "\n", to: "Corpus/sea.txt")
    let terminal = try PseudoTerminal(program)
    try terminal.read(until: "lmask> ")
    for columns in [80, 40, 90] {
      terminal.resize(columns: columns, rows: 24)
      terminal.type("walrus\r")
      // The prompt is drawn anew after a resize, so the answer's end is waited for first.
      let answer = try terminal.read(until: "sea.txt")
      try terminal.read(until: "lmask> ")
      let widest = answer.split(separator: "\n").dropFirst().map { String($0).columns }.max() ?? 0
      #expect(widest <= columns)
      #expect(widest > columns - 8)
    }
  }

  // MARK: -

  private func session(set: [String: String] = [:]) throws -> (Program, PseudoTerminal) {
    let program = try SmallCorpus.indexedProgram()
    return (program, try PseudoTerminal(program, set: set))
  }

  /// Types a line and returns what appears before the next prompt.
  private func ask(_ line: String, _ terminal: PseudoTerminal) throws -> String {
    terminal.type(line + "\r")
    return try terminal.read(until: "lmask> ")
  }

  private static func ranks(_ text: String) -> [String] {
    text.split(separator: "\n").compactMap { line in
      line.prefixMatch(of: /\d+\.[ ]/).map { String($0.output.dropLast()) }
    }
  }
}
