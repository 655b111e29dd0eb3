import Testing

@testable import lmask

@Suite struct ProgressTests {
  static let rows: [(done: Int, total: Int, seconds: Double, line: String)] = [
    (0, 100, 2, ".............................. 0 of 100 MB"),
    (50, 100, 2, "###############............... 50 of 100 MB, 25 MB/s, 2 s left"),
    (99, 100, 3, "#############################. 99 of 100 MB, 33 MB/s, 1 s left"),
    (100, 100, 4, "############################## 100 of 100 MB, 25 MB/s, 0 s left"),
    // A file may grow after it was listed.
    (120, 100, 4, "############################## 120 of 100 MB, 30 MB/s, 0 s left"),
    (0, 0, 1, ".............................. 0 of 0 MB"),
  ]

  @Test(arguments: rows)
  func `the line says how much is done, how fast, and how long it will take`(
    done: Int, total: Int, seconds: Double, line: String
  ) {
    var progress = Progress(terminal: Terminal())
    progress.total = total << 20
    progress.counter.add(done << 20)
    let parts = line.split(separator: " ", maxSplits: 1)
    #expect(progress.line(after: seconds) == "indexing [\(parts[0])] \(parts[1])")
  }

  @Test func `what several threads did adds up`() {
    let progress = Progress(terminal: Terminal())
    let copy = progress
    progress.counter.add(3)
    copy.counter.add(4)
    #expect(progress.counter.bytes == 7)
  }
}
