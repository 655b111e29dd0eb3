internal import Glibc

/// Text as the bytes of valid UTF-8: what is read of every file, so ASCII takes the short way.
extension Span<UInt8> {
  /// The length in bytes of the white space that starts at an offset; 0 if none does.
  ///
  /// White space is Unicode's property of that name, which Unicode promises not to change.
  func whiteSpaceLength(at index: Int) -> Int {
    let byte = self[index]
    if byte <= 0x20 { return byte == 0x20 || (0x09...0x0D).contains(byte) ? 1 : 0 }
    return byte < 0xC2 || byte > 0xE3 ? 0 : wideWhiteSpaceLength(at: index)
  }

  private func wideWhiteSpaceLength(at index: Int) -> Int {
    let second = index + 1 < count ? self[index + 1] : 0
    let third = index + 2 < count ? self[index + 2] : 0
    return switch (self[index], second, third) {
    case (0xC2, 0x85, _), (0xC2, 0xA0, _): 2
    case (0xE1, 0x9A, 0x80), (0xE2, 0x81, 0x9F), (0xE3, 0x80, 0x80): 3
    case (0xE2, 0x80, 0x80...0x8A), (0xE2, 0x80, 0xA8...0xA9), (0xE2, 0x80, 0xAF): 3
    default: 0
    }
  }

  /// The scalar that starts at an offset, and its length in bytes.
  func scalar(at index: Int) -> (scalar: Unicode.Scalar, length: Int) {
    let first = UInt32(self[index])
    let length = first < 0x80 ? 1 : first < 0xE0 ? 2 : first < 0xF0 ? 3 : 4
    guard length > 1, index + length <= count else { return (Unicode.Scalar(self[index]), 1) }
    var value = first & (0xFF >> UInt32(length + 1))
    for offset in 1..<length { value = value << 6 | UInt32(self[index + offset] & 0x3F) }
    return (Unicode.Scalar(value) ?? "\u{FFFD}", length)
  }

  /// The first offset in a range where no white space starts; the range's end if there is none.
  func endOfWhiteSpace(in range: Range<Int>) -> Int {
    var index = range.lowerBound
    while index < range.upperBound {
      let length = whiteSpaceLength(at: index)
      if length == 0 { return index }
      index += length
    }
    return range.upperBound
  }

  /// The range without white space at either end.
  func trimmed(_ range: Range<Int>) -> Range<Int> {
    let start = endOfWhiteSpace(in: range)
    var end = range.upperBound
    while end > start {
      let last = scalarStart(before: end)
      if whiteSpaceLength(at: last) == 0 { break }
      end = last
    }
    return start..<end
  }

  /// Where the scalar starts that ends before an offset.
  func scalarStart(before end: Int) -> Int {
    var index = end - 1
    while index > 0, self[index] & 0xC0 == 0x80 { index -= 1 }
    return index
  }

  /// Whether every white space is one single space between other scalars.
  var isFolded: Bool {
    if count == 0 || isPrintableASCIIWithSingleSpaces {
      return count == 0 || self[0] != 0x20 && self[count - 1] != 0x20
    }
    var isAfterSpace = true
    for index in 0..<count {
      let length = whiteSpaceLength(at: index)
      if length > 0, isAfterSpace || self[index] != 0x20 { return false }
      isAfterSpace = length > 0
    }
    return !isAfterSpace
  }

  private var isPrintableASCIIWithSingleSpaces: Bool {
    var index = 0
    var isAfterSpace = false
    // The first byte, or all of a text that is no longer than a block.
    while index < count, index == 0 || count <= ByteBlock.size {
      let isSpace = self[index] == 0x20
      guard self[index].isPrintableASCII, !(isSpace && isAfterSpace) else { return false }
      isAfterSpace = isSpace
      index += 1
    }
    while index < count {
      // The last block may begin among bytes that were looked at before.
      let start = Swift.min(index, count - ByteBlock.size)
      let (block, before) = (ByteBlock(self, at: start), ByteBlock(self, at: start - 1))
      guard (block.unprintable | block.spaces & before.spaces).isEmpty else { return false }
      index = start + ByteBlock.size
    }
    return true
  }

