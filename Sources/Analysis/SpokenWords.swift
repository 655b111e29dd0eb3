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
      let subject = Self.subject(of: folded)
      let carriesVerb = subject != nil || isMarked
      let parts = Self.contracted(in: folded) ?? [subject ?? folded]
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

  /// Of a subject and its verb typed without their apostrophe. No dictionary, as below: making one
  /// takes longer than looking a question's words up in it.
  private static func subject(of word: String) -> String? {
    switch word {
    case "im", "ive": "i"
    case "shes": "she"
    case "hes": "he"
    case "its": "it"
    case "theres": "there"
    case "whats": "what"
    case "thats": "that"
    default: nil
    }
  }

  /// The words that stand in one.
  private static func contracted(in word: String) -> [String]? {
    switch word {
    case "cannot", "cant": ["can", "not"]
    case "wont": ["will", "not"]
    case "aint": ["is", "not"]
    case "dunno": ["do", "not", "know"]
    case "anymore": ["any", "more"]
    case "wanna": ["want", "to"]
    case "gonna": ["going", "to"]
    default: denied(in: word).map { [$0, "not"] }
    }
  }

  /// The verb of "didnt".
  private static func denied(in word: String) -> String? {
    guard word.utf8.count > 3, word.hasSuffix("nt") else { return nil }
    let verb = String(word.dropLast(2))
    return switch verb {
    case "do", "does", "did", "is", "are", "was", "were", "has", "have", "had", "could", "would",
      "should":
      verb
    default: nil
    }
  }
}
