/// Finds the sentences of English prose.
///
/// A sentence ends at `.`, `?` or `!` (with closing quotes, brackets and citations) before white
/// space and an upper-case letter, digit or opening mark, unless the word before is an abbreviation.
/// Works on the bytes of the text, in time linear in their number.
package struct SentenceSplitter: Sendable {
  package init() {}

  /// Half-open ranges that tile `text` but for the white space between sentences. A line break always ends a sentence.
  package func sentences(of text: String) -> [Range<String.Index>] {
    utf8Ranges(of: text).map { range in
      let start = text.utf8.index(text.startIndex, offsetBy: range.lowerBound)
      return start..<text.utf8.index(start, offsetBy: range.count)
    }
  }

  /// The same in UTF-8 bytes from the start of the text.
  package func utf8Ranges(of text: String) -> [Range<Int>] { utf8Ranges(of: text.utf8Span.span) }

  /// The same of valid UTF-8, in bytes from its start.
  package func utf8Ranges(of text: Span<UInt8>) -> [Range<Int>] {
    var ranges: [Range<Int>] = []
    forEachSentence(of: text) { ranges.append($0) }
    return ranges
  }

  /// Hands on the same one by one.
  func forEachSentence(of text: Span<UInt8>, _ body: (Range<Int>) -> Void) {
    var start = 0
    while start < text.count {
      let end = text.firstIndex(of: 0x0A, from: start) ?? text.count
      text.extracting(start..<end).forEachSentence { sentence in
        body(start + sentence.lowerBound..<start + sentence.upperBound)
      }
      start = end + 1
    }
  }
}

extension ByteBlock {
  /// `.`, `?` and `!`, and what may be the first byte of `…`.
  fileprivate var terminators: ByteMask {
    bytes(equalTo: UInt8(ascii: ".")) | bytes(equalTo: UInt8(ascii: "?"))
      | bytes(equalTo: UInt8(ascii: "!")) | bytes(equalTo: 0xE2)
  }
}

extension UInt8 {
  fileprivate var isASCIIUppercase: Bool { (0x41...0x5A).contains(self) }

  /// Whether it is a quotation mark or bracket that may stand before a sentence's first word.
  fileprivate var opensQuotation: Bool {
    self == UInt8(ascii: "\"") || self == UInt8(ascii: "'") || self == UInt8(ascii: "(")
      || self == UInt8(ascii: "[")
  }
}

/// The sentences of one line.
extension Span<UInt8> {
  fileprivate func forEachSentence(_ body: (Range<Int>) -> Void) {
    var start = 0
    var index = 0
    while index < count {
      index = startOfTerminator(from: index)
      guard index < count else { break }
      let length = terminatorLength(at: index)
      let closed = endOfClosers(from: index + length)
      if let end = sentenceEnd(afterClosersAt: closed) {
        guard !isAbbreviation(start..<index) else {
          index += length
          continue
        }
        body(start..<end)
        start = endOfWhiteSpace(in: end..<count)
        index = start
      } else {
        // The marks in between are closers too, and would find the same place unfit.
        index = Swift.max(closed, index + length)
      }
    }
    let rest = trimmed(start..<count)
    if !rest.isEmpty { body(start..<rest.upperBound) }
  }

  /// Where the next `.`, `?`, `!` or `…` starts; the end if none does.
  private func startOfTerminator(from start: Int) -> Int {
    var index = start
    while index + ByteBlock.size <= count {
      let first = ByteBlock(self, at: index).terminators.first
      index += first
      if first < ByteBlock.size {
        if terminatorLength(at: index) > 0 { return index }
        index += 1
      }
    }
    while index < count, terminatorLength(at: index) == 0 { index += 1 }
    return index
  }

  /// In bytes; 0 if no `.`, `?`, `!` or `…` stands there.
  private func terminatorLength(at index: Int) -> Int {
    switch self[index] {
    case UInt8(ascii: "."), UInt8(ascii: "?"), UInt8(ascii: "!"): 1
    case 0xE2: wideMark(at: index) == 0xA6 ? 3 : 0  // …
    default: 0
    }
  }

  private func endOfClosers(from start: Int) -> Int {
    var end = start
    while end < count {
      switch self[end] {
      case UInt8(ascii: "\""), UInt8(ascii: "'"), UInt8(ascii: ")"), UInt8(ascii: "]"),
        UInt8(ascii: "."), UInt8(ascii: "?"), UInt8(ascii: "!"):
        end += 1
      case 0xE2 where [0x99, 0x9D].contains(wideMark(at: end)): end += 3  // ’ and ”
      default: return end
      }
    }
    return end
  }

