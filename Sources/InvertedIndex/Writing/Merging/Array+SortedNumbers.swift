internal import Corpus

extension [String] {
  /// The places of some of the texts, in the order of the texts' bytes.
  ///
  /// Numbers are sorted that mostly tell the order already, because moving a text counts who holds it.
  func sortedNumbers(of numbers: some Sequence<Int>) -> [Int] {
    numbers.map { (number: $0, key: self[$0].utf8Span.span.sortingKey) }
      .sorted { one, other in
        one.key == other.key
          ? self[one.number].precedesInBytes(self[other.number]) : one.key < other.key
      }
      .map(\.number)
  }
}

extension Span<UInt8> {
  /// The first eight bytes as a number, filled up with zeros: texts with different keys stand in the
  /// order of these.
  var sortingKey: UInt64 {
    // Eight bytes lie within the text, as is asked; any bits are a number.
    if count >= 8 {
      return UInt64(
        bigEndian: unsafe bytes.unsafeLoadUnaligned(fromByteOffset: 0, as: UInt64.self))
    }
    var key: UInt64 = 0
    for index in 0..<count { key |= UInt64(self[index]) &<< UInt64(56 - 8 * index) }
    return key
  }
}
