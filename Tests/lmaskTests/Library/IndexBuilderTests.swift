import Foundation
import Glibc
import TestSupport
import Testing

@Suite struct IndexBuilderTests {
  // MARK: The corpus

  @Test func `what is no text is named with the reason and the rest is indexed`() throws {
    let program = try SmallCorpus.program()
    let folder = program.folder
    try folder.write([0x61, 0, 0x62], to: "Corpus/zero.txt")
    try folder.write([0x89, 0x50, 0x4E, 0x47, 0], to: "Corpus/picture.png")
    try folder.write("<p>walrus</p>", to: "Corpus/page.html")
    try folder.write("walrus", to: "Corpus/no-extension")
    mkfifo(program.path("Corpus/pipe.md"), 0o644)
    symlink(".", program.path("Corpus/loop"))
    symlink("knot.md", program.path("Corpus/knot.md"))
    symlink("nowhere.md", program.path("Corpus/dangling.md"))
    let run = try program.run("index")
    #expect(run.status == 0)
    #expect(
      run.errorLines.dropLast() == [
        "lmask: skipped dangling.md (unreadable)",
        "lmask: skipped knot.md (a link that leads back to itself)",
        "lmask: skipped loop (a link that leads back to itself)",
        "lmask: skipped no-extension (not .md or .txt)",
        "lmask: skipped page.html (not .md or .txt)",
        "lmask: skipped picture.png (not .md or .txt)",
        "lmask: skipped pipe.md (no regular file)",
        "lmask: skipped zero.txt (binary)",
      ])
    #expect(try program.run("fly").errors.isEmpty)
    #expect(try program.run("walrus").status == 1)
  }

  @Test func `first use names the first skipped files on its one line`() throws {
    let program = try SmallCorpus.program()
    for name in ["a.png", "b.png", "c.png", "d.png"] {
      try program.folder.write("x", to: "Corpus/" + name)
    }
    #expect(
      try program.run("fly").errors == "lmask: index built: 3 documents, 3 passages; skipped "
        + "a.png (not .md or .txt), b.png (not .md or .txt), c.png (not .md or .txt) and 1 more\n")
  }

  @Test func `two links that lead to each other's folder end`() throws {
    let program = try SmallCorpus.program()
    try program.makeFolder("Corpus/a")
    try program.makeFolder("Corpus/b")
    symlink("../b", program.path("Corpus/a/to-b"))
    symlink("../a", program.path("Corpus/b/to-a"))
    try program.folder.write("walrus\n", to: "Corpus/a/w.txt")
    let run = try program.run("walrus", "--json")
    #expect(run.status == 0)
  }

  @Test func `file names with spaces, newlines, emoji and odd signs are read and shown harmlessly`()
    throws
  {
    let program = try SmallCorpus.program()
    let names = ["sp ace.md", "new\nline.txt", "🧠.md", "\u{1B}[31m.txt", "-dash.md", "'\"$(x)`.md"]
    for (number, name) in names.enumerated() {
      try program.folder.write("walrus\(number)\n", to: "Corpus/" + name)
    }
    for (number, name) in names.enumerated() {
      let object = try program.run("--json", "--quiet", "walrus\(number)").objects.first
      let result = (object?["results"] as? [[String: Any]])?.first
      #expect(result?["document"] as? String == name)
      #expect(try program.run("walrus\(number)").outputLines.last?.hasPrefix("   — ") == true)
    }
  }

  @Test func `a name that is not UTF-8 is named and skipped`() throws {
    let program = try SmallCorpus.program()
    let path = (program.path("Corpus/bad").utf8.map { CChar(bitPattern: $0) }) + [-1, 0]
    close(open(path, O_WRONLY | O_CREAT, 0o644))
    let run = try program.run("index")
    #expect(run.status == 0)
    #expect(run.errorLines.first == "lmask: skipped bad\u{FFFD} (name is not UTF-8)")
  }

  @Test func `bytes that are not UTF-8 are replaced and the file is named`() throws {
    let program = try SmallCorpus.program()
    try program.folder.write(
      Array("Walrus caf".utf8) + [0xE9] + Array(" tusk\n".utf8), to: "Corpus/l.txt")
    let run = try program.run("index")
    #expect(run.status == 0)
    #expect(run.errors.contains("lmask: l.txt: bytes that are not UTF-8 shown as \u{FFFD}\n"))
    #expect(try program.run("walrus").output.contains("Walrus caf\u{FFFD} tusk"))
  }

  @Test func `empty files and folders are no trouble and no topic`() throws {
    let program = try SmallCorpus.program()
    try program.folder.write("", to: "Corpus/nothing.md")
    try program.folder.write(" \n\n\t\n", to: "Corpus/blank.txt")
    try program.folder.write("\u{FEFF}", to: "Corpus/mark.txt")
    try program.makeFolder("Corpus/empty/folder.md")
    #expect(try program.run("index").status == 0)
    let declined = try program.run("zebra")
    #expect(
      declined.output
        == "Nothing here mentions: zebra. This guide covers: fatigue; Finding LM; Travel.\n")
  }

  @Test func `a corpus without text ends with 2 and says what was skipped`() throws {
    let program = try Program()
    try program.makeFolder("empty")
    let empty = try program.run("--corpus", "empty", "fly")
    #expect(empty.status == 2)
    #expect(
      empty.errors == "lmask: empty: no text to answer from; put .md or .txt files there\n")
    try program.folder.write("x", to: "empty/a.png")
    #expect(
      try program.run("--corpus", "empty", "fly").errors == "lmask: empty: no text to answer from "
        + "(skipped: a.png (not .md or .txt)); put .md or .txt files there\n")
  }

  @Test(arguments: [
    ("nowhere", "no such folder"), ("file.txt", "is a file, not a folder"),
    ("file.txt/below", "no such folder"), ("knot", "cannot be read"),
  ])
  func `a corpus that is no folder ends with 2 and one sentence`(name: String, words: String) throws
  {
    let program = try Program()
    try program.folder.write("x", to: "file.txt")
    symlink("knot", program.path("knot"))
    for arguments in [["fly"], ["index"], []] {
      let all = arguments.prefix(1) + ["--corpus", name]
      let run = try program.run(bytes: all.map { Array($0.utf8) }, input: [])
      #expect(run.status == 2)
      #expect(run.output.isEmpty)
      #expect(run.errorLines.count == 1)
      #expect(run.errors.hasPrefix("lmask: \(name): \(words)"))
    }
  }

  @Test(.enabled(if: getuid() != 0, "the superuser may read everything"))
  func `what may not be read is named and skipped`() throws {
    let program = try SmallCorpus.program()
    try program.folder.write("x", to: "Corpus/closed/inside.txt")
    chmod(program.path("Corpus/travel.md"), 0)
    chmod(program.path("Corpus/closed"), 0)
    defer { chmod(program.path("Corpus/closed"), 0o755) }
    let run = try program.run("index")
    #expect(run.status == 0)
    #expect(
      run.errorLines.prefix(2) == [
        "lmask: skipped closed (unreadable)", "lmask: skipped travel.md (unreadable)",
      ])
  }

  @Test(arguments: [
    ("---\ntitle: x\n", "a.md:1: front matter opens here"), ("A [@nobody].\n", "a.md:1: citation"),
    ("---\nreviewed: soon\n---\n\nx\n", "a.md:2: reviewed \"soon\" is not a date"),
    ("## A {#x}\n\na\n\n## B {#x}\n\nb\n", "a.md:5: anchor \"#x\" is already used in line 1"),
  ])
  func `a mistake in a document ends with 2, names the line and keeps the old index`(
    text: String, words: String
  ) throws {
    let program = try SmallCorpus.indexedProgram()
    let before = try program.folder.bytes(of: "Index/lmask.index")
    try program.folder.write(text, to: "Corpus/a.md")
    let run = try program.run("index")
    #expect(run.status == 2)
    #expect(run.errorLines.count == 1)
    #expect(run.errors.contains(words))
    #expect(try program.folder.bytes(of: "Index/lmask.index") == before)
    #expect(try program.names(in: "Index") == ["lmask.index"])
  }

  @Test func `a broken bibliography ends with 2 and one sentence`() throws {
    let program = try SmallCorpus.program()
    for text in ["", "{", "{}", "[1]", "\u{0}"] {
      try program.folder.write(text, to: "Corpus/sources.json")
      let run = try program.run("fly")
      #expect(run.status == 2)
      #expect(run.errorLines.count == 1)
      #expect(run.errors.hasPrefix("lmask: sources.json:1: is not CSL-JSON"))
    }
  }

  // MARK: The index's place

  @Test(arguments: [
    ("Corpus/travel.md", "is not an lmask index"), ("Corpus", "is a folder, not an index"),
    ("/dev/null", "is not an lmask index"), ("/dev/full", "is not an lmask index"),
    ("Corpus/travel.md/x.index", "cannot be written"), ("pipe", "is not an lmask index"),
  ])
  func `what is no index is never overwritten`(place: String, words: String) throws {
    let program = try SmallCorpus.program()
    mkfifo(program.path("pipe"), 0o644)
    for arguments in [["index", "--index", place], ["--index", place, "fly"]] {
      let run = try program.run(bytes: arguments.map { Array($0.utf8) })
      #expect(run.status == 2)
      #expect(run.output.isEmpty)
      #expect(run.errorLines.count == 1)
      #expect(run.errors.hasPrefix("lmask: \(place): \(words)"))
    }
    #expect(try program.folder.bytes(of: "Corpus/travel.md") == Array(SmallCorpus.travel.utf8))
    #expect(try program.names(in: "Corpus").count == 4)
  }

  @Test(.enabled(if: getuid() != 0, "the superuser may write everywhere"))
  func `a place that may not be written or read is told with the reason`() throws {
    let program = try SmallCorpus.program()
    try program.makeFolder("locked")
    chmod(program.path("locked"), 0o500)
    for place in ["locked/x.index", "locked/sub/x.index"] {
      let run = try program.run("--index", place, "fly")
      #expect(run.status == 2)
      #expect(
        run.errors == "lmask: \(place): cannot be written (permission denied); name another "
          + "place with --index\n")
    }
    try program.folder.write("secret", to: "secret")
    chmod(program.path("secret"), 0)
    #expect(try program.run("index", "--index", "secret").status == 2)
    chmod(program.path("secret"), 0o600)
    #expect(try program.folder.bytes(of: "secret") == Array("secret".utf8))
  }

  @Test(arguments: [0, 1, 7, 8, 11, 12, 40, 300, 500])
  func `a truncated index is told of, not trusted, and built anew when asked`(length: Int) throws {
    let program = try SmallCorpus.indexedProgram()
    let whole = try program.folder.bytes(of: "Index/lmask.index")
    try program.folder.write(Array(whole.prefix(length)), to: "Index/lmask.index")
    for arguments in [["fly"], ["status"], ["index", "--verify"], ["--no-refresh", "fly"]] {
      let run = try program.run(bytes: arguments.map { Array($0.utf8) })
      #expect(run.status == 2)
      #expect(run.output.isEmpty)
      #expect(run.errorLines.count == 1)
      #expect(run.errors.hasPrefix("lmask: Index/lmask.index: damaged at byte "))
      #expect(run.errors.hasSuffix("run \"lmask index\"\n"))
    }
    #expect(try program.run("index").status == 0)
    #expect(try program.folder.bytes(of: "Index/lmask.index") == whole)
  }

  @Test func `an index of another version is told of with both versions and can be replaced`()
    throws
  {
    let program = try SmallCorpus.indexedProgram()
    let whole = try program.folder.bytes(of: "Index/lmask.index")
    var other = whole
    // The version is the little-endian number at byte 8.
    other[8] = 99
    try program.folder.write(other, to: "Index/lmask.index")
    let run = try program.run("fly")
    #expect(run.status == 2)
    #expect(
      run.errors == "lmask: Index/lmask.index: format version 99, this lmask reads \(whole[8]); "
        + "run \"lmask index\"\n")
    #expect(try program.run("index").status == 0)
    #expect(try program.folder.bytes(of: "Index/lmask.index") == whole)
  }

  @Test func `an index left by an older lmask is built anew, unless its place was named`() throws {
    let program = try SmallCorpus.indexedProgram()
    let whole = try program.folder.bytes(of: "Index/lmask.index")
    var older = whole
    older[8] = 1
    try program.folder.write(older, to: "Index/lmask.index")
    let named = try program.run("--index", "Index/lmask.index", "fly")
    #expect(named.status == 2)
    let kept = try program.run("--no-refresh", "fly")
    #expect(kept.status == 2)
    #expect(kept.errors.contains("format version 1, this lmask reads \(whole[8])"))
    let run = try program.run("fly")
    #expect(run.status == 0)
    #expect(run.errors.contains("index rebuilt (it was of format version 1)"))
    #expect(try program.folder.bytes(of: "Index/lmask.index") == whole)
  }

  @Test func `no flipped byte makes the program trap, and each is told of`() throws {
    let program = try SmallCorpus.indexedProgram()
    let whole = try program.folder.bytes(of: "Index/lmask.index")
    #expect(try program.run("index", "--verify").status == 0)
    var random = SeededGenerator(seed: 20_261)
    for _ in 1...25 {
      let place = Int.random(in: 0..<whole.count, using: &random)
      var damaged = whole
      damaged[place] ^= UInt8.random(in: 1...255, using: &random)
      try program.folder.write(damaged, to: "Index/lmask.index")
      let answer = try program.run("--no-refresh", "--explain", "how is LM diagnosed? fly")
      #expect(answer.status == 2, "byte \(place): \(answer.errors)")
      let check = try program.run("index", "--verify")
      #expect(check.status == 2, "byte \(place)")
      #expect(check.errorLines.count == 1, "byte \(place)")
    }
  }

  // MARK: At once, and interrupted

  @Test func `many runs that index at once all answer and leave one whole index`() throws {
    let program = try SmallCorpus.program()
    for number in 1...200 {
      try program.folder.write("Walrus \(number).\n", to: "Corpus/w\(number).txt")
    }
    let runs = try (1...6).map { number in
      number % 2 == 0 ? try program.start("index", "--quiet") : try program.start("walrus 7")
    }
    for run in runs {
      let result = try run.finish()
      #expect(result.status == 0, "\(result.errors)")
    }
    #expect(try program.names(in: "Index") == ["lmask.index"])
    #expect(try program.run("index", "--verify").status == 0)
    let answer = try program.run("walrus 7")
    #expect(answer.errors.isEmpty)
    #expect(answer.output.contains("Walrus 7."))
  }

  @Test func `Ctrl-C while indexing ends with 130 and keeps the old index`() throws {
    let program = try SmallCorpus.indexedProgram()
    let before = try program.folder.bytes(of: "Index/lmask.index")
    // Much more to read than there is time for between the handler and the key.
    let many = (1...2000).map { "Walrus \($0) has tusks.\n\n" }.joined()
    for number in 1...30 { try program.folder.write(many, to: "Corpus/w\(number).txt") }
    let terminal = try PseudoTerminal(program, "index")
    try terminal.waitUntilHandlesInterrupts()
    terminal.type("\u{03}")
    let (status, rest) = try terminal.finish()
    #expect(status == 130)
    #expect(rest.contains("lmask: interrupted; the old index stays\n"))
    #expect(try program.folder.bytes(of: "Index/lmask.index") == before)
    #expect(try program.names(in: "Index") == ["lmask.index"])
    #expect(try program.run("--no-refresh", "--quiet", "fly").status == 0)
  }

  @Test func `left temporary files of runs that were killed are removed`() throws {
    let program = try SmallCorpus.program()
    // No process has this number: it is above the kernel's highest.
    try program.folder.write("half", to: "Index/.lmask.index.4999999.tmp")
    try program.folder.write("mine", to: "Index/.other.tmp")
    #expect(try program.run("index").status == 0)
    #expect(try program.names(in: "Index") == [".other.tmp", "lmask.index"])
  }
}
