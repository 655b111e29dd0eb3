extension Span<UInt8> {
  /// Words as a person counts them: runs between white space that hold a letter or digit.
  var wordCount: Int {
    var counted = 0
    var index = 0
    while index < count {
      // The last block may begin among bytes that were counted before.
      let start = Swift.min(index, count - ByteBlock.size)
      if start > 0, let found = words(inBlockAt: start, from: index - start) {
        counted += found
        index = start + ByteBlock.size
      } else {
        // Behind the first byte a block may be looked at.
        let isFirst = index == 0 && count > ByteBlock.size
        counted += words(upTo: index + (isFirst ? 1 : ByteBlock.size), from: &index)
      }
    }
    return counted
  }

  /// No fewer than `wordCount`; told in a quarter of the time.
  var mostWords: Int {
    var ends = 1
    var index = 0
    while index + ByteBlock.size <= count {
      let block = ByteBlock(self, at: index)
      ends += (block.spaces | block.unprintable).count
      index += ByteBlock.size
    }
    return ends + count - index
  }

  /// The words that start in a block; nil if not all of it is printable ASCII.
  ///
  /// - Parameters:
  ///   - start: not the text's.
  ///   - first: the number of the first byte that counts. No white space but a space ends before it.
  @inline(__always)
  private func words(inBlockAt start: Int, from first: Int) -> Int? {
    let block = ByteBlock(self, at: start)
    guard block.unprintable.isEmpty else { return nil }
    let spaces = ByteBlock(self, at: start - 1).spaces
    let starts = spaces & !block.spaces & .from(first)
    let words = (starts & block.lettersAndDigits).count
    // Few runs start with a bracket, quotation mark or dash.
    let others = starts & !block.lettersAndDigits
    return others.isEmpty ? words : words + self.words(startingAt: others, from: start)
  }

  /// How many runs hold a letter or digit, of those that start at some bytes of a block.
  @inline(never)
  private func words(startingAt bytes: ByteMask, from start: Int) -> Int {
    var words = 0
    bytes.forEach { words += holdsWord(from: start + $0) ? 1 : 0 }
    return words
  }

  /// The words that start before an offset, scalar by scalar, and on to where a block may be looked at.
  ///
  /// - Parameter index: the text's start, or behind printable ASCII.
  private func words(upTo end: Int, from index: inout Int) -> Int {
    var words = 0
    var isAfterSpace = index == 0 || self[index - 1] == 0x20
    repeat {
      let (isSpace, isWord, length) = kind(at: index)
      index += length
      if isAfterSpace, !isSpace, isWord || holdsWord(from: index) { words += 1 }
      isAfterSpace = isSpace
    } while index < count && (index < end || !self[index - 1].isPrintableASCII)
    return words
  }

  /// Whether a letter or digit comes before the next white space.
  private func holdsWord(from start: Int) -> Bool {
    var index = start
    while index < count {
      let (isSpace, isWord, length) = kind(at: index)
      if isSpace || isWord { return isWord }
      index += length
    }
    return false
  }

  /// What a scalar is to a word, and its length in bytes.
  private func kind(at index: Int) -> (isSpace: Bool, isWord: Bool, length: Int) {
    let space = whiteSpaceLength(at: index)
    guard space == 0 else { return (true, false, space) }
    if self[index] < 0x80 { return (false, self[index].isASCIILetterOrDigit, 1) }
    let (scalar, length) = scalar(at: index)
    return (false, scalar.isLetterOrNumber, length)
  }
}
