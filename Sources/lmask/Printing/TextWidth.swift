extension Unicode.Scalar {
  /// How many columns a terminal gives the character: 0, 1 or 2.
  ///
  /// Marks and format characters take none, and so do the vowels and last consonants of Korean
  /// syllables spelt out in letters; East Asian wide and full-width characters and emoji take two
  /// (Unicode Standard Annex 11, the ranges that terminals agree on).
  var columns: Int {
    if value < 0x300 { return value < 0x20 || (0x7F..<0xA0).contains(value) ? 0 : 1 }
    switch properties.generalCategory {
    case .nonspacingMark, .enclosingMark, .format: return 0
    default: return joinsBefore ? 0 : isWide ? 2 : 1
    }
  }

  /// The letters of a Korean syllable after its first.
  private var joinsBefore: Bool {
    (0x1160...0x11FF).contains(value) || (0xD7B0...0xD7FB).contains(value)
  }

  private var isWide: Bool {
    switch value {
    case 0x1100...0x115F, 0x2E80...0x303E, 0x3041...0x33FF, 0x3400...0x4DBF, 0x4E00...0x9FFF,
      0xA000...0xA4CF, 0xA960...0xA97C, 0xAC00...0xD7A3, 0xF900...0xFAFF, 0xFE10...0xFE19,
      0xFE30...0xFE6F, 0xFF00...0xFF60, 0xFFE0...0xFFE6, 0x16FE0...0x18CFF, 0x1AFF0...0x1B2FF,
      0x1F200...0x1F265, 0x20000...0x3FFFD:
      true
    // Two letters of a country make one flag of two columns.
    case 0x1F1E6...0x1F1FF: false
    default: properties.isEmojiPresentation
    }
  }
}

extension StringProtocol {
  /// In terminal columns.
  var columns: Int { unicodeScalars.reduce(0) { $0 + $1.columns } }

  /// Every control character replaced by a visible sign, so that text from files, questions and
  /// file names cannot steer the terminal: C0 by its control picture, DEL, C1 and the characters that
  /// reorder text (Unicode's bidirectional controls) by U+FFFD. Tabs and newlines stay.
  ///
  /// Scalars are replaced one for one, so counts and offsets of scalars do not change.
  var neutralised: String {
    if isPlainASCII || !unicodeScalars.contains(where: \.isControl) { return String(self) }
    var out = String.UnicodeScalarView()
    for scalar in unicodeScalars { out.append(scalar.isControl ? scalar.replacement : scalar) }
    return String(out)
  }

  /// Neutralised, and on one line.
  var onOneLine: String {
    if isPlainASCII { return String(self) }
    var out = String.UnicodeScalarView()
    for scalar in neutralised.unicodeScalars {
      out.append(scalar == "\n" || scalar == "\t" ? " " : scalar)
    }
    return String(out)
  }
}

extension StringProtocol {
  /// Printable ASCII only: what needs no closer look.
  fileprivate var isPlainASCII: Bool { utf8.allSatisfy { (0x20..<0x7F).contains($0) } }
}

extension Unicode.Scalar {
  /// A character that could act on a terminal or hide what stands there.
  var isControl: Bool {
    switch value {
    case 0x09, 0x0A: false
    case 0x00..<0x20, 0x7F..<0xA0: true
    case 0x061C, 0x200E, 0x200F, 0x2028, 0x2029, 0x202A...0x202E, 0x2066...0x2069: true
    default: false
    }
  }

  fileprivate var replacement: Unicode.Scalar {
    value < 0x20 ? Unicode.Scalar(0x2400 + value) ?? "\u{FFFD}" : "\u{FFFD}"
  }
}
