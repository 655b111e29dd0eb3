import TestSupport
import Testing

@testable import Corpus

@Suite struct ContentHasherTests {
  private static func bytes(_ count: Int, seed: UInt64) -> [UInt8] {
    var generator = SeededGenerator(seed: seed)
    return (0..<count).map { _ in UInt8(truncatingIfNeeded: generator.next()) }
  }

  private static func hash(_ pieces: [ArraySlice<UInt8>]) -> ContentHash {
    var hasher = ContentHasher()
    for piece in pieces { hasher.combine(piece.span.bytes) }
    return hasher.finish()
  }

  /// Lengths on both sides of one, two and three stripes of 32 bytes.
  @Test(arguments: [0, 1, 31, 32, 33, 63, 64, 65, 100])
  func `bytes cut in two anywhere have the hash of the whole`(count: Int) {
    let bytes = Self.bytes(count, seed: UInt64(count))
    for cut in 0...count {
      #expect(Self.hash([bytes[..<cut], bytes[cut...]]) == ContentHash(bytes), "cut at \(cut)")
    }
  }

  @Test(arguments: [34, 70, 97])
  func `and cut in three`(count: Int) {
    let bytes = Self.bytes(count, seed: UInt64(count))
    for first in 0...count {
      for second in first...count {
        let hash = Self.hash([bytes[..<first], bytes[first..<second], bytes[second...]])
        if hash != ContentHash(bytes) { Issue.record("cut at \(first) and \(second)") }
      }
    }
  }

  @Test(arguments: 0..<5 as Range<UInt64>)
  func `and in many pieces of random lengths, empty ones too`(seed: UInt64) {
    let bytes = Self.bytes(5000, seed: seed)
    for longest in [1, 5, 31, 32, 33, 100, 1000] {
      var generator = SeededGenerator(seed: seed)
      var pieces: [ArraySlice<UInt8>] = []
      var start = 0
      while start < bytes.count {
        let end = min(start + Int.random(in: 0...longest, using: &generator), bytes.count)
        pieces.append(bytes[start..<end])
        start = end
      }
      #expect(Self.hash(pieces) == ContentHash(bytes), "seed \(seed), up to \(longest)")
    }
  }

  @Test func `no bytes at all have the hash of nothing`() {
    #expect(ContentHasher().finish() == ContentHash([]))
  }
}
