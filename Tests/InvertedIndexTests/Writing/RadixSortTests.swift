import TestSupport
import Testing

@testable import InvertedIndex

@Suite struct RadixSortTests {
  @Test(arguments: [0, 1, 255, 256, 65_535, 65_536, 70_000, 1 << 24, UInt32.max])
  func `numbers up to any highest one come in order`(highest: UInt32) {
    var generator = SeededGenerator(seed: UInt64(highest))
    // Left over from other numbers, as it is in use.
    var scratch: [UInt32] = [7, 7, 7]
    for count in [0, 1, 31, 32, 33, 110, 1_000, 40] {
      var numbers = (0..<count).map { _ in UInt32.random(in: 0...highest, using: &generator) }
      if count > 2 { numbers[1] = highest }
      let expected = numbers.sorted()
      numbers.sort(upTo: highest, &scratch)
      #expect(numbers == expected, "\(count) up to \(highest)")
    }
  }
}
