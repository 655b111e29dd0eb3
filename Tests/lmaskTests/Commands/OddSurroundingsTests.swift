import Foundation
import TestSupport
import Testing

@testable import lmask

/// Environments, locales and windows that a program may find itself in.
@Suite struct OddSurroundingsTests {
  @Test(arguments: ["C", "POSIX", "en_US.ISO-8859-1", "xx_YY.nonsense", ""])
  func `the locale changes nothing: text is UTF-8`(locale: String) throws {
    let program = try SmallCorpus.indexedProgram()
    let usual = try program.run("may I fly to Zürich – “soon”?")
    program.environment["LANG"] = nil
    program.environment["LC_ALL"] = locale
    // Where the system has not the parts to make it, the locale is one that there is not.
    program.environment["LOCPATH"] = program.path("locales")
    try program.makeFolder("locales")
    _ = try Shell.run(
      words: ["localedef", "--no-archive", "-c", "-i", "POSIX", "-f", "ISO-8859-1"]
        + ["./en_US.ISO-8859-1"], in: program.path("locales"))
    let run = try program.run("may I fly to Zürich – “soon”?")
    #expect(run.status == 0)
    #expect(run.outputBytes == usual.outputBytes)
    #expect(run.output.contains("before you fly to Zürich."))
    let session = try PromptSession(program)
    // One backspace takes a whole letter away.
    #expect(try session.ask("fly to Zürichü\u{7F}").contains("fly to Zürich."))
    #expect(try program.history() == ["fly to Zürich"])
  }

  @Test func `without any variable a corpus beside its index answers`() throws {
    let program = try SmallCorpus.indexedProgram()
    let usual = try program.run("fly").output
    program.environment = program.environment.filter { $0.key == "LD_LIBRARY_PATH" }
    let run = try program.run("fly")
    #expect(run.status == 0)
    #expect(run.output == usual)
    #expect(run.errors.isEmpty)
    for arguments in [["status"], ["check"], ["index"], ["--help"]] {
      #expect(try program.run(bytes: arguments.map { Array($0.utf8) }).status == 0)
    }
    // A terminal without a name counts as one that understands nothing.
    let session = try PromptSession(program)
    #expect(try session.ask("fly").contains("before you fly"))
    #expect(try session.leave() == 0)
    #expect(!session.terminal.transcript.contains("\u{1B}"))
  }

  @Test(arguments: ["relative", ".", "~", "", "home/x"])
  func `relative places of the XDG specification are ignored`(place: String) throws {
    let program = try SmallCorpus.indexedProgram()
    try program.folder.write("limit = 0\n", to: place + "/lmask/config")
    for name in [
      "XDG_CONFIG_HOME", "XDG_CACHE_HOME", "XDG_STATE_HOME", "XDG_DATA_HOME", "XDG_DATA_DIRS",
    ] { program.environment[name] = place }
    let before = try program.names(in: ".")
    #expect(try PromptSession(program).ask("fly").contains("before you fly"))
    try program.folder.write("A walrus.\n", to: "leaflets/w.txt")
    #expect(try program.run("--corpus", "leaflets", "walrus").output.contains("A walrus."))
    #expect(try program.names(in: ".") == (before + ["leaflets"]).sorted())
    #expect(program.exists("home/.local/state/lmask/history"))
    #expect(program.exists("home/.cache/lmask"))
  }

  @Test(arguments: ["relative", "\0", "/nonexistent", "/dev/null"])
  func `a home that is none stops no answer`(home: String) throws {
    let program = try SmallCorpus.indexedProgram()
    for name in ["XDG_CONFIG_HOME", "XDG_CACHE_HOME", "XDG_STATE_HOME", "XDG_DATA_HOME"] {
      program.environment[name] = nil
    }
    program.environment["HOME"] = home
    #expect(try program.run("fly").status == 0)
    let session = try PromptSession(program)
    #expect(try session.ask("fly").contains("before you fly"))
    #expect(try session.leave() == 0)
  }

  @Test(arguments: ["0", "1", "10000", "-3", "many"])
  func `what COLUMNS says does not matter, the window does`(columns: String) throws {
    let program = try SmallCorpus.indexedProgram()
    program.environment["COLUMNS"] = columns
    #expect(try program.run("fly").status == 0)
    let session = try PromptSession(program)
    let answer = try session.ask("MRI")
    #expect(answer.split(separator: "\n").allSatisfy { String($0).columns <= 80 })
    #expect(answer.contains("MRI scan"))
  }

  @Test(arguments: [0, 1, 40, 10_000])
  func `a line of ten thousand columns in a document is shown whole`(columns: Int) throws {
    let program = try SmallCorpus.program()
    let words = (1...1_500).map { "wal\($0)" }.joined(separator: " ")
    let unbroken = String(repeating: "x", count: 10_000)
    try program.folder.write("Walrus \(words).\n", to: "Corpus/long.txt")
    try program.folder.write("Narwhal \(unbroken) tusk.\n", to: "Corpus/unbroken.txt")
    _ = try program.run("index", "--quiet")
    for (question, text) in [("walrus", words), ("narwhal", unbroken)] {
      let terminal = try PseudoTerminal(program, question, columns: columns)
      let (status, shown) = try terminal.finish()
      #expect(status == 0)
      let unwrapped = shown.filter { !$0.isWhitespace }
      #expect(unwrapped.contains(text.filter { $0 != " " }))
      let piped = try program.run(question)
      #expect(piped.output.contains(text))
    }
  }

  @Test func `control characters and bidi overrides of documents reach no terminal and no file`()
    throws
  {
    let program = try SmallCorpus.program()
    let signs = "\u{1B}[31m \u{7} \u{8} \u{7F} \u{85} \u{9B}2J \u{202A} \u{202E} \u{2066} \u{2069}"
    try program.folder.write(
      "---\ntitle: Sea \(signs)\n---\n\n## Walrus \(signs)\n\nA walrus \(signs) swims [@w].\n",
      to: "Corpus/sea.md")
    try program.folder.write(
      #"[{"id": "w", "type": "webpage", "title": "W \u001b]0;x\u0007 \u202e"}]"#,
      to: "Corpus/sources.json")
    try program.remove("Corpus/diagnosis.md")
    _ = try program.run("index", "--quiet")
    let session = try PromptSession(program, "--color", "never", set: ["TERM": "dumb"])
    var shown = ""
    for line in ["walrus", ":open 1", ":sources 1", ":why 1", ":topics", ":handout out.md"] {
      shown += try session.ask(line)
    }
    shown += String(decoding: try program.folder.bytes(of: "out.md"), as: UTF8.self)
    for arguments in [["walrus"], ["status"], ["check"], ["--format", "tsv", "walrus"]] {
      let run = try program.run(bytes: arguments.map { Array($0.utf8) })
      shown += run.output + run.errors
    }
    #expect(shown.contains("swims"))
    let harmful = shown.unicodeScalars.filter { scalar in
      let value = scalar.value
      return (value < 0x20 && value != 0x0A && value != 0x09) || (0x7F..<0xA0).contains(value)
        || (0x202A...0x202E).contains(value) || (0x2066...0x2069).contains(value)
    }
    #expect(harmful.isEmpty, "\(harmful.map { String($0.value, radix: 16) })")
  }
}
