internal import Corpus

/// A text to be sorted by its bytes, with a number that mostly tells its place already.
struct KeyedText {
  let text: String
  private let key: UInt64

  init(_ text: String) {
    self.text = text
    key = text.utf8Span.span.sortingKey
  }

  func precedes(_ other: KeyedText) -> Bool {
    key == other.key ? text.precedesInBytes(other.text) : key < other.key
  }
}

extension Span<UInt8> {
  /// The first eight bytes as a number, filled up with zeros: texts with different keys stand in the
  /// order of these.
  var sortingKey: UInt64 {
    var key: UInt64 = 0
    for index in 0..<8 { key = key << 8 | (index < count ? UInt64(self[index]) : 0) }
    return key
  }
}
