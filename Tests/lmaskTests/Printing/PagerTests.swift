import TestSupport
import Testing

@testable import lmask

/// Answers longer than the window, of a program at a terminal of 10 lines.
@Suite struct PagerTests {
  /// Says that it was there, with what it got, in a file; then reads on or leaves early.
  private func session(
    _ arguments: [String] = ["walrus"], pager: String? = nil, rows: Int = 10, lines: Int = 30,
    set: [String: String] = [:]
  ) throws -> (Program, PseudoTerminal) {
    let program = try SmallCorpus.program()
    let text = (1...lines).map { "- walrus \($0)\n" }.joined()
    try program.folder.write("# Sea\n\n## Walruses\n\n\(text)", to: "Corpus/sea.md")
    _ = try program.run("index", "--quiet")
    let usual = "tee \(program.path("paged")) | sed s/^/P:/"
    let terminal = try PseudoTerminal(
      program, arguments: arguments, rows: rows, set: ["PAGER": pager ?? usual].merging(set) { $1 })
    return (program, terminal)
  }

  @Test func `an answer longer than the window goes to the pager, whole`() throws {
    let (_, terminal) = try session()
    let (status, shown) = try terminal.finish()
    #expect(status == 0)
    #expect(shown.hasPrefix("P:1. Walruses\n"))
    #expect(shown.contains("P:   • walrus 30\n"))
    #expect(shown.split(separator: "\n").allSatisfy { $0.hasPrefix("P:") })
  }

  @Test(arguments: [
    (["--no-pager", "walrus"], [:]), (["--plain", "walrus"], [:]), (["walrus"], ["TERM": "dumb"]),
    (["walrus"], ["ACCESSIBLE": "1"]), (["walrus"], ["PAGER": ""]), (["walrus"], ["PAGER": "cat"]),
    (["may", "I", "fly?"], [:]), (["--json", "walrus"], [:]),
  ])
  func `no pager where it is not wanted or not needed`(
    arguments: [String], set: [String: String]
  ) throws {
    let (program, terminal) = try session(arguments, set: set)
    let (status, shown) = try terminal.finish()
    #expect(status == 0)
    #expect(!shown.isEmpty && !shown.contains("P:"))
    #expect(!program.exists("paged"))
  }

  @Test func `the configuration switches it off`() throws {
    let program = try SmallCorpus.program()
    try program.folder.write(String(repeating: "walrus\n\n", count: 40), to: "Corpus/sea.txt")
    try program.folder.write("pager = off\n", to: "home/config/lmask/config")
    let terminal = try PseudoTerminal(program, "walrus", set: ["PAGER": "sed s/^/P:/"])
    let (status, shown) = try terminal.finish()
    #expect(status == 0)
    #expect(shown.contains("walrus") && !shown.contains("P:"))
  }

  @Test(arguments: ["no-such-pager", "exit 127", "exit 126"])
  func `without the pager the answer is printed`(pager: String) throws {
    let (_, terminal) = try session(pager: pager)
    let (status, shown) = try terminal.finish()
    #expect(status == 0)
    #expect(shown.contains("   • walrus 30\n"))
  }

  @Test(arguments: ["true", "head -n 2", "exec kill -9 $$", "stty raw -echo; head -n 1"])
  func `who leaves the pager early leaves with the status of the answer, the terminal as it was`(
    pager: String
  ) throws {
    let (_, terminal) = try session(pager: pager, lines: 20_000)
    let (status, shown) = try terminal.finish()
    #expect(status == 0)
    #expect(!shown.contains("lmask:"))
    #expect(terminal.isSane)
  }

  @Test func `less gets options of its own only if there are none`() throws {
    let say = "echo \"[$LESS]\"; cat >/dev/null"
    #expect(try session(pager: say).1.finish().rest.hasPrefix("[FRX"))
    #expect(try session(pager: say, set: ["LESS": "-i"]).1.finish().rest.hasPrefix("[-i]"))
    #expect(try session(pager: say, set: ["LESS": ""]).1.finish().rest.hasPrefix("[]"))
  }

  @Test(arguments: [
    (nil, nil, true), ("less", nil, true), ("/usr/bin/less -i", nil, true), ("less", "-i", false),
    ("less", "FRX", true), ("less -R", "-i", true), ("more", nil, false), (nil, "-i", false),
    ("", nil, false),
  ])
  func `a pager is sent colour if it is known to show it`(
    pager: String?, less: String?, takesColor: Bool
  ) {
    let environment = Environment { ["PAGER": pager, "LESS": less][$0] ?? nil }
    #expect(Pager.takesColor(environment) == takesColor)
  }

  @Test func `at the prompt an answer is paged if a pager is named, and the prompt comes back`()
    throws
  {
    let (_, terminal) = try session([])
    try terminal.read(until: "lmask> ")
    terminal.type("walrus\r")
    let shown = try terminal.read(until: "lmask> ")
    #expect(shown.contains("P:1. Walruses\n"))
    terminal.type("fly\r")
    #expect(try !terminal.read(until: "lmask> ").contains("P:"))
    terminal.type(":open\r")
    #expect(try !terminal.read(until: "lmask> ").contains("P:"))
    terminal.type(":quit\r")
    #expect(try terminal.finish().status == 0)
    #expect(terminal.isSane)
  }
}
