import Foundation
import Glibc
import TestSupport
import Testing

/// Runs of the program by somebody who may read everything and write nothing.
private func runAsGuest(_ program: Program, _ words: String...) throws -> Shell.Result {
  var command = ["env", "-u", "HOME", "XDG_CACHE_HOME=/nonexistent", try Program.path()]
  if getuid() == 0 {
    command = ["setpriv", "--reuid=65534", "--regid=65534", "--clear-groups"] + command
  }
  return try Shell.run(words: command + words, in: program.folder.path)
}

@Suite struct LibraryTests {
  /// The folders of a corpus and its index, without permission to write; the superuser's own are
  /// closed to the guest anyway.
  private static func lock(_ program: Program) throws {
    for name in try ["", "/Index"] + program.names(in: "Index").map({ "/Index/" + $0 }) {
      let isFolder = !name.hasSuffix(".index")
      chmod(program.folder.path + name, isFolder ? 0o555 : 0o444)
    }
  }

  private static func unlock(_ program: Program) {
    for name in ["", "/Index"] { chmod(program.folder.path + name, 0o755) }
  }

  @Test func `an index that may not be written is used without a word`() throws {
    let program = try SmallCorpus.indexedProgram()
    // Files copied after their index look newer than it.
    utimes(program.path("Index/lmask.index"), [timeval(tv_sec: 1, tv_usec: 0), timeval()])
    try Self.lock(program)
    defer { Self.unlock(program) }
    let run = try runAsGuest(program, "may", "I", "fly?")
    #expect(run.status == 0)
    #expect(run.output.contains("before you fly"))
    #expect(run.errors == "")
  }

  @Test func `an outdated index that may not be written is made anew in memory`() throws {
    let program = try SmallCorpus.indexedProgram()
    let old = try program.folder.bytes(of: "Index/lmask.index")
    try program.folder.write("Walrus\n\nThe walrus swims.\n", to: "Corpus/walrus.txt")
    try Self.lock(program)
    defer { Self.unlock(program) }
    for _ in 0..<2 {
      let run = try runAsGuest(program, "does", "the", "walrus", "swim?")
      #expect(run.status == 0)
      #expect(run.output.contains("The walrus swims."))
      #expect(
        run.errors == "lmask: index rebuilt (walrus.txt is new) for this run only, because "
          + "Index/lmask.index: cannot be written (permission denied); name another place with "
          + "--index\n")
    }
    #expect(try program.folder.bytes(of: "Index/lmask.index") == old)
  }

  @Test func `a missing index that may not be written is made in memory`() throws {
    let program = try SmallCorpus.program()
    try Self.lock(program)
    defer { Self.unlock(program) }
    let run = try runAsGuest(program, "--quiet", "may", "I", "fly?")
    #expect(run.status == 0)
    #expect(run.output.contains("before you fly"))
    #expect(run.errors == "")
    #expect(try program.names(in: "Index").isEmpty)
  }
}
