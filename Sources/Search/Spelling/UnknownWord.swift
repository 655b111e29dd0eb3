import Analysis

/// A word of a question that no passage holds, and what its form alone tells.
struct UnknownWord {
  let token: Token
  let typed: String
  /// Lower case, without accents.
  let folded: String
  /// Of the folded word: a to z.
  let letters: [UInt8]
  /// A word of everyday English, so probably meant as it stands.
  let isCommon: Bool
  /// A word that says little by itself, never meant as another.
  let isLight: Bool
  /// Written as names are: a capital inside a question that has words without.
  let isName: Bool

  /// In letters: longer than any medical term. What is longer is no slip of a word.
  private static let longestCorrected = 48

  /// Nil for what has no spelling to be wrong: digits in it, other scripts, abbreviations in capitals.
  init?(_ token: Token, of question: String) {
    let typed = String(decoding: Array(question.utf8)[token.range], as: UTF8.self)
    guard token.range.count <= Self.longestCorrected * 2, !typed.isAbbreviation,
      let folded = CaseFoldingFilter().term(for: typed),
      folded.utf8.allSatisfy({ (UInt8(ascii: "a")...UInt8(ascii: "z")).contains($0) })
    else { return nil }
    self.init(
      token, typed, folded,
      isName: token.range.lowerBound > 0 && typed.startsWithCapital && !question.isTitle)
  }

  private init(_ token: Token, _ typed: String, _ folded: String, isName: Bool) {
    self.token = token
    self.typed = typed
    self.folded = folded
    letters = Array(folded.utf8)
    isLight = StopWordFilter.isStopWord(folded) || LightWords.contains(folded)
    isCommon = isLight || EverydayWords.contains(folded)
    self.isName = isName
  }

  /// A part of a word that may be two.
  init(part: [UInt8]) {
    let text = String(decoding: part, as: UTF8.self)
    self.init(Token(term: text, range: 0..<0, position: 0), text, text, isName: false)
  }

  /// The most that slips may cost; nil for a word too short to tell what was meant.
  ///
  /// A short word has many neighbours: there one slip must be a common one. A name is only read as
  /// a word that it sounds the same as: "Omaya". Between two sums of costs, so that rounding decides nothing.
  var limit: Float? {
    let limit: Float
    switch letters.count {
    case ...2: return nil
    case 3: limit = 0.5
    case ...5: limit = 0.85
    case ...8: limit = 1.5
    case ...11: limit = 1.75
    case ...Self.longestCorrected: limit = 2.55
    default: return nil
    }
    if isCommon { return isLight || letters.count < 4 ? nil : min(limit, 0.65) }
    return isName && letters.count < 9 ? min(limit, 0.42) : limit
  }
}

extension String {
  fileprivate var startsWithCapital: Bool {
    utf8.first.map((UInt8(ascii: "A")...UInt8(ascii: "Z")).contains) ?? false
  }

  /// Short and all in capitals.
  fileprivate var isAbbreviation: Bool {
    utf8.count <= 5 && utf8.allSatisfy((UInt8(ascii: "A")...UInt8(ascii: "Z")).contains)
  }

  /// Whether most words start with a capital, so that a capital tells nothing.
  fileprivate var isTitle: Bool {
    let words = split(separator: " ")
    return words.count { String($0).startsWithCapital } * 2 > words.count
  }
}
