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

  @Test func `of a huge file only the end is read`() throws {
    let program = try SmallCorpus.indexedProgram()
    let path = try program.folder.write("", to: "home/state/lmask/history")
    // A hole of 100 MB, then lines: reading it all would take a hundred times as long.
    let file = try #require(FileHandle(forWritingAtPath: path))
    try file.seek(toOffset: 100 << 20)
    try file.write(contentsOf: Data("cut\none\ntwo\n".utf8))
    try file.close()
    try session(program, ["fly"])
    #expect(try program.history().suffix(3) == ["one", "two", "fly"])
    #expect(try program.folder.bytes(of: "home/state/lmask/history").count < 1 << 20)
  }

  @Test func `a line of a hundred megabytes is no line to remember`() throws {
    let program = try SmallCorpus.indexedProgram()
    let path = try program.folder.write("", to: "home/state/lmask/history")
    try FileHandle(forWritingAtPath: path)?.truncate(atOffset: 100 << 20)
    try session(program, ["fly"])
    #expect(try program.history() == ["fly"])
  }

  @Test(arguments: [["--no-history"], []])
  func `it can be off, by a flag or the environment`(arguments: [String]) throws {
    let program = try SmallCorpus.indexedProgram()
    if arguments.isEmpty { program.environment["LMASK_HISTORY"] = "off" }
    let terminal = try PseudoTerminal(program, arguments: ["ask"] + arguments)
    try terminal.read(until: "lmask> ")
    for line in ["fly", ":history"] {
      terminal.type(line + "\r")
      try terminal.read(until: line == "fly" ? "lmask> " : "The history is off")
    }
    #expect(!program.exists("home/state"))
  }

  @Test func `it can be another file`() throws {
    let program = try SmallCorpus.indexedProgram()
    program.environment["LMASK_HISTORY"] = program.path("mine")
    try session(program, ["fly"])
    #expect(try program.folder.bytes(of: "mine") == Array("fly\n".utf8))
    #expect(!program.exists("home/state"))
  }

  @Test func `a relative state folder is ignored`() throws {
    let program = try SmallCorpus.indexedProgram()
    program.environment["XDG_STATE_HOME"] = "home/state"
    try session(program, ["fly"])
    #expect(!program.exists("home/state"))
    #expect(program.exists("home/.local/state/lmask/history"))
  }

  @Test func `Ctrl-R finds a line of another session`() throws {
    let program = try SmallCorpus.indexedProgram()
    try session(program, ["may I fly?", "fatigue"])
    let terminal = try PseudoTerminal(program)
    try terminal.read(until: "lmask> ")
    terminal.type("\u{12}may")
    try terminal.read(until: "may I fly?")
    terminal.type("\r")
    try terminal.read(until: "before you ")
  }

  @Test(arguments: ["folder", "below a file", "nowhere", "pipe", "device", "unreadable"])
  func `a history that cannot be kept stops nothing`(obstacle: String) throws {
    let program = try SmallCorpus.indexedProgram()
    switch obstacle {
    case "folder": try program.makeFolder("home/state/lmask/history")
    case "below a file": try program.folder.write("x", to: "home/state")
    case "pipe":
      try program.makeFolder("home/state/lmask")
      #expect(mkfifo(program.path("home/state/lmask/history"), 0o600) == 0)
    case "device": program.environment["LMASK_HISTORY"] = "/dev/null"
    case "unreadable":
      // Nobody may read it, not even root.
      program.environment["LMASK_HISTORY"] = "/proc/self/mem"
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
