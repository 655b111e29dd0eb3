import Testing
import TestSupport

@testable import InvertedIndex

@Suite struct PackedNumbersTests {
  static let examples: [(numbers: [UInt32], bytes: [UInt8])] = [
    ([], [0]),
    ([0, 0, 0], [0]),
    ([1, 0, 1, 1], [1, 0b1101]),
    ([5, 2, 7], [3, 0b11_010_101, 0b1]),
    ([.max], [32, 0xFF, 0xFF, 0xFF, 0xFF]),
    // One wide number among narrow ones: at place 2 what is above one bit, 256; then a bit each.
    ([1, 0, 513, 1, 1, 0, 0, 1], [0x81, 1, 2, 0x80, 0x02, 0b1001_1101]),
    // Two of them, at places 0 and 17, among many without bits.
    ([9] + Array(repeating: 0, count: 16) + [9], [0x80, 2, 0, 9, 16, 9]),
  ]

  @Test(arguments: examples)
  func `numbers take the fewest bits`(numbers: [UInt32], bytes: [UInt8]) {
    var writer = ByteWriter()
    writer.append(packed: numbers)
    #expect(writer.bytes == bytes)
  }

  @Test(arguments: [0, 1, 2, 7, 8, 9, 127, 128, 129, 1000], 0..<4 as Range<UInt64>)
  func `numbers come back, alone, summed and together`(count: Int, seed: UInt64) throws {
    var generator = SeededGenerator(seed: seed)
    let usual = UInt32(1) << UInt32.random(in: 0...31, using: &generator)
    let numbers = (0..<count).map { _ in
      // Now and then a number of any size among those of a usual one.
      UInt32.random(
        in: 0...(UInt32.random(in: 0..<9, using: &generator) == 0 ? .max : usual),
        using: &generator)
    }
    for narrowest in [0, 1, 32] {
      try expectReadable(numbers, narrowest: narrowest, "seed \(seed), at least \(narrowest) bits")
    }
  }

  @Test(arguments: 1...32)
  func `many numbers of one width come back, however many end a stretch of bits`(width: Int) throws
  {
    for count in 4096 / width - 2...4096 / width + 2 {
      let numbers = (0..<count).map { UInt32.max >> UInt32(32 - width) - UInt32($0 & 1) }
      try expectReadable(numbers, narrowest: 0, "\(count) numbers of \(width) bits")
    }
  }

  private func expectReadable(_ numbers: [UInt32], narrowest: Int, _ note: String) throws {
    var writer = ByteWriter()
    writer.append(packed: numbers, narrowest: narrowest)
    // With nothing behind it, so that eight bytes at a time are too many.
    for behind in [0, 3, 20] {
      let bytes = [0xEE] + writer.bytes + [UInt8](repeating: 0xFF, count: behind)
      let file = try MappedFile.sample(bytes)
      var reader = ByteReader(file, 1..<1 + writer.count)
      var exceptions = [PackedException(place: 0, high: .max)]
      let packed = try PackedNumbers(&reader, count: numbers.count, exceptions: &exceptions)
      #expect(reader.isAtEnd, "\(note)")
      #expect(packed.width >= narrowest)
      var all = [UInt32](repeating: 7, count: numbers.count)
      packed.unpack(numbers.count, from: file, exceptions, into: &all)
      #expect(all == numbers, "\(note)")
      var sum = 0
      for (place, number) in numbers.enumerated() {
        #expect(packed.value(at: place, in: file, exceptions) == number, "\(note)")
        #expect(packed.sum(of: 0..<place, in: file, exceptions) == sum, "\(note)")
        sum += Int(number)
      }
    }
  }

  static let hostile: [[UInt8]] = [
    [], [33], [127], [0xFF], [0x80], [0x80, 1], [0x80, 1, 0], [0x80, 5, 0, 1],
    // A place behind the last, by one step and by two.
    [0x80, 1, 4, 1, 0, 0], [0x80, 2, 3, 1, 0, 1, 0, 0],
    // More than 32 bits: above a width of none, of one, of all.
    [0x80, 1, 0, 0x80, 0x80, 0x80, 0x80, 0x10, 0], [0x81, 1, 0, 0x80, 0x80, 0x80, 0x80, 0x08, 0],
    [0xA0, 1, 0, 1] + Array(repeating: 0, count: 16),
    // A place as high as a number goes, several times.
    [0x80, 3]
      + Array(repeating: [UInt8](repeating: 0xFF, count: 8) + [0x3F, 0], count: 3).joined(),
    // Bits that are not there.
    [1], [32] + Array(repeating: 0, count: 15),
  ]

  @Test(arguments: hostile)
  func `what cannot have been written is an error`(bytes: [UInt8]) throws {
    let file = try MappedFile.sample(bytes + [0])
    var reader = ByteReader(file, 0..<bytes.count)
    #expect(
      try reportsDamage {
        var exceptions: [PackedException] = []
        _ = try PackedNumbers(&reader, count: 4, exceptions: &exceptions)
      })
  }
}
