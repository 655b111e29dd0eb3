import Foundation
import TestSupport
import Testing

@Suite struct HistoryFileTests {
  @Test func `lines are kept without empty ones, repeats and those that start with a space`() throws
  {
    let program = try SmallCorpus.indexedProgram()
    try session(program, ["fly", "fly", "", "   ", " secret fly", "fatigue", ":help", "fly"])
    #expect(try program.history() == ["fly", "fatigue", ":help", "fly"])
  }

  @Test func `the file is for its owner's eyes only`() throws {
    let program = try SmallCorpus.indexedProgram()
    try program.folder.write("old\n", to: "home/state/lmask/history")
    try FileManager.default.setAttributes(
      [.posixPermissions: 0o644], ofItemAtPath: program.path("home/state/lmask/history"))
    try session(program, ["fly"])
    let mode =
      try FileManager.default.attributesOfItem(
        atPath: program.path("home/state/lmask/history"))[.posixPermissions] as? Int
    #expect(mode == 0o600)
    #expect(try program.history() == ["old", "fly"])
  }

  @Test
  func `the folder is made, for its owner alone, and without a state folder it is in the home`()
    throws
  {
    let program = try SmallCorpus.indexedProgram()
    program.environment["XDG_STATE_HOME"] = nil
    try session(program, ["fly"])
    let folder = program.path("home/.local/state/lmask")
    let mode = try FileManager.default.attributesOfItem(atPath: folder)[.posixPermissions] as? Int
    #expect(mode == 0o700)
    #expect(program.exists("home/.local/state/lmask/history"))
  }

  @Test func `sessions at once each keep their lines`() throws {
    let program = try SmallCorpus.indexedProgram()
    let (one, other) = (try PseudoTerminal(program), try PseudoTerminal(program))
    for terminal in [one, other] { try terminal.read(until: "lmask> ") }
    for (terminal, line) in [(one, "fly 1"), (other, "fly 2"), (one, "fly 3")] {
      terminal.type(line + "\r")
      try terminal.read(until: "lmask> ")
    }
    for terminal in [one, other] {
      terminal.type("\u{04}")
      #expect(try terminal.finish().status == 0)
    }
    #expect(try program.history() == ["fly 1", "fly 2", "fly 3"])
  }

  @Test func `a long file is cut to its newest thousand lines`() throws {
    let program = try SmallCorpus.indexedProgram()
    let lines = (1...1500).map { "line \($0)\n" }.joined()
    try program.folder.write(lines, to: "home/state/lmask/history")
    try session(program, ["fly"])
    let history = try program.history()
    #expect(history.count <= 1001)
    #expect(history.last == "fly")
    #expect(history.first == "line 501" || history.first == "line 502")
  }

  @Test(arguments: ["folder", "below a file", "nowhere"])
  func `a history that cannot be kept stops nothing`(obstacle: String) throws {
    let program = try SmallCorpus.indexedProgram()
    switch obstacle {
    case "folder": try program.makeFolder("home/state/lmask/history")
    case "below a file": try program.folder.write("x", to: "home/state")
    default:
      program.environment["XDG_STATE_HOME"] = nil
      program.environment["HOME"] = nil
    }
    try session(program, ["fly", "fatigue"])
  }

  @Test func `questions that are not typed at the prompt are not remembered`() throws {
    let program = try SmallCorpus.indexedProgram()
    _ = try program.run("fly")
    _ = try program.run(input: "fly\n")
    #expect(!program.exists("home/state"))
  }

  private func session(_ program: Program, _ lines: [String]) throws {
    let terminal = try PseudoTerminal(program)
    try terminal.read(until: "lmask> ")
    for line in lines {
      terminal.type(line + "\r")
      try terminal.read(until: "lmask> ")
    }
    terminal.type("\u{04}")
    #expect(try terminal.finish().status == 0)
  }
}
