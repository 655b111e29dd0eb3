import TestSupport
import Testing

@testable import InvertedIndex

@Suite struct TallyTests {
  typealias Entry = (word: [UInt8], count: Int)

  /// Words that begin alike, contain one another, and differ behind the first eight bytes.
  private static func randomTally(using generator: inout SeededGenerator) -> [[UInt8]: Int] {
    var tally: [[UInt8]: Int] = [:]
    for _ in 0..<Int.random(in: 0...40, using: &generator) {
      let start: [UInt8] = Bool.random(using: &generator) ? Array("abcdefgh".utf8) : []
      let rest = (0..<Int.random(in: 0...3, using: &generator)).map { _ in
        [0, 0x61, 0x62, 0xFF].randomElement(using: &generator) ?? 0 as UInt8
      }
      tally[start + rest] = Int.random(in: 0...1000, using: &generator)
    }
    return tally
  }

  private static func sorted(_ tally: [[UInt8]: Int]) -> [Entry] {
    tally.map { ($0.key, $0.value) }.sorted { $0.word.lexicographicallyPrecedes($1.word) }
  }

  /// Tallies in one spool, one after another.
  private static func spool(
    _ tallies: [[[UInt8]: Int]]
  ) -> (spool: SealedSpool, ranges: [Range<Int>]) {
    var spool = Spool(folder: nil)
    let ranges = tallies.map { tally in
      var writer = TallyWriter()
      for entry in sorted(tally) { writer.append(entry.word.span, count: entry.count) }
      let start = spool.count
      spool.append(writer.bytes)
      return start..<spool.count
    }
    return (spool.sealed(), ranges)
  }

  private static func require(_ isThere: Bool) throws { try #require(isThere) }

  @Test(arguments: 0..<10 as Range<UInt64>)
  func `words and counts come back in order`(seed: UInt64) throws {
    var generator = SeededGenerator(seed: seed)
    let tally = Self.randomTally(using: &generator)
    let (spool, ranges) = Self.spool([tally])
    var reader = TallyReader(spool, ranges[0])
    for entry in Self.sorted(tally) {
      try Self.require(reader.advance())
      #expect(reader.word == entry.word && reader.count == entry.count, "seed \(seed)")
    }
    let hasMore = reader.advance()
    #expect(!hasMore)
  }

  @Test(arguments: 0..<20 as Range<UInt64>)
  func `merged, each word comes once with its count in each tally`(seed: UInt64) throws {
    var generator = SeededGenerator(seed: seed)
    let tallies = (0..<Int(seed)).map { _ in Self.randomTally(using: &generator) }
    let (spool, ranges) = Self.spool(tallies)
    var merger = TallyMerger(spool, ranges)
    let words = Set(tallies.flatMap(\.keys)).sorted { $0.lexicographicallyPrecedes($1) }
    for word in words {
      let holding = tallies.indices.filter { tallies[$0][word] != nil }
      try Self.require(merger.advance())
      #expect(merger.word == word, "seed \(seed)")
      #expect(merger.counts.map(\.tally) == holding, "seed \(seed)")
      #expect(merger.counts.map(\.count) == holding.map { tallies[$0][word] }, "seed \(seed)")
    }
    for _ in 0..<2 {
      let hasMore = merger.advance()
      #expect(!hasMore)
    }
  }
}
