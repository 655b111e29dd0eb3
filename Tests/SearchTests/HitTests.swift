import Corpus
import Search
import Testing
import TestSupport

@Suite struct HitTests {
  @Test(arguments: 0..<10 as Range<UInt64>, [1, 2, 3, 7, 64, 200, 1000])
  func `the top hits are the first of all hits sorted`(seed: UInt64, limit: Int) {
    var generator = SeededGenerator(seed: seed)
    // Few different scores, so that there are many ties; some are no hits at all.
    let hits = (0..<200).map { ordinal in
      Hit(
        passage: PassageID(ordinal),
        score: Float(Int.random(in: -2...12, using: &generator)) / 4)
    }.shuffled(using: &generator)
    var top = TopHits(limit: limit)
    for hit in hits { top.add(hit) }
    let sorted = hits.filter { $0.score > 0 }.sorted {
      ($1.score, $0.passage.ordinal) < ($0.score, $1.passage.ordinal)
    }
    #expect(top.sorted() == Array(sorted.prefix(limit)), "seed \(seed)")
  }

  @Test func `zero, negative and undefined scores are no hits`() {
    var top = TopHits(limit: 5)
    for score: Float in [0, -0.0, -1, .nan, -.infinity] {
      top.add(Hit(passage: PassageID(0), score: score))
    }
    top.add(Hit(passage: PassageID(1), score: .leastNonzeroMagnitude))
    #expect(top.sorted() == [Hit(passage: PassageID(1), score: .leastNonzeroMagnitude)])
  }
}
