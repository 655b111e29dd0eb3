import Foundation
import Glibc
import TestSupport
import Testing

@Suite struct PrivacyTests {
  /// Every file below the program's folder, with its content.
  private static func files(of program: Program) throws -> [String: Data] {
    var files: [String: Data] = [:]
    let all = try #require(FileManager.default.enumerator(atPath: program.folder.path))
    for case let name as String in all {
      var isFolder: ObjCBool = false
      let path = program.path(name)
      guard FileManager.default.fileExists(atPath: path, isDirectory: &isFolder),
        !isFolder.boolValue
      else { continue }
      files[name] = try Data(contentsOf: URL(fileURLWithPath: path))
    }
    return files
  }

  private static func permissions(_ name: String, _ program: Program) throws -> Int? {
    let attributes = try FileManager.default.attributesOfItem(atPath: program.path(name))
    return attributes[.posixPermissions] as? Int
  }

  @Test func `a question is written nowhere but to the history, and only at the prompt`() throws {
    let program = try SmallCorpus.indexedProgram()
    program.environment["TMPDIR"] = program.path("temporary")
    try program.makeFolder("temporary")
    let before = try Self.files(of: program)
    for format in ["text", "json", "tsv", "trec"] {
      _ = try program.run("--format", format, "--explain", "is quokkaphobia a reason not to fly")
      _ = try program.run("--format", format, "-", input: "may quokkaphobia fly?\nand why?\n")
    }
    _ = try program.run("--chat", input: "quokkaphobia\nwhy?\n")
    #expect(try Self.files(of: program) == before)
    let terminal = try PseudoTerminal(program, arguments: [])
    try terminal.read(until: PromptSession.prompt)
    for line in ["may quokkaphobia fly?", "does it hurt?", ":why 1", " secretive quokkaphobia"] {
      terminal.type(line + "\r")
      try terminal.read(until: PromptSession.prompt)
    }
    terminal.type("\u{04}")
    #expect(try terminal.finish().status == 0)
    let after = try Self.files(of: program)
    let history = "home/state/lmask/history"
    #expect(Set(after.keys).subtracting(before.keys) == [history])
    for (name, content) in before { #expect(after[name] == content, "\(name)") }
    let lines = String(decoding: after[history] ?? Data(), as: UTF8.self)
    #expect(lines == "may quokkaphobia fly?\ndoes it hurt?\n:why 1\n")
  }

  @Test func `with no history nothing is written at all`() throws {
    let program = try SmallCorpus.indexedProgram()
    let before = try Self.files(of: program)
    let terminal = try PseudoTerminal(program, arguments: ["ask", "--no-history"])
    try terminal.read(until: PromptSession.prompt)
    terminal.type("may quokkaphobia fly?\r")
    try terminal.read(until: PromptSession.prompt)
    terminal.type("\u{04}")
    #expect(try terminal.finish().status == 0)
    #expect(try Self.files(of: program) == before)
  }

  @Test(arguments: [("Corpus", 0o750), ("Corpus/travel.md", 0o640), ("Corpus/daily", 0o700)])
  func `an index is its owner's alone where the corpus is not for everybody`(
    name: String, mode: Int
  ) throws {
    let program = try SmallCorpus.program()
    umask(0o022)
    #expect(try program.run("index", "--quiet").status == 0)
    #expect(try Self.permissions("Index/lmask.index", program) == 0o644)
    chmod(program.path(name), mode_t(mode))
    #expect(try program.run("index", "--quiet").status == 0)
    #expect(try Self.permissions("Index/lmask.index", program) == 0o600)
    try program.folder.write("Walrus.\n", to: "Corpus/new.txt")
    #expect(try program.run("walrus").status == 0)
    #expect(try Self.permissions("Index/lmask.index", program) == 0o600)
  }

  @Test func `the folder of an index that lmask makes is its owner's alone`() throws {
    let program = try Program()
    try program.folder.write("Walrus.\n", to: "leaflets/a.txt")
    #expect(try program.run("--corpus", "leaflets", "walrus").status == 0)
    #expect(try Self.permissions("home/cache/lmask", program) == 0o700)
  }

  /// The libraries it is linked with may know of sockets; it does not.
  @Test func `the program calls nothing that reaches a network`() throws {
    let program = try SmallCorpus.indexedProgram()
    let listed = try Shell.run(
      words: ["nm", "--dynamic", "--undefined-only", try Program.path()], in: program.folder.path)
    try #require(listed.status == 0, "\(listed.errors)")
    let names = Set(
      listed.output.split(separator: "\n").compactMap { line in
        line.split(separator: " ").last?.split(separator: "@").first.map(String.init)
      })
    // Not the set itself, which a failure would print.
    let mapsFiles = names.contains("mmap")
    #expect(mapsFiles)
    // A sanitizer that was built in reports over sockets if it is told to.
    guard !names.contains(where: { $0.hasPrefix("__sanitizer_") }) else { return }
    let reached = names.intersection([
      "socket", "connect", "bind", "listen", "accept", "sendto", "getaddrinfo", "gethostbyname",
      "res_query", "dlopen",
    ])
    #expect(reached.isEmpty)
  }

  private static let mayLeaveNetwork =
    (try? Shell.run(words: ["unshare", "-rn", "true"], in: "/"))?.status == 0

  @Test(.enabled(if: mayLeaveNetwork, "this machine lets nobody but root make namespaces"))
  func `without any network interface the answers are the same`() throws {
    let program = try SmallCorpus.indexedProgram()
    let question = ["--json", "--explain", "how is LM diagnosed?"]
    let usual = try program.run(bytes: question.map { Array($0.utf8) })
    let alone = try Shell.run(
      words: ["unshare", "-rn", try Program.path()] + question, in: program.folder.path,
      set: program.environment)
    #expect(alone.status == 0)
    #expect(alone.output == usual.output)
  }
}
