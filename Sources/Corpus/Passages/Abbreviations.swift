/// Words that end in a full stop without ending a sentence.
enum Abbreviations {
  /// Whether a look at the bytes of a word tells that it is not here, as it does nearly always.
  static func surelyLack(_ word: Span<UInt8>) -> Bool {
    guard word.count > 1, word[0] < 0x80, word[1] < 0x80 else { return false }
    if word.firstIndex(of: UInt8(ascii: ".")) != nil { return false }
    return word.count > longest || !keys.contains(key(word))
  }

  /// In bytes, of those without a full stop inside: "approx".
  private static let longest = 6

  /// Up to eight bytes in one number, letters in lower case.
  private static func key(_ word: Span<UInt8>) -> UInt64 {
    var key: UInt64 = 0
    for index in word.indices { key = key << 8 | UInt64(word[index] | 0x20) }
    return key
  }

  private static let keys = Set(everywhere.union(beforeNumbers).map { key($0.utf8Span.span) })

  /// Whether a full stop after a word may be the word's own.
  ///
  /// - Parameter isBeforeNumber: asked if the word is only one before a number.
  static func mayEndInFullStop(_ word: String, isBeforeNumber: () -> Bool) -> Bool {
    // MS and ST in capitals are names of their own.
    guard word.utf8.contains(UInt8(ascii: ".")) || word != word.uppercased() else { return false }
    let lowered = word.lowercased()
    if isDotted(lowered) || everywhere.contains(lowered) { return true }
    return beforeNumbers.contains(lowered) && isBeforeNumber()
  }

  /// `u.s` in "the U.S. agency".
  private static func isDotted(_ word: String) -> Bool {
    word.utf8.contains(UInt8(ascii: "."))
      && word.split(separator: ".", omittingEmptySubsequences: false).allSatisfy { part in
        part.count == 1 && part.first?.isLetter == true
      }
  }

  static func startsInLowerCase(_ word: Span<UInt8>) -> Bool {
    guard word.count > 0 else { return false }
    if word[0] < 0x80 { return (0x61...0x7A).contains(word[0]) }
    return String(copying: word).first?.isLowercase == true
  }

  /// Whether an initial after the word is part of a name.
  static func standBeforeNames(_ word: Span<UInt8>) -> Bool {
    word.count <= 4 && wordsBeforeNames.contains(String(copying: word))
  }

  private static let wordsBeforeNames: Set<String> = [
    "and", "by", "from", "of", "or", "to", "with",
  ]

  /// Words that end in a full stop in mid-sentence; collected from English medical prose.
  private static let everywhere: Set<String> = [
    "approx", "cf", "co", "dept", "dr", "drs", "eg", "est", "al", "ie", "inc", "jr", "ltd", "mr",
    "mrs", "ms", "ph.d", "prof", "sr", "st", "viz", "vs",
  ]

  /// The same, but only before a number: "no. 5", "5 Jan. 2019".
  private static let beforeNumbers: Set<String> = [
    "fig", "figs", "no", "nos", "p", "pp", "ref", "refs", "tel", "v", "vol",
    "jan", "feb", "mar", "apr", "jun", "jul", "aug", "sep", "sept", "oct", "nov", "dec",
  ]
}
