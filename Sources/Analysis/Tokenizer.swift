internal import CBytes

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
    let bytes = text.utf8Span.span
    var ranges: [Range<Int>] = []
    appendWords(of: bytes, to: &ranges)
    return ranges.enumerated().map { position, range in
      let kept = WordScanner.kept(range, of: bytes)
      let word = String(copying: kept, of: bytes)
      return Token(term: word, range: range, position: position)
    }
  }

  /// Where the words of a text stand, in bytes of its UTF-8 form; makes no string.
  ///
  /// A word longer than `longestWord` is given whole; `keptPart` says which part stands for it.
  package func appendWords(of bytes: Span<UInt8>, to ranges: inout [Range<Int>]) {
    let count = findWords(of: bytes, into: &ranges, after: ranges.count)
    ranges.removeLast(ranges.count - count)
  }

  /// Puts the same into `ranges`, which grows as it must and never shrinks: asking for the room of
  /// each word costs as much as finding it.
  ///
  /// - Parameter first: how many ranges at its start are left alone.
  /// - Returns: how many there are with these.
  package func findWords(
    of bytes: Span<UInt8>, into ranges: inout [Range<Int>], after first: Int = 0
  ) -> Int {
    var (index, count) = (0, first)
    while index < bytes.count {
      if count + WordScanner.mostAtOnce > ranges.count {
        ranges += repeatElement(0..<0, count: max(256, ranges.count))
      }
      index = WordScanner.addWords(of: bytes, from: index, into: &ranges, count: &count)
    }
    return count
  }

  /// The part of a word that stands for it, cut between scalars.
  package func keptPart(of range: Range<Int>, in bytes: Span<UInt8>) -> Range<Int> {
    WordScanner.kept(range, of: bytes)
  }
}

/// 64 bytes of a text, looked at together: no processor guesses where the next word ends, so a branch
/// for each byte costs several times as much.
private struct TextBlock {
  /// In bytes.
  static let size = 64

  /// A bit for each byte, the first one lowest: letters and digits of ASCII.
  let wordBytes: UInt64
  /// Before the first that is not ASCII, in bytes.
  let asciiCount: Int
  /// The marks of ASCII that may hold a word together: one, between letters or digits.
  let marks: UInt64

  /// - Parameter start: what is missing of the block behind the text's end counts as spaces.
  init(_ bytes: Span<UInt8>, from start: Int) {
    let kinds = unsafe bytes.extracting(droppingFirst: start).withUnsafeBufferPointer {
      unsafe byte_kinds($0.baseAddress, UInt($0.count))
    }
    wordBytes = kinds.words
    asciiCount = kinds.wide.trailingZeroBitCount
    // What follows the block is not known here.
    let follows = kinds.words &>> 1 | 1 &<< 63
    let others = ~(kinds.words | kinds.spaces | kinds.wide)
    marks = others & (kinds.words &<< 1) & follows & .lowest(asciiCount)
  }
}

/// One pass over a text's bytes; plain ASCII takes the short way.
private enum WordScanner {
  /// No block has more words: two of ASCII stand two bytes apart.
  static let mostAtOnce = TextBlock.size / 2

  /// Puts words of a text into `ranges` until they might not have room.
  ///
  /// - Parameter count: how many stand there already; then how many do.
  /// - Returns: where to go on.
  static func addWords(
    of bytes: Span<UInt8>, from start: Int, into ranges: inout [Range<Int>], count: inout Int
  ) -> Int {
    var ranges = ranges.mutableSpan
    var index = start
    while index < bytes.count, count + mostAtOnce <= ranges.count {
      let block = TextBlock(bytes, from: index)
      index =
        block.asciiCount > 0
        ? addWords(of: block, at: index, in: bytes, to: &ranges, &count)
        : addWideWord(at: index, in: bytes, to: &ranges, &count)
    }
    return index
  }

  /// Adds the words that start in a block, up to the first that is not only letters and digits of
  /// ASCII.
  ///
  /// - Returns: where to go on.
  private static func addWords(
    of block: TextBlock, at base: Int, in bytes: Span<UInt8>,
    to ranges: inout MutableSpan<Range<Int>>, _ count: inout Int
  ) -> Int {
    let stop = endOfPlainBytes(of: block, at: base, in: bytes)
    // How much there is of a word that may go on there.
    let open = (~(block.wordBytes &<< UInt64(TextBlock.size - stop))).leadingZeroBitCount
    let words = block.wordBytes & .lowest(stop - open)
    var (starts, ends) = (words & ~(words &<< 1), ~words & (words &<< 1))
    while starts != 0 {
      ranges[count] = unsafe Range(
        uncheckedBounds: (
          base &+ starts.trailingZeroBitCount, base &+ ends.trailingZeroBitCount
        ))
      count &+= 1
      starts &= starts &- 1
      ends &= ends &- 1
    }
    let start = base + stop - open
    // What goes on in the next block is looked at again, together with that.
    guard open > 0, stop < TextBlock.size || open == stop else { return start }
    let end = endOfWord(from: start, in: bytes)
    ranges[count] = start..<end
    count += 1
    return end
  }

