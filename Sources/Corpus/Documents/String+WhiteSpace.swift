extension Unicode.Scalar {
  /// White space by Unicode's property; ASCII, nearly all of what is read, is decided without a look-up.
  package var isSpace: Bool {
    value < 0x80 ? value == 0x20 || (0x09...0x0D).contains(value) : properties.isWhitespace
  }
}

extension StringProtocol {
  /// Without white space at either end.
  package var trimmed: String {
    let scalars = unicodeScalars
    guard let first = scalars.firstIndex(where: { !$0.isSpace }),
      let last = scalars.lastIndex(where: { !$0.isSpace })
    else { return "" }
    return String(self[first..<scalars.index(after: last)])
  }

  /// Every run of white space as one space, none at either end.
  package var folded: String {
    if isFoldedASCII { return String(self) }
    var out = String.UnicodeScalarView()
    var pendingSpace = false
    for scalar in unicodeScalars {
      if scalar.isSpace {
        pendingSpace = !out.isEmpty
      } else {
        if pendingSpace { out.append(" ") }
        pendingSpace = false
        out.append(scalar)
      }
    }
    return String(out)
  }

  /// Words as a person counts them: runs between white space that hold a letter or digit.
  package var wordCount: Int {
    var count = 0
    var isInCountedWord = false
    for scalar in unicodeScalars {
      if scalar.isSpace {
        isInCountedWord = false
      } else if !isInCountedWord && scalar.isLetterOrDigit {
        isInCountedWord = true
        count += 1
      }
    }
    return count
  }

  /// Nothing to fold, as far as a quick look over ASCII bytes can tell.
  private var isFoldedASCII: Bool {
    var previous: UInt8 = 0x20
    for byte in utf8 {
      if byte >= 0x80 || (0x09...0x0D).contains(byte) || byte == 0x20 && previous == 0x20 {
        return false
      }
      previous = byte
    }
    return previous != 0x20
  }
}

extension Unicode.Scalar {
  fileprivate var isLetterOrDigit: Bool {
    if value < 0x80 {
      return (0x30...0x39).contains(value) || (0x61...0x7A).contains(value | 0x20)
    }
    return properties.isAlphabetic || properties.numericType != nil
  }
}
