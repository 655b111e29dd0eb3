import Foundation
import TestSupport
import Testing

/// The built program installed by the Makefile below a folder of its own.
private struct Installation {
  let program: Program
  private let built: String

  /// - Parameter prefix: below the folder `root` of the program's folder.
  init(prefix: String) throws {
    program = try Program()
    built = try Program.path()
    try make("install", prefix)
  }

  func make(_ target: String, _ prefix: String) throws {
    let run = try Shell.run(
      words: [
        "make", "-s", target, "DESTDIR=\(program.folder.path)/root", "PREFIX=\(prefix)",
        "PROGRAM=\(built)",
      ], in: Repository.path)
    try #require(run.status == 0, "\(run.errors)")
  }

  /// The files below `root`, sorted.
  func files() throws -> [String] {
    let root = program.path("root")
    return try FileManager.default.subpathsOfDirectory(atPath: root).filter {
      var isFolder: ObjCBool = false
      _ = FileManager.default.fileExists(atPath: root + "/" + $0, isDirectory: &isFolder)
      return !isFolder.boolValue
    }.sorted()
  }

  /// Runs the installed program in a folder without documents.
  func run(_ prefix: String, _ words: String...) throws -> Shell.Result {
    try program.makeFolder("elsewhere")
    return try Shell.run(
      words: [program.path("root" + prefix + "/bin/lmask")] + words, in: program.path("elsewhere"),
      set: ["XDG_DATA_DIRS": "/nonexistent"])
  }
}

@Suite(.enabled(if: Shell.has("make"), "needs make")) struct InstallTests {
  @Test func `every file has its place, and uninstalling leaves none`() throws {
    let installation = try Installation(prefix: "/usr")
    let corpus = try FileManager.default.subpathsOfDirectory(atPath: Repository.corpus)
    let pages = try FileManager.default.contentsOfDirectory(atPath: ManualTests.folder)
    #expect(pages.count == HelpOptions.commands.count)
    let expected =
      ["bin/lmask", "share/lmask/Index/lmask.index", "share/doc/lmask/README.md"]
      + ["share/doc/lmask/copyright", "share/bash-completion/completions/lmask"]
      + ["share/zsh/vendor-completions/_lmask", "share/fish/vendor_completions.d/lmask.fish"]
      + pages.map { "share/man/man1/" + $0 } + corpus.map { "share/lmask/Corpus/" + $0 }
    #expect(try installation.files() == expected.map { "usr/" + $0 }.sorted())
    try installation.make("uninstall", "/usr")
    #expect(try installation.files().isEmpty)
    // A second time there is nothing to do, and that is no error.
    try installation.make("uninstall", "/usr")
  }

  @Test func `the installed program answers from any folder and takes its index as it is`() throws {
    let prefix = "/opt/with space"
    let installation = try Installation(prefix: prefix)
    let answer = try installation.run(prefix, "how", "is", "LM", "diagnosed?")
    #expect(answer.status == 0)
    #expect(answer.output.contains("MRI"))
    #expect(answer.errors == "")
    let status = try installation.run(prefix, "status")
    #expect(status.output.contains("\nup to date yes\n"))
    #expect(status.output.contains(prefix + "/share/lmask/Index/lmask.index"))
    #expect(try installation.run(prefix, "index", "--verify").status == 0)
  }

  @Test func `what an older version left in the corpus goes`() throws {
    let installation = try Installation(prefix: "/usr")
    let left = "root/usr/share/lmask/Corpus/old.txt"
    try installation.program.folder.write("Walrus.\n", to: left)
    try installation.make("install", "/usr")
    #expect(!installation.program.exists(left))
  }

  @Test func `the package carries the program's version`() throws {
    let log = try String(
      contentsOfFile: Repository.path + "/Packaging/debian/changelog", encoding: .utf8)
    let version = try Program().run("--version").output.dropLast()
    #expect(log.hasPrefix("lmask (\(version)-"))
  }
}
