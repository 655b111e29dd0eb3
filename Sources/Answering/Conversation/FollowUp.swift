internal import Analysis

/// How a question leans on the one before it, read from its little words.
enum FollowUp: Equatable, Sendable {
  /// A word stands for what was asked about: "does *it* hurt?". Half-open, in bytes; `many` if it
  /// stands for several things.
  case pronoun(Range<Int>, many: Bool)
  /// A whole question that opens as the second of two: "and does rest help?"
  case opened
  /// A piece of a question, to be put to the last: "and in children?" narrows what is spoken of,
  /// "what about steroids?" names something else.
  case piece(narrows: Bool)
  /// It says nothing but how to ask: "for how long?", "why?", "anything else?"
  case bare

  /// Nil for a question that says by no word of its own that it follows another.
  ///
  /// - Parameters:
  ///   - words: every word of the question.
  ///   - content: how many words it has that do more than ask.
  ///   - telling: where those stand that say what it is about, in bytes, in order.
  init?(_ words: [SpokenWord], content: Int, telling: [Range<Int>]) {
    let words = Array(words.drop { Self.leadIns.contains($0.folded) })
    let folded = words.map(\.folded)
    let opening = Self.openings.filter { folded.starts(with: $0) }.map(\.count).max() ?? 0
    let rest = folded.dropFirst(opening)
    let narrows =
      Self.prepositions.contains(rest.first ?? "") || folded.prefix(opening).last == "if"
    let opensPiece = Self.pieceOpenings.contains { folded.starts(with: $0) }
    let isPiece =
      opensPiece || !rest.contains(where: Self.clauseWords.contains)
    // A whole question may begin with "and": its telling words are not counted then.
    let isWhole = opening > 0 && !isPiece
    guard isWhole || telling.count <= Self.mostTelling else { return nil }
    if opensPiece, !telling.isEmpty {
      // "What if it came from the skin?": all that was asked is meant, not just the subject.
      self = .piece(narrows: narrows)
    } else if let pronoun = Self.pronoun(in: words, telling: telling) {
      self = pronoun
    } else if opening > 0, !telling.isEmpty {
      self = isPiece ? .piece(narrows: narrows) : .opened
    } else if telling.isEmpty {
      let isMarked = opening > 0 || !Self.goingOn.isDisjoint(with: folded)
      guard isMarked || !isPiece && content <= Self.mostContent else { return nil }
      self = opening > 0 && isPiece ? .piece(narrows: narrows) : .bare
    } else if isPiece, rest.count <= Self.longestPiece, Self.prepositions.contains(rest.first ?? "")
    {
      self = .piece(narrows: true)
    } else if folded.last == "then", !isPiece {
      self = .opened
    } else {
      return nil
    }
  }

  /// Whether a question may follow another though no word of it says so: "what are the side
  /// effects?", but not "what is a side effect?", which asks what something is, nor a search by
  /// words alone.
  static func mayBeUnmarked(_ words: [SpokenWord], telling: [Range<Int>]) -> Bool {
    let folded = words.map(\.folded)
    guard telling.count == 1, words.count <= mostWordsUnmarked,
      let place = words.firstIndex(where: { $0.range.lowerBound == telling[0].lowerBound })
    else { return false }
    let rest = folded.prefix(place)
    if rest.starts(with: ["what", "is"]) || rest.starts(with: ["what", "do"]) { return false }
    if rest.starts(with: ["what", "are"]) { return rest.last == "the" }
    return rest.contains(where: clauseWords.contains)
  }

  private static let mostWordsUnmarked = 12

  /// A question with more telling words has its subject among them.
  private static let mostTelling = 2

  /// "How long is my husband likely to live?" has no telling word and still says enough.
  private static let mostContent = 2

  /// In words. A longer line without a verb is a search of its own.
  private static let longestPiece = 5

  /// Words that say nothing but that one goes on talking.
  private static let leadIns: Set = [
    "ok", "okay", "right", "well", "oh", "ah", "hm", "hmm", "thanks", "alright", "yes", "sorry",
  ]

  /// Openings that only a second question has.
  private static let openings: [[String]] =
    ["and", "but", "or", "so", "also", "then", "plus"].map { [$0] }
    + pieceOpenings

  /// Openings after which a piece follows, whatever its words.
  private static let pieceOpenings: [[String]] = [
    ["what", "about"], ["how", "about"], ["what", "if"], ["if"], ["same", "for"],
    ["the", "same", "for"],
  ].flatMap { words in [words] + ["and", "but", "so", "or"].map { [$0] + words } }
    .filter { $0 != ["if"] }

  /// "Anything else?": more of the same is asked for.
  private static let goingOn: Set = [
    "else", "other", "others", "more", "further", "such", "example",
  ]

  private static let prepositions: Set = [
    "for", "in", "with", "without", "after", "before", "during", "from", "at", "by", "on", "of",
    "even", "only", "if", "when", "once", "because",
  ]

  /// Asking words and auxiliaries: what makes a question of a piece.
  private static let clauseWords = auxiliaries.union([
    "what", "how", "why", "where", "who", "which", "have", "had", "am", "be",
  ])

  private static let auxiliaries: Set = [
    "is", "are", "was", "were", "do", "does", "did", "can", "could", "will", "would", "should",
    "shall", "may", "might", "must", "has",
  ]

  /// Whether a question is one of yes or no.
  static func opensWithAuxiliary(_ text: String) -> Bool {
    SpokenWords().words(of: text).first.map { auxiliaries.contains($0.folded) } ?? false
  }

  /// Whether a text holds an auxiliary before an offset in bytes.
  static func hasAuxiliary(before offset: Int, in text: String) -> Bool {
    SpokenWords().words(of: text).contains {
      $0.range.upperBound <= offset && auxiliaries.contains($0.folded)
    }
  }
}
