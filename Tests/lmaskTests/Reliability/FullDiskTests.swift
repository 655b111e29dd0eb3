import Foundation
import TestSupport
import Testing

@Suite struct FullDiskTests {
  /// Larger than a kilobyte however well it is compressed.
  private static func program() throws -> (Program, before: [UInt8]) {
    let program = try EditionCorpus.program()
    let before = try program.folder.bytes(of: "Index/lmask.index")
    try EditionCorpus.write(2, for: program)
    return (program, before)
  }

  /// Runs a line of shell in the program's folder; `"$0"` is the program.
  private static func shell(
    _ script: String, _ program: Program, words: [String] = []
  ) throws -> Shell.Result {
    try Shell.run(
      words: words + ["bash", "-c", script, Program.path()], in: program.folder.path,
      set: program.environment)
  }

  /// A file may have a kilobyte; the signal that comes with it ends a program that does not expect it.
  private static let smallFiles = #"ulimit -f 1; exec env --default-signal=XFSZ "$0" "#

  @Test func `a file may not grow: one sentence, status 2, the old index stays`() throws {
    let (program, before) = try Self.program()
    let run = try Self.shell(Self.smallFiles + "index", program)
    #expect(run.status == 2)
    #expect(
      run.errors == "lmask: Index/lmask.index: cannot be written (file too large); name another "
        + "place with --index\n")
    #expect(try program.folder.bytes(of: "Index/lmask.index") == before)
    #expect(try program.names(in: "Index") == ["lmask.index"])
  }

  @Test func `where a file may not grow, a question is answered from memory`() throws {
    let (program, before) = try Self.program()
    let run = try Self.shell(Self.smallFiles + "--json walrus place 3", program)
    #expect(run.status == 0)
    #expect(run.output.contains("edition2x"))
    #expect(
      run.errors.hasPrefix("lmask: index rebuilt (walrus1.md changed) for this run only, because "))
    #expect(try program.folder.bytes(of: "Index/lmask.index") == before)
  }

  private static let mayMount =
    (try? Shell.run(
      words: ["unshare", "-rm", "mount", "-t", "tmpfs", "none", "/tmp"], in: "/"))?.status == 0

  @Test(.enabled(if: mayMount, "this machine lets nobody but root mount a file system"))
  func `a full disk: one sentence, status 2, the old index stays`() throws {
    let (program, _) = try Self.program()
    try program.makeFolder("disk")
    let script = #"""
      mount -t tmpfs -o size=64k none disk && cp Index/lmask.index disk/ || exit 99
      head -c 1000000 /dev/zero >disk/filler 2>/dev/null
      "$0" index --index disk/lmask.index; status=$?
      cmp disk/lmask.index Index/lmask.index || exit 98
      ls -A disk; exit $status
      """#
    let run = try Self.shell(script, program, words: ["unshare", "-rm"])
    #expect(run.status == 2)
    #expect(
      run.errors == "lmask: disk/lmask.index: cannot be written (no space left on device); name "
        + "another place with --index\n")
    #expect(run.output == "filler\nlmask.index\n")
  }
}
