import Corpus
import Testing

@testable import InvertedIndex

@Suite struct FieldNormsTests {
  @Test func `lengths come back by passage and field`() throws {
    let lengths: [SIMD4<UInt32>] = [
      SIMD4(0, 0, 0, 0), SIMD4(1, 2, 3, 4), SIMD4(255, 256, 257, 65_535),
    ]
    let norms = try norms(of: lengths)
    #expect(norms.lengths(of: PassageID(0)) == FieldVector(0, 0, 0, 0))
    #expect(norms.lengths(of: PassageID(1)) == FieldVector(1, 2, 3, 4))
    #expect(norms.lengths(of: PassageID(2)) == FieldVector(255, 256, 257, 65_535))
  }

  @Test func `a field too long for two bytes counts as the longest there is`() throws {
    let norms = try norms(of: [SIMD4(65_536, 1_000_000, UInt32.max, 5)])
    #expect(norms.lengths(of: PassageID(0)) == FieldVector(65_535, 65_535, 65_535, 5))
  }

  @Test(arguments: [0, 7, 15, 17, 24])
  func `another size than eight bytes a passage is an error`(size: Int) throws {
    let file = try MappedFile.sample([UInt8](repeating: 0, count: 32))
    let error = #expect(throws: IndexError.self) {
      try FieldNorms(file, 8..<8 + size, passageCount: 2)
    }
    #expect(
      error == .damaged(path: file.path, offset: 8, reason: "field lengths are missing"))
  }

  private func norms(of lengths: [SIMD4<UInt32>]) throws -> FieldNorms {
    let bytes = FieldNorms.encode(lengths.map(FieldNorms.clamped))
    // Not at the file's start, so that offsets are seen to count from the section's.
    let file = try MappedFile.sample([0xFF, 0xFF, 0xFF] + bytes)
    return try FieldNorms(file, 3..<3 + bytes.count, passageCount: lengths.count)
  }
}