  /// A copy with every run of white space as one space, none at either end.
  var foldedText: String {
    let words = extracting(trimmed(indices))
    if words.isPrintableASCIIWithSingleSpaces { return String(copyingASCII: words) }
    var bytes: [UInt8] = []
    bytes.append(contentsOf: words)
    bytes.fold()
    return bytes.text
  }

  /// The first offset of a byte, at or after another; nil if it does not come.
  func firstIndex(of byte: UInt8, from start: Int = 0) -> Int? {
    guard start < count else { return nil }
    return unsafe withUnsafeBufferPointer { bytes in
      guard let base = bytes.baseAddress,
        let found = unsafe memchr(base + start, Int32(byte), bytes.count - start)
      else { return nil }
      return unsafe UnsafeRawPointer(found) - UnsafeRawPointer(base)
    }
  }

  /// The last byte of a mark between U+2000 and U+203F that starts at an offset; 0 if none does.
  func wideMark(at index: Int) -> UInt8 {
    index + 2 < count && self[index] == 0xE2 && self[index + 1] == 0x80 ? self[index + 2] : 0
  }
}

extension [UInt8] {
  /// Makes every run of white space one space, and takes it away at both ends.
  mutating func fold() {
    guard !span.isFolded else { return }
    var end = 0
    var index = 0
    var isPending = false
    while index < count {
      let length = span.whiteSpaceLength(at: index)
      if length > 0 {
        isPending = end > 0
        index += length
        continue
      }
      if isPending { self[end] = 0x20 }
      end += isPending ? 1 : 0
      isPending = false
      self[end] = self[index]
      end += 1
      index += 1
    }
    removeLast(count - end)
  }

  mutating func append(contentsOf bytes: Span<UInt8>) {
    unsafe bytes.withUnsafeBufferPointer { unsafe append(contentsOf: $0) }
  }

  /// The text of these bytes.
  var text: String { String(decoding: self, as: UTF8.self) }
}

extension String {
  /// A copy of valid UTF-8.
  init(copying bytes: Span<UInt8>) {
    self = unsafe bytes.withUnsafeBufferPointer { unsafe String(decoding: $0, as: UTF8.self) }
  }

  /// A copy of bytes that are known to be ASCII, which are not looked at again.
  fileprivate init(copyingASCII bytes: Span<UInt8>) {
    self.init(copying: unsafe UTF8Span(unchecked: bytes, isKnownASCII: true))
  }

  /// A copy of the bytes in a range, which starts and ends between characters.
  init(copying range: Range<Int>, of text: String) {
    let whole = text.utf8Span
    // A stretch of valid UTF-8 is valid.
    self.init(
      copying: unsafe UTF8Span(
        unchecked: whole.span.extracting(range), isKnownASCII: whole.isKnownASCII))
  }
}

extension String {
  /// The order of the corpus: by the bytes of UTF-8, which no version of Unicode changes.
  package func precedesInBytes(_ other: String) -> Bool {
    utf8Span.span.precedesInBytes(other.utf8Span.span)
  }
}

extension Span<UInt8> {
  /// Byte by byte; what goes on comes after what ends.
  func precedesInBytes(_ other: Span<UInt8>) -> Bool {
    let order = unsafe withUnsafeBytes { bytes in
      unsafe other.withUnsafeBytes { other in
        // Both hold so many bytes; of none, no address is read.
        unsafe bytes.isEmpty || other.isEmpty
          ? 0 : memcmp(bytes.baseAddress!, other.baseAddress!, min(bytes.count, other.count))
      }
    }
    return order == 0 ? count < other.count : order < 0
  }
}

extension UInt8 {
  var isASCIIDigit: Bool { (0x30...0x39).contains(self) }
  var isPrintableASCII: Bool { self >= 0x20 && self < 0x80 }
  var isASCIILetterOrDigit: Bool { isASCIIDigit || (0x61...0x7A).contains(self | 0x20) }
}
