import TestSupport
import Testing

@Suite struct GoldenTests {
  @Test func `an equal text is no complaint`() throws {
    let folder = try TemporaryFolder()
    let golden = Golden(path: try folder.write("a\nb\n", to: "g.txt"), isRewritten: false)
    #expect(try golden.complaint(about: "a\nb\n") == nil)
  }

  @Test func `a complaint shows the lines that differ below the line they belong to`() throws {
    let folder = try TemporaryFolder()
    let old = "head\n  same\n  old\nother\n  x\n"
    let golden = Golden(path: try folder.write(old, to: "g.txt"), isRewritten: false)
    let complaint = try golden.complaint(about: "head\n  same\n  new\nother\n  x\n")
    #expect(
      complaint == """
        g.txt: differs (- golden, + now):
          head
        -   old
        +   new
        If this is meant, run the tests with LMASK_UPDATE_GOLDENS=1, review and commit the change.
        """)
  }

  @Test func `a long difference is cut short`() throws {
    let folder = try TemporaryFolder()
    let golden = Golden(path: try folder.write("", to: "g.txt"), isRewritten: false)
    let complaint = try golden.complaint(about: String(repeating: "x\n", count: 100))
    #expect(complaint?.contains("\n… and 60 lines\n") == true)
  }

  @Test func `a missing golden says how to write it`() throws {
    let folder = try TemporaryFolder()
    let golden = Golden(path: folder.path + "/none.txt", isRewritten: false)
    #expect(
      try golden.complaint(about: "a")
        == "none.txt: missing; run the tests with LMASK_UPDATE_GOLDENS=1 to write it")
  }

  @Test func `a golden is written only when that is asked for`() throws {
    let folder = try TemporaryFolder()
    let path = try folder.write("old", to: "g.txt")
    _ = try Golden(path: path, isRewritten: false).complaint(about: "new")
    #expect(try folder.bytes(of: "g.txt") == Array("old".utf8))
    #expect(try Golden(path: path, isRewritten: true).complaint(about: "new") == nil)
    #expect(try folder.bytes(of: "g.txt") == Array("new".utf8))
  }
}
