import TestSupport
import Testing

@testable import InvertedIndex

@Suite struct TermRanksTests {
  /// Less than a block, blocks exactly, and more.
  @Test(arguments: [nil, 1])
  func `ranks come back run by run, in the order in which they were added`(limit: Int?) throws {
    let place = try TemporaryFolder()
    let counts = [0, 1, 511, 512, 513, 2000]
    let folder = limit.map { SpoolFolder(place.path, mostInMemory: $0) }
    var ranks = TermRanks(runs: counts.count, folder: folder)
    for number in 0..<2000 {
      for run in counts.indices where number < counts[run] {
        ranks.append(TermRank(place: UInt32(number * 7 + run), idf: Float(number) / 3), ofRun: run)
      }
    }
    let sealed = ranks.sealed()
    for (run, count) in counts.enumerated() {
      let read = sealed.ranks(ofRun: run)
      #expect(read.map(\.place) == (0..<count).map { UInt32($0 * 7 + run) })
      #expect(read.map(\.idf) == (0..<count).map { Float($0) / 3 })
    }
  }
}
