import TestSupport
import Testing

@testable import lmask

@Suite struct LineEditorTests {
  @Test func `Ctrl-C discards a half-typed line and the next starts empty`() throws {
    let program = try SmallCorpus.indexedProgram()
    let terminal = try PseudoTerminal(program)
    try terminal.read(until: "lmask> ")
    terminal.type("half of a zebra")
    try terminal.read(until: "zebra")
    terminal.type("\u{03}")
    let discarded = try terminal.read(until: "lmask> ")
    #expect(!discarded.contains("Nothing here mentions"))
    terminal.type("fly\r")
    let answer = try terminal.read(until: "lmask> ")
    #expect(answer.contains("before you fly"))
    #expect(!answer.contains("zebra"))
    terminal.type("\u{04}")
    #expect(try terminal.finish().status == 0)
    #expect(try program.history() == ["fly"])
  }

  @Test func `Ctrl-C on an empty line does not leave`() throws {
    let terminal = try PseudoTerminal(SmallCorpus.indexedProgram())
    for _ in 1...3 {
      try terminal.read(until: "lmask> ")
      terminal.type("\u{03}")
    }
    try terminal.read(until: "lmask> ")
    terminal.type("\u{04}")
    #expect(try terminal.finish().status == 0)
  }

  @Test func `Ctrl-D on a half-typed line does not leave`() throws {
    let terminal = try PseudoTerminal(SmallCorpus.indexedProgram())
    try terminal.read(until: "lmask> ")
    terminal.type("fly\u{04}\r")
    #expect(try terminal.read(until: "lmask> ").contains("before you fly"))
  }

  @Test func `tab completes a command`() throws {
    let terminal = try PseudoTerminal(SmallCorpus.indexedProgram())
    try terminal.read(until: "lmask> ")
    terminal.type(":hel\t\r")
    #expect(try terminal.read(until: "lmask> ").contains("show this list"))
  }

  @Test func `tab offers every command after a colon and no file names in a question`() throws {
    let program = try SmallCorpus.indexedProgram()
    let terminal = try PseudoTerminal(program)
    try terminal.read(until: "lmask> ")
    terminal.type(":\t\t")
    let offered = try terminal.read(until: "lmask> :")
    for command in ReplCommand.all { #expect(offered.contains(command.name)) }
    terminal.type("\u{03}")
    try terminal.read(until: "lmask> ")
    terminal.type("Cor\t\t fly\r")
    let answer = try terminal.read(until: "lmask> ")
    #expect(!answer.contains("Corpus"))
    #expect(answer.contains("Nothing shown here mentions: Cor\n"))
  }

  @Test func `arrow up brings the last line back, also in the next session`() throws {
    let program = try SmallCorpus.indexedProgram()
    for session in 1...2 {
      let terminal = try PseudoTerminal(program)
      try terminal.read(until: "lmask> ")
      if session == 1 {
        terminal.type("may I fly?\r")
        try terminal.read(until: "lmask> ")
      }
      terminal.type("\u{1B}[A")
      try terminal.read(until: "may I fly?")
      terminal.type("\r")
      #expect(try terminal.read(until: "lmask> ").contains("before you fly"))
      terminal.type("\u{04}")
      #expect(try terminal.finish().status == 0)
    }
    #expect(try program.history() == ["may I fly?"])
  }

  @Test func `a paste of several lines is one question`() throws {
    let program = try SmallCorpus.indexedProgram()
    let terminal = try PseudoTerminal(program)
    try terminal.read(until: "lmask> ")
    terminal.type("\u{1B}[200~may I\nfly  to\r\nZürich?\u{1B}[201~")
    terminal.type("\r")
    #expect(try terminal.read(until: "lmask> ").contains("before you fly"))
    terminal.type("\u{04}")
    let (status, rest) = try terminal.finish()
    #expect(status == 0)
    #expect(rest == "\n")
    #expect(try program.history() == ["may I fly to Zürich?"])
  }

  @Test func `answers are not read from a terminal when a dash asks for plain lines`() throws {
    let terminal = try PseudoTerminal(
      SmallCorpus.indexedProgram(), "-", set: ["TERM": "dumb"])
    terminal.type("fly\r")
    try terminal.read(until: "before you fly")
    terminal.type("\u{04}")
    let (status, _) = try terminal.finish()
    #expect(status == 0)
    #expect(!terminal.transcript.contains("lmask>"))
  }
}

extension Program {
  /// The lines of the history file.
  func history() throws -> [String] {
    let bytes = try folder.bytes(of: "home/state/lmask/history")
    return String(decoding: bytes, as: UTF8.self).split(
      separator: "\n", omittingEmptySubsequences: false
    )
    .dropLast().map(String.init)
  }
}
