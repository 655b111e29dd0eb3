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
    while index + 8 <= count {
      guard let octet = ASCIIOctet(self, at: index), octet.hasOnlySingleSpaces(&isAfterSpace) else {
        return false
      }
      index += 8
    }
    while index < count {
      let isSpace = self[index] == 0x20
      if self[index] >= 0x80 || self[index] < 0x20 || isSpace && isAfterSpace { return false }
      isAfterSpace = isSpace
      index += 1
    }
    return true
  }

  /// A copy with every run of white space as one space, none at either end.
  var foldedText: String {
    let words = extracting(trimmed(indices))
    if words.isFolded { return String(copying: words) }
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

  /// Words as a person counts them: runs between white space that hold a letter or digit.
  var wordCount: Int {
    var words = 0
    var isInWord: UInt64 = 0
    var index = 0
    while index < count {
      if index + 8 <= count, let octet = ASCIIOctet(self, at: index) {
        words += octet.countWords(&isInWord)
        index += 8
      } else if let octet = ASCIIOctet(endOf: self, from: index) {
        words += octet.countWords(&isInWord)
        index = count
      } else {
        let (isSpace, isWord, length) = kind(at: index)
        if isWord && isInWord == 0 { words += 1 }
        isInWord = isSpace ? 0 : isWord ? 1 : isInWord
        index += length
      }
    }
    return words
  }

  /// What a scalar is to a word, and its length in bytes.
  private func kind(at index: Int) -> (isSpace: Bool, isWord: Bool, length: Int) {
    let space = whiteSpaceLength(at: index)
    guard space == 0 else { return (true, false, space) }
    if self[index] < 0x80 { return (false, self[index].isASCIILetterOrDigit, 1) }
    let (scalar, length) = scalar(at: index)
    return (
      false, scalar.properties.isAlphabetic || scalar.properties.numericType != nil, length
    )
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
  var isASCIILetterOrDigit: Bool { isASCIIDigit || (0x61...0x7A).contains(self | 0x20) }
}
