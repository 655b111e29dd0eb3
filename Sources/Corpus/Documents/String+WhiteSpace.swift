extension Unicode.Scalar {
  /// White space by Unicode's property; ASCII, nearly all of what is read, is decided without a look-up.
  package var isSpace: Bool {
    value < 0x80 ? value == 0x20 || (0x09...0x0D).contains(value) : properties.isWhitespace
  }
}

extension Unicode.Scalar {
  // Never inlined: what the standard library needs to tell of numbers takes more than all that is
  // asked of ASCII.

  @inline(never) var isLetterOrNumber: Bool { properties.isAlphabetic || isNumber }

  @inline(never) var isNumber: Bool { properties.numericType != nil }

  @inline(never) var isUppercase: Bool { properties.isUppercase }
}

extension StringProtocol {
  /// Without white space at either end.
  package var trimmed: String {
    let text = String(self)
    let range = text.utf8Span.span.trimmed(0..<text.utf8.count)
    if range.count == text.utf8.count { return text }
    let start = text.utf8.index(text.startIndex, offsetBy: range.lowerBound)
    return String(text[start..<text.utf8.index(start, offsetBy: range.count)])
  }

  /// Every run of white space as one space, none at either end.
  package var folded: String {
    let text = String(self)
    if text.utf8Span.span.isFolded { return text }
    var bytes = Array(text.utf8)
    bytes.fold()
    return bytes.text
  }

  /// Words as a person counts them: runs between white space that hold a letter or digit.
  package var wordCount: Int { String(self).utf8Span.span.wordCount }
}

extension String {
  /// Whether it is empty or white space alone.
  var isBlank: Bool { utf8Span.span.endOfWhiteSpace(in: 0..<utf8.count) == utf8.count }
}