  /// Before the first byte of a block that is not ASCII, or a mark that holds a word together.
  private static func endOfPlainBytes(
    of block: TextBlock, at base: Int, in bytes: Span<UInt8>
  ) -> Int {
    var marks = block.marks
    while marks != 0 {
      let mark = marks.trailingZeroBitCount
      if joins(base + mark, from: base, in: bytes) { return mark }
      marks &= marks &- 1
    }
    return block.asciiCount
  }

  /// Adds the word that starts with a byte that is not ASCII, if one does.
  ///
  /// - Returns: where to go on.
  private static func addWideWord(
    at start: Int, in bytes: Span<UInt8>, to ranges: inout MutableSpan<Range<Int>>,
    _ count: inout Int
  ) -> Int {
    let end = endOfWord(from: start, in: bytes)
    guard end > start else { return start + scalar(at: start, in: bytes).length }
    ranges[count] = start..<end
    count += 1
    return end
  }

  static func kept(_ range: Range<Int>, of bytes: Span<UInt8>) -> Range<Int> {
    guard range.count > Tokenizer.longestWord else { return range }
    var end = range.lowerBound + Tokenizer.longestWord
    while bytes[end] & 0xC0 == 0x80 { end -= 1 }
    return range.lowerBound..<end
  }

  static func endOfWord(from start: Int, in bytes: Span<UInt8>) -> Int {
    var index = start
    while true {
      index = WordScanner.endOfASCIIWord(from: index, in: bytes)
      guard index < bytes.count else { break }
      let byte = bytes[index]
      if byte < 0x80 {
        if joins(index, from: start, in: bytes) {
          index += 1
        } else {
          break
        }
      } else {
        let (scalar, length) = scalar(at: index, in: bytes)
        if scalar.standsAlone { return index == start ? index + length : index }
        let isJoiner = scalar == "\u{2019}" && joins(index, length: length, from: start, in: bytes)
        guard scalar.isWordScalar || isJoiner else { break }
        index += length
      }
    }
    return index
  }

  /// Behind the ASCII letters and digits that follow one another.
  private static func endOfASCIIWord(from start: Int, in bytes: Span<UInt8>) -> Int {
    var index = start
    while index < bytes.count, bytes[index].isASCIIWordByte { index += 1 }
    return index
  }

  /// Whether the mark at `index` holds a word together: `'` between letters, `.` or `,` in a number.
  @inline(__always)
  private static func joins(
    _ index: Int, length: Int = 1, from start: Int, in bytes: Span<UInt8>
  ) -> Bool {
    guard index > start, index + length < bytes.count else { return false }
    let (before, after) = (bytes[index - 1], bytes[index + length])
    switch bytes[index] {
    case 0x2E: return before.isASCIIDigit && after.isASCIIDigit
    case 0x2C: return before.isASCIIDigit && digits(from: index + 1, in: bytes) == 3
    case 0x27, 0xE2: return before.isASCIILetter && after.isASCIILetter
    default: return false
    }
  }

  /// How many digits follow one another, four at most: "1,000" is one number, "1,2" are two.
  private static func digits(from start: Int, in bytes: Span<UInt8>) -> Int {
    var end = start
    while end < min(start + 4, bytes.count), bytes[end].isASCIIDigit { end += 1 }
    return end - start
  }

  /// The scalar that starts at a byte, and its length in bytes. Swift's strings are valid UTF-8.
  static func scalar(
    at index: Int, in bytes: Span<UInt8>
  ) -> (scalar: Unicode.Scalar, length: Int) {
    let first = UInt32(bytes[index])
    if first < 0x80 { return (Unicode.Scalar(bytes[index]), 1) }
    let length = first < 0xE0 ? 2 : first < 0xF0 ? 3 : 4
    guard index + length <= bytes.count else { return ("\u{FFFD}", bytes.count - index) }
    var value = first & (0xFF >> UInt32(length + 1))
    for offset in 1..<length { value = value << 6 | UInt32(bytes[index + offset] & 0x3F) }
    return (Unicode.Scalar(value) ?? "\u{FFFD}", length)
  }
}

extension String {
  /// A stretch of UTF-8 bytes as a text; cut between scalars, so nothing is repaired.
  package init(copying range: Range<Int>, of bytes: Span<UInt8>) {
    self = unsafe bytes.extracting(range).withUnsafeBufferPointer {
      unsafe String(decoding: $0, as: UTF8.self)
    }
  }
}

extension UInt8 {
  fileprivate var isASCIIDigit: Bool { (0x30...0x39).contains(self) }
  fileprivate var isASCIILetter: Bool { (0x61...0x7A).contains(self | 0x20) && self < 0x80 }
  fileprivate var isASCIIWordByte: Bool { isASCIIDigit || isASCIILetter }
}

extension UInt64 {
  /// So many bits, at most 64, the lowest ones.
  fileprivate static func lowest(_ count: Int) -> UInt64 {
    count == 0 ? 0 : .max &>> UInt64(64 - count)
  }
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