  /// Where a sentence ends whose closing marks end at an offset; nil if it goes on.
  private func sentenceEnd(afterClosersAt closed: Int) -> Int? {
    let end = endOfCitations(from: closed)
    guard end < count else { return end }
    guard whiteSpaceLength(at: end) > 0 else { return nil }
    let next = endOfWhiteSpace(in: end..<count)
    return next == count || opensSentence(at: next) ? end : nil
  }

  private func opensSentence(at index: Int) -> Bool {
    let byte = self[index]
    if byte < 0x80 { return byte.isASCIIUppercase || byte.isASCIIDigit || byte.opensQuotation }
    let scalar = scalar(at: index).scalar
    return ["“", "‘", "•", "–", "—"].contains(scalar) || scalar.isUppercase || scalar.isNumber
  }

  /// `[1][2]` or `[@key]` straight after the full stop, or one space on, belongs to the sentence before it.
  private func endOfCitations(from start: Int) -> Int {
    var end = start
    while true {
      let open = end < count && self[end] == 0x20 ? end + 1 : end
      guard open < count, self[open] == UInt8(ascii: "["), let close = closeOfCitation(at: open)
      else { return end }
      end = close
    }
  }

  /// The end of the citation whose bracket opens at an offset; nil if it is none. Citations longer
  /// than 80 scalars are not looked for.
  private func closeOfCitation(at open: Int) -> Int? {
    var index = open
    var isNumber = true
    for _ in 0..<79 {
      index += scalar(at: index).length
      guard index < count else { return nil }
      if self[index] == UInt8(ascii: "]") {
        if isNumber && index > open + 1 { return index + 1 }
        let text = String(copying: extracting(open...index))
        return CitationMarks.keys(in: text).isEmpty ? nil : index + 1
      }
      isNumber = isNumber && self[index].isASCIIDigit
    }
    return nil
  }

  /// Whether the full stop at the end of a part of a sentence belongs to the word before it.
  private func isAbbreviation(_ sentence: Range<Int>) -> Bool {
    let stop = sentence.upperBound
    guard self[stop] == UInt8(ascii: ".") else { return false }
    let start = startOfWord(in: sentence)
    let bytes = extracting(start..<stop)
    guard !Abbreviations.surelyLack(bytes) else { return false }
    let word = String(copying: bytes)
    if word.count == 1 && word == word.uppercased() {
      return isInitial(word, sentence.lowerBound..<start)
    }
    return Abbreviations.mayEndInFullStop(word) {
      let next = endOfWhiteSpace(in: stop + 1..<count)
      return next < count && scalar(at: next).scalar.isNumber
    }
  }

  /// Where the word starts that ends a part of a sentence.
  private func startOfWord(in sentence: Range<Int>) -> Int {
    var start = sentence.upperBound
    if sentence.count >= ByteBlock.size {
      // Nearly every word is shorter than a block.
      start -= ByteBlock(self, at: start - ByteBlock.size).lettersAndDigits.trailingCount
    }
    while start > sentence.lowerBound {
      if self[start - 1].isASCIILetterOrDigit {
        start -= 1
        continue
      }
      let last = scalarStart(before: start)
      if whiteSpaceLength(at: last) > 0 || isOpeningMark(at: last) { break }
      start = last
    }
    return start
  }

  private func isOpeningMark(at index: Int) -> Bool {
    switch self[index] {
    case UInt8(ascii: "\""), UInt8(ascii: "("), UInt8(ascii: "["): true
    case 0xE2: [0x98, 0x9C].contains(wideMark(at: index))  // ‘ and “
    default: false
    }
  }

  /// `J` in "Ann J. Smith" and "by J. Smith"; but "hemophilia A." and "stage I." end a sentence.
  private func isInitial(_ letter: String, _ before: Range<Int>) -> Bool {
    guard letter != "I", letter.first?.isLetter == true else { return false }
    let words = trimmed(before)
    var start = words.upperBound
    while start > words.lowerBound, self[start - 1] != 0x20 { start -= 1 }
    let word = extracting(start..<words.upperBound)
    return !Abbreviations.startsInLowerCase(word) || Abbreviations.standBeforeNames(word)
      || isBeforeInitial(before.upperBound + letter.utf8.count + 1)
  }

  /// Whether one letter and a full stop come next.
  private func isBeforeInitial(_ index: Int) -> Bool {
    var index = index
    var left = 4
    while index < count, left > 0, whiteSpaceLength(at: index) > 0 {
      index += whiteSpaceLength(at: index)
      left -= 1
    }
    guard index < count, left > 1 else { return false }
    index += scalar(at: index).length
    return index < count && self[index] == UInt8(ascii: ".")
  }
}
