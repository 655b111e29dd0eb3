import Analysis
import Corpus
import TestSupport
import Testing

@testable import InvertedIndex

@Suite struct IndexRecyclerTests {
  typealias Sample = IndexWriterSegmentsTests.Sample

  @Test(arguments: 10..<13 as Range<UInt64>)
  func `an index recycled whole has the same bytes`(seed: UInt64) throws {
    let sample = try Sample(seed: seed)
    let old = try IndexReader(path: "old", bytes: sample.simple)
    for pieces in [[0..<60], [0..<1, 1..<1, 1..<30, 30..<60]] {
      var writer = sample.writer()
      let recycler = try IndexRecycler(old)
      writer.prepare(for: recycler)
      for piece in pieces {
        writer.add(try recycler.segment(of: piece, sources: piece), from: nil)
      }
      #expect(writer.finish().bytes == sample.simple, "seed \(seed)")
    }
  }

  /// Every third document is read anew; one is left out, so that its words must go.
  @Test(arguments: 13..<17 as Range<UInt64>)
  func `documents recycled among others that are read give the bytes of reading all`(
    seed: UInt64
  ) throws {
    let sample = try Sample(seed: seed)
    let old = try IndexReader(path: "old", bytes: sample.simple)
    var recycler = try IndexRecycler(old)
    let left = (0..<60).filter { $0 != 31 }
    try recycler.drop(left.filter { $0 % 3 == 0 } + [31], analyzer: .standard())
    #expect(
      try Self.index(of: left, sample, recycling: recycler) { $0 % 3 != 0 }
        == Self.index(of: left, sample, recycling: nil) { _ in false }, "seed \(seed)")
  }

  /// Some documents of a sample as an index.
  private static func index(
    of documents: [Int], _ sample: Sample, recycling recycler: IndexRecycler?,
    _ isRecycled: (Int) -> Bool
  ) throws -> [UInt8] {
    var writer = sample.writer()
    if let recycler { writer.prepare(for: recycler) }
    var builders = [writer.builder(with: .standard()), writer.builder(with: .standard())]
    for document in documents {
      if let recycler, isRecycled(document) {
        let piece = document..<document + 1
        writer.add(try recycler.segment(of: piece, sources: piece), from: nil)
      } else {
        sample.add(document, to: &builders[document % 2])
        writer.add(builders[document % 2].takeSegment(), from: document % 2)
      }
    }
    writer.add(wordsOf: builders)
    return writer.finish().bytes
  }

  @Test func `a damaged index is not recycled`() throws {
    let sample = try Sample(seed: 1, documents: 5)
    var bytes = sample.simple
    bytes[bytes.count - 40] ^= 1
    #expect(
      try reportsDamage { _ = try IndexRecycler(IndexReader(path: "old", bytes: bytes)) })
  }
}
