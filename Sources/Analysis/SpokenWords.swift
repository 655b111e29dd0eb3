/// A word of a person's report, as urgent signs are matched by it.
package struct SpokenWord: Equatable, Sendable {
  /// Lower case, without apostrophes; `can't` and `cannot` are two words, `can` and `not`.
  package let folded: String
  package let stem: String
  /// Half-open, in bytes of the text.
  package let range: Range<Int>
  /// Whether a verb hung on it: `she's`, `I'm`, `ive`.
  package let carriesVerb: Bool
}

/// Cuts text into words with every little word kept, because "I can't wake her" is told from "waking
/// up" by the little words alone.
///
/// Word families do not apply: they hold "can't" and "not" for one. Holds C state, so each thread
/// makes its own.
package struct SpokenWords {
  private let tokenizer = Tokenizer()
  private let folding = CaseFoldingFilter()
  private let stemming = StemmingFilter()

  package init() {}

  /// In order; words that one written word stands for share its range.
  package func words(of text: String) -> [SpokenWord] {
    tokenizer.words(of: text).flatMap { token -> [SpokenWord] in
      guard let folded = folding.term(for: token.term).map(Self.withoutUnit) else { return [] }
      let isMarked = token.term.contains { $0 == "'" || $0 == "\u{2019}" }
      let carriesVerb = Self.subjects[folded] != nil || isMarked
      let parts = Self.contractions[folded] ?? [Self.subjects[folded] ?? folded]
      return parts.map { part in
        SpokenWord(
          folded: part, stem: stem(of: part), range: token.range,
          carriesVerb: carriesVerb && parts.count == 1)
      }
    }
  }

  /// Who is fitting is not fit, and a reservoir is fitted.
  private func stem(of word: String) -> String {
    word == "fitting" || word == "fitted" ? word : stemming.term(for: word) ?? word
  }

  /// `38.5c` is 38.5.
  private static func withoutUnit(_ word: String) -> String {
    guard let first = word.utf8.first, (0x30...0x39).contains(first), let last = word.utf8.last,
      last == 0x63 || last == 0x66
    else { return word }
    return String(word.dropLast())
  }

  /// Typed without their apostrophe.
  private static let subjects = [
    "im": "i", "ive": "i", "shes": "she", "hes": "he", "its": "it", "theres": "there",
    "whats": "what", "thats": "that",
  ]

  private static let contractions: [String: [String]] = {
    var table: [String: [String]] = [
      "cannot": ["can", "not"], "cant": ["can", "not"], "wont": ["will", "not"],
      "aint": ["is", "not"], "dunno": ["do", "not", "know"], "anymore": ["any", "more"],
      "wanna": ["want", "to"], "gonna": ["going", "to"],
    ]
    for verb in [
      "do", "does", "did", "is", "are", "was", "were", "has", "have", "had", "could", "would",
      "should",
    ] {
      table[verb + "nt"] = [verb, "not"]
    }
    return table
  }()
}
