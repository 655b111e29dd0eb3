/// Cuts text into words.
///
/// A word is a run of letters, digits and marks (Unicode's alphabetic, numeric and mark
/// properties). An apostrophe between letters, a point between digits and a comma before three
/// digits belong to the word; a hyphen parts words. Each ideograph and kana is a word of its own, since no space parts them.
package struct Tokenizer: Sendable {
  /// In bytes. What goes on longer is no word that anybody asks for; its first part stands for it.
  package static let longestWord = 128

  package init() {}

  /// The words of a text as they stand, in order.
  package func words(of text: String) -> [Token] {
    WordScanner(bytes: Array(text.utf8)).words()
  }
}

/// One pass over a text's bytes; plain ASCII takes the short way.
private struct WordScanner {
  let bytes: [UInt8]

  func words() -> [Token] {
    var tokens: [Token] = []
    var index = 0
    while index < bytes.count {
      let start = index
      index = endOfWord(from: start)
      if index > start {
        tokens.append(token(start..<index, position: tokens.count))
      } else {
        index = start + scalar(at: start).length
      }
    }
    return tokens
  }

  private func token(_ range: Range<Int>, position: Int) -> Token {
    var end = min(range.upperBound, range.lowerBound + Tokenizer.longestWord)
    while end < range.upperBound, bytes[end] & 0xC0 == 0x80 { end -= 1 }
    let word = String(decoding: bytes[range.lowerBound..<end], as: UTF8.self)
    return Token(term: word, range: range, position: position)
  }

  private func endOfWord(from start: Int) -> Int {
    var index = start
    while index < bytes.count {
      let byte = bytes[index]
      if byte < 0x80 {
        if byte.isASCIIWordByte || joins(index, from: start) { index += 1 } else { break }
      } else {
        let (scalar, length) = scalar(at: index)
        if scalar.standsAlone { return index == start ? index + length : index }
        let isJoiner = scalar == "\u{2019}" && joins(index, length: length, from: start)
        guard scalar.isWordScalar || isJoiner else { break }
        index += length
      }
    }
    return index
  }

  /// Whether the mark at `index` holds a word together: `'` between letters, `.` or `,` in a number.
  private func joins(_ index: Int, length: Int = 1, from start: Int) -> Bool {
    guard index > start, index + length < bytes.count else { return false }
    let (before, after) = (bytes[index - 1], bytes[index + length])
    switch bytes[index] {
    case 0x2E: return before.isASCIIDigit && after.isASCIIDigit
    case 0x2C: return before.isASCIIDigit && digits(from: index + 1) == 3
    case 0x27, 0xE2: return before.isASCIILetter && after.isASCIILetter
    default: return false
    }
  }

  /// How many digits follow one another, four at most: "1,000" is one number, "1,2" are two.
  private func digits(from start: Int) -> Int {
    bytes[start...].prefix(4).prefix(while: \.isASCIIDigit).count
  }

  /// The scalar that starts at a byte, and its length in bytes. Swift's strings are valid UTF-8.
  private func scalar(at index: Int) -> (scalar: Unicode.Scalar, length: Int) {
    let first = UInt32(bytes[index])
    let length = first < 0x80 ? 1 : first < 0xE0 ? 2 : first < 0xF0 ? 3 : 4
    guard index + length <= bytes.count else { return ("\u{FFFD}", bytes.count - index) }
    var value = length == 1 ? first : first & (0xFF >> UInt32(length + 1))
    for offset in 1..<max(length, 1) where offset < length {
      value = value << 6 | UInt32(bytes[index + offset] & 0x3F)
    }
    return (Unicode.Scalar(value) ?? "\u{FFFD}", length)
  }
}

extension UInt8 {
  fileprivate var isASCIIDigit: Bool { (0x30...0x39).contains(self) }
  fileprivate var isASCIILetter: Bool { (0x61...0x7A).contains(self | 0x20) && self < 0x80 }
  fileprivate var isASCIIWordByte: Bool { isASCIIDigit || isASCIILetter }
}

extension Unicode.Scalar {
  fileprivate var isWordScalar: Bool {
    if properties.isAlphabetic || properties.numericType != nil { return true }
    return switch properties.generalCategory {
    case .nonspacingMark, .spacingMark, .enclosingMark: true
    default: false
    }
  }

  /// Ideographs and kana: scripts written without spaces.
  fileprivate var standsAlone: Bool {
    switch value {
    case 0x3040...0x30FF, 0x3400...0x4DBF, 0x4E00...0x9FFF, 0xF900...0xFAFF, 0x20000...0x3FFFF: true
    default: false
    }
  }
}
