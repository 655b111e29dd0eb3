import Corpus
import Search
import TestSupport
import Testing

@testable import Answering

@Suite struct PlaceSignalTests {
  private let signal: PlaceSignal

  init() throws {
    let documents = [3, 6, 2].enumerated().map { document, count in
      (0..<count).map { Passage.sample("Text \($0).", path: "\(document).md") }
    }
    signal = try PlaceSignal(PassageID(4), index: SampleIndex.reader(of: documents))
  }

  @Test func `passages of the same document gain, neighbours more, others nothing`() {
    let shares = (0..<11).map { signal.share(of: PassageID($0)) }
    #expect(shares[0...2].allSatisfy { $0 == 0 } && shares[9...10].allSatisfy { $0 == 0 })
    #expect(shares[3...6].allSatisfy { $0 == shares[4] })
    #expect(shares[7...8].allSatisfy { $0 > 0 && $0 < shares[4] })
  }

  @Test func `hits are ordered anew`() throws {
    let hits = [0, 8, 4].map { Hit(passage: PassageID($0), score: $0 == 0 ? 1.1 : 1) }
    let best = try signal.rescored(limit: 2) { _ in hits }
    #expect(best.map(\.passage.ordinal) == [4, 8])
    #expect(best.allSatisfy { $0.score > 1.1 })
  }

  @Test func `the explanation says so and adds up`() {
    let tree = signal.explanation(Explanation("score", 2), of: PassageID(8))
    #expect(tree.value == 2 + 2 * signal.share(of: PassageID(8)))
    #expect(tree.parts.map(\.name) == ["on its own", "it stands in the document last spoken of"])
    #expect(signal.explanation(Explanation("score", 2), of: PassageID(0)).parts.isEmpty)
  }
}
