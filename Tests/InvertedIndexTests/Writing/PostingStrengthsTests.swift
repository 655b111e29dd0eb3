import TestSupport
import Testing

@testable import InvertedIndex

@Suite struct PostingStrengthsTests {
  @Test(arguments: 0..<4 as Range<UInt64>)
  func `a strength is that of all fields together, to the bit`(seed: UInt64) {
    var random = SeededGenerator(seed: seed)
    func vector(below end: UInt32) -> SIMD4<UInt32> {
      SIMD4((0..<4).map { _ in UInt32.random(in: 0..<end, using: &random) })
    }
    let lengths = (0..<100).map { _ in FieldNorms.clamped(vector(below: 70_000)) }
    let strengths = PostingStrengths(lengths: lengths)
    var totals = SIMD4<UInt64>.zero
    for vector in lengths { totals &+= SIMD4<UInt64>(truncatingIfNeeded: vector) }
    let scale = FieldFrequencyScale(
      BM25Parameters(),
      averageLengths: IndexSummary.averageLengths(totals, passageCount: lengths.count))
    for passage in lengths.indices {
      // In every field, and in one alone.
      for field in [nil] + Field.allCases.map(Optional.init) {
        var counts = vector(below: 50)
        for other in Field.allCases where field != nil && other != field {
          counts[field: other] = 0
        }
        let expected = scale.strength(counts, lengths: FieldVector(lengths[passage]))
        let strength = strengths.strength(of: counts, in: passage)
        #expect(strength.bitPattern == expected.bitPattern, "seed \(seed), \(counts)")
      }
    }
  }
}
