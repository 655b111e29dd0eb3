import Foundation
import TestSupport
import Testing

@testable import lmask

@Suite struct TerminalTroubleTests {
  @Test(arguments: [SIGTERM, SIGHUP])
  func `a signal that ends the program leaves the terminal as a shell wants it`(
    signal: Int32
  ) throws {
    let session = try PromptSession()
    _ = try session.press("half a line", until: "half a line")
    #expect(!session.terminal.isSane)
    session.terminal.send(signal: signal)
    #expect(try session.terminal.finish().status == -signal)
    #expect(session.terminal.isSane)
  }

  @Test func `Ctrl-Z stops at the prompt, and going on draws the half-typed line anew`() throws {
    let program = try SmallCorpus.indexedProgram()
    let terminal = try PseudoTerminal(program, arguments: ["ask"], underShell: true)
    try terminal.read(until: "lmask> ")
    terminal.type("may I f")
    try terminal.read(until: "may I f")
    terminal.type("\u{1A}")
    try terminal.read(until: "stopped")
    #expect(terminal.isSane)
    terminal.type("go on\n")
    try terminal.read(until: "lmask> may I f")
    terminal.type("ly?\r")
    #expect(try terminal.read(until: "lmask> ").contains("before you fly"))
  }

  @Test(arguments: [0, 1, 2, 19, 10_000])
  func `any width of window gets its answer`(columns: Int) throws {
    for terminal in ["xterm-256color", "dumb"] {
      let session = try PromptSession(columns: columns, set: ["TERM": terminal])
      #expect(try session.ask("fly").filter { !$0.isWhitespace }.contains("beforeyoufly"))
      #expect(try session.leave() == 0)
    }
  }

  @Test func `a paste of 200 lines is one question`() throws {
    let session = try PromptSession()
    let pasted = [String](repeating: "fly", count: 200).joined(separator: "\n")
    session.terminal.type("\u{1B}[200~\(pasted)\u{1B}[201~\r")
    try session.terminal.read(until: "before you ")
    try session.terminal.read(until: PromptSession.prompt)
    #expect(try session.leave() == 0)
    #expect(try session.program.history() == [pasted.replacing("\n", with: " ")])
  }

  @Test func `200 lines that come unmarked are 200 questions, and none is lost`() throws {
    let session = try PromptSession(set: ["TERM": "dumb"])
    session.terminal.type((1...200).map { "fly \($0)\r" }.joined() + ":quit\r")
    #expect(try session.terminal.finish().status == 0)
    #expect(
      try session.program.history() == (1...200).map { "fly \($0)" } + [":quit"])
  }

  @Test func `Ctrl-C while plain lines are read from the terminal ends at once`() throws {
    let program = try SmallCorpus.indexedProgram()
    let terminal = try PseudoTerminal(program, "-", set: ["TERM": "dumb"])
    terminal.type("fly\r")
    try terminal.read(until: "before you fly")
    terminal.type("\u{03}")
    // By the signal itself, which a shell reports as 130.
    #expect(try terminal.finish().status == -SIGINT)
    #expect(terminal.isSane)
  }
}
