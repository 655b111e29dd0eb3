/// A text as words in lower case with one space before, between and after them, as UTF-8 bytes.
///
/// Phrases are looked for by comparing bytes: no string is made for any word of ASCII.
struct SpelledLine {
  struct Word {
    /// Half-open, in bytes of the line.
    let range: Range<Int>
    /// Where it stands in the text, in bytes.
    let source: Range<Int>
  }

  private(set) var bytes: [UInt8] = [0x20]
  private(set) var words: [Word] = []

  init(_ text: String) {
    let source = text.utf8Span.span
    bytes.reserveCapacity(source.count + 2)
    words.reserveCapacity(source.count / 6)
    var index = 0
    while index < source.count {
      if source[index] < 0x80, !source[index].isASCIILetterOrDigit {
        index += 1
      } else {
        index = addWord(from: index, of: source)
      }
    }
  }

  func words(of table: PhraseKinds) -> [KindWord] {
    let text = bytes.span
    return words.map { table.word($0.range, of: text) }
  }

  /// Adds the word that starts at an offset, or the words of a stretch that is not all ASCII.
  ///
  /// - Returns: where it ends.
  private mutating func addWord(from start: Int, of source: Span<UInt8>) -> Int {
    var index = start
    var lastApostrophe: Int?
    while index < source.count {
      let byte = source[index]
      guard byte < 0x80 else { return addWideWords(from: start, of: source) }
      if !byte.isASCIILetterOrDigit {
        guard index > start, source.isJoiner(at: index) else { break }
        if byte == UInt8(ascii: "'") { lastApostrophe = index }
      }
      index += 1
    }
    var end = min(index, start + Tokenizer.longestWord)
    if let lastApostrophe, lastApostrophe < end,
      source.isEnding(lastApostrophe + 1..<end)
    {
      end = lastApostrophe
    }
    let first = bytes.count
    for place in start..<end {
      let byte = source[place]
      if byte == UInt8(ascii: "'") || byte == UInt8(ascii: ",") { continue }
      bytes.append((0x41...0x5A).contains(byte) ? byte | 0x20 : byte)
    }
    closeWord(from: first, at: start..<index)
    return index
  }

  /// The long way: the words up to the next byte that is sure to part words.
  private mutating func addWideWords(from start: Int, of source: Span<UInt8>) -> Int {
    var end = start
    while end < source.count, !source[end].partsWords { end += 1 }
    let text = String(copying: source.extracting(start..<end))
    let folding = CaseFoldingFilter()
    for token in Tokenizer().words(of: text) {
      guard let folded = folding.term(for: token.term) else { continue }
      let range = start + token.range.lowerBound..<start + token.range.upperBound
      let first = bytes.count
      bytes += folded.utf8
      closeWord(from: first, at: range)
    }
    return end
  }

  private mutating func closeWord(from first: Int, at source: Range<Int>) {
    words.append(Word(range: first..<bytes.count, source: source))
    bytes.append(0x20)
  }
}

/// The rules of `Tokenizer` and `CaseFoldingFilter` for words of ASCII.
extension Span<UInt8> {
  /// Whether the mark at an offset holds a word together: `'` between letters, `.` or `,` in a number.
  fileprivate func isJoiner(at index: Int) -> Bool {
    guard index + 1 < count else { return false }
    let (before, after) = (self[index - 1], self[index + 1])
    return switch self[index] {
    case UInt8(ascii: "'"): before.isASCIILetter && after.isASCIILetter
    case UInt8(ascii: "."): before.isASCIIDigit && after.isASCIIDigit
    case UInt8(ascii: ","): before.isASCIIDigit && digits(from: index + 1) == 3
    default: false
    }
  }

  /// How many digits follow one another, four at most.
  private func digits(from start: Int) -> Int {
    var end = start
    while end < Swift.min(start + 4, count), self[end].isASCIIDigit { end += 1 }
    return end - start
  }

  /// Whether what stands after an apostrophe is left out: `s`, `d`, `ll`, `m`, `re`, `ve`.
  func isEnding(_ range: Range<Int>) -> Bool {
    guard let first = range.first, range.count <= 2 else { return false }
    let second = range.count == 2 ? self[first + 1] | 0x20 : 0
    return switch (self[first] | 0x20, second) {
    case (UInt8(ascii: "s"), 0), (UInt8(ascii: "d"), 0), (UInt8(ascii: "m"), 0): true
    case (UInt8(ascii: "l"), UInt8(ascii: "l")), (UInt8(ascii: "r"), UInt8(ascii: "e")),
      (UInt8(ascii: "v"), UInt8(ascii: "e")):
      true
    default: false
    }
  }
}

extension UInt8 {
  fileprivate var isASCIIDigit: Bool { (0x30...0x39).contains(self) }
  fileprivate var isASCIILetter: Bool { self < 0x80 && (0x61...0x7A).contains(self | 0x20) }
  fileprivate var isASCIILetterOrDigit: Bool { isASCIIDigit || isASCIILetter }

  /// An ASCII byte that neither stands in a word nor joins one.
  fileprivate var partsWords: Bool {
    self < 0x80 && !isASCIILetterOrDigit && self != UInt8(ascii: "'") && self != UInt8(ascii: ".")
      && self != UInt8(ascii: ",")
  }
}

extension String {
  /// A copy of valid UTF-8.
  fileprivate init(copying bytes: Span<UInt8>) {
    self = unsafe bytes.withUnsafeBufferPointer { unsafe String(decoding: $0, as: UTF8.self) }
  }
}
