import TestSupport
import Testing

@testable import InvertedIndex

@Suite struct RecordCompressorTests {
  /// Records that have much in common, as passages have.
  static func records(seed: UInt64, count: Int) -> [[UInt8]] {
    var generator = SeededGenerator(seed: seed)
    return (0..<count).map { _ in
      let words = (0..<Int.random(in: 0...60, using: &generator)).map { _ in
        RandomCorpus.words.randomElement(using: &generator) ?? ""
      }
      return Array(words.joined(separator: " ").utf8)
    }
  }

  static func dictionary(of records: [[UInt8]], size: Int) -> [UInt8] {
    RecordCompressor.dictionary(
      ofSamples: Array(records.joined()), lengths: records.map(\.count), size: size)
  }

  static func compressed(_ records: [[UInt8]], _ dictionary: [UInt8]) -> [[UInt8]] {
    let compressor = RecordCompressor(dictionary: dictionary)
    return records.map { record in
      var bytes: [UInt8] = [1, 2]
      let length = compressor.append(record.span.bytes, to: &bytes)
      #expect(bytes.count == 2 + length)
      #expect(bytes.prefix(2) == [1, 2])
      return Array(bytes.dropFirst(2))
    }
  }

  @Test(arguments: 0..<3 as Range<UInt64>, [0, 2048, 20_000])
  func `records come back, each by itself`(seed: UInt64, size: Int) throws {
    let records = Self.records(seed: seed, count: 400) + [[], [0], RandomBytes.of(100_000)]
    let dictionary = Self.dictionary(of: records, size: size)
    #expect(dictionary.isEmpty == (size == 0))
    let frames = Self.compressed(records, dictionary)
    let file = try MappedFile.sample(dictionary + frames.joined())
    let decompressor = Decompressor(file, dictionary: 0..<dictionary.count)
    let ends = frames.reduce(into: [dictionary.count]) { $0.append(($0.last ?? 0) + $1.count) }
    // From the last to the first: none needs one that was read before it.
    for number in records.indices.reversed() {
      var reader = try decompressor.record(ends[number]..<ends[number + 1])
      #expect(try reader.rest() == records[number], "seed \(seed), record \(number)")
    }
  }

  @Test func `what records have in common is written once`() {
    let records = Self.records(seed: 7, count: 1000)
    let with = Self.compressed(records, Self.dictionary(of: records, size: 8192))
    let without = Self.compressed(records, [])
    #expect(with.joined().count < without.joined().count * 8 / 10)
  }

  @Test func `a record's frame depends on nothing that was compressed before`() {
    let records = Self.records(seed: 8, count: 50)
    let dictionary = Self.dictionary(of: records, size: 1024)
    let forwards = Self.compressed(records, dictionary)
    let backwards = Self.compressed(records.reversed(), dictionary)
    #expect(forwards == backwards.reversed())
  }

  @Test func `a dictionary is of the size asked for, and the same for the same samples`() {
    let records = Self.records(seed: 9, count: 1000)
    for size in [1024, 4096, 30_000] {
      let dictionary = Self.dictionary(of: records, size: size)
      #expect(!dictionary.isEmpty)
      #expect(dictionary.count <= size)
      #expect(Self.dictionary(of: records, size: size) == dictionary)
    }
  }

  @Test func `too few samples give no dictionary`() {
    let records = Self.records(seed: 10, count: 1000)
    #expect(Self.dictionary(of: records, size: 1023).isEmpty)
    #expect(Self.dictionary(of: records, size: 1 << 24).isEmpty)
    #expect(Self.dictionary(of: [], size: 4096).isEmpty)
    #expect(Self.dictionary(of: [[1, 2, 3]], size: 4096).isEmpty)
  }

  /// Samples that nothing can be learnt from, or of which none fits.
  @Test(arguments: [[Int]](arrayLiteral: [50_000], [1, 50_000, 1], Array(repeating: 0, count: 99)))
  func `samples of odd lengths do no harm`(lengths: [Int]) throws {
    let records = lengths.map { [UInt8](repeating: 7, count: $0) }
    let dictionary = Self.dictionary(of: records, size: 2048)
    let frames = Self.compressed(records, dictionary)
    for (record, frame) in zip(records, frames) {
      let file = try MappedFile.sample(dictionary + frame)
      let decompressor = Decompressor(file, dictionary: 0..<dictionary.count)
      var reader = try decompressor.record(dictionary.count..<file.count)
      #expect(try reader.rest() == record)
    }
  }
}

/// Bytes that nothing shortens.
enum RandomBytes {
  static func of(_ count: Int, seed: UInt64 = 1) -> [UInt8] {
    var generator = SeededGenerator(seed: seed)
    return (0..<count).map { _ in UInt8(truncatingIfNeeded: generator.next()) }
  }
}
