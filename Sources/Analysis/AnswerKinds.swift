/// The sorts of answer that a question may ask for, or that a text may give.
///
/// Read from words that carry no score ("how long", "how many people", "why") in a question, and
/// from what the words of a text look like: a share, a span of time, a reason. Only sorts that a
/// reader of words can tell are here. The word lists are ours, chosen from English usage.
package struct AnswerKinds: OptionSet, Hashable, Sendable {
  package let rawValue: UInt8

  package init(rawValue: UInt8) { self.rawValue = rawValue }

  /// How common: `5%`, `one in ten`, `rare`.
  package static let share = AnswerKinds(rawValue: 1)
  /// How long: `2 weeks`, `a few months`.
  package static let duration = AnswerKinds(rawValue: 2)
  /// How much or many: any number.
  package static let amount = AnswerKinds(rawValue: 4)
  /// What it is called.
  package static let names = AnswerKinds(rawValue: 8)
  /// Why.
  package static let reason = AnswerKinds(rawValue: 16)
  /// Which ones: a list.
  package static let list = AnswerKinds(rawValue: 32)

  /// In the words of explanations.
  package var labels: [String] {
    Self.labelled.filter { contains($0.kind) }.map(\.label)
  }

  private static let labelled: [(kind: AnswerKinds, label: String)] = [
    (.share, "how common"), (.duration, "how long"), (.amount, "how many"),
    (.names, "other names"), (.reason, "why"), (.list, "a list"),
  ]
}

extension AnswerKinds {
  /// What a question asks for; empty if its words do not tell.
  package init(askedBy question: String) {
    self = Self.kinds(in: SpelledWord.words(of: question), by: Self.questionPhrases)
  }

  /// What a text, or one sentence of it, can answer; lists are not told by words.
  package init(givenBy text: String) {
    let words = SpelledWord.words(of: text)
    self = Self.kinds(in: words, by: Self.textPhrases).union(Self.numberKinds(in: words))
  }

  private static func kinds(
    in words: [SpelledWord], by phrases: [String: [(rest: [String], kind: AnswerKinds)]]
  ) -> AnswerKinds {
    var kinds: AnswerKinds = []
    for (index, word) in words.enumerated() {
      for (rest, kind) in phrases[word.text] ?? []
      where words[(index + 1)...].prefix(rest.count).map(\.text) == rest {
        kinds.insert(kind)
      }
    }
    return kinds
  }

  /// A number alone is an amount; followed by a unit of time a duration, by `%` or "in 10" a share.
  /// The number of a citation is none of them.
  private static func numberKinds(in words: [SpelledWord]) -> AnswerKinds {
    var kinds: AnswerKinds = []
    for (index, word) in words.enumerated()
    where !word.isReference && (word.isNumber || few.contains(word.text)) {
      if word.isNumber { kinds.insert(.amount) }
      if word.isPercentage { kinds.insert(.share) }
      let following = words[(index + 1)...].prefix(3).map(\.text)
      if following.prefix(2).contains(where: unitsOfTime.contains) { kinds.insert(.duration) }
      if let link = following.first, ["in", "of", "out"].contains(link),
        following.dropFirst().contains(where: { $0 == "ten" || $0.first?.isNumber == true })
      {
        kinds.insert(.share)
      }
    }
    return kinds
  }

  private static let few: Set<String> = [
    "a", "an", "few", "several", "one", "two", "three", "four", "five", "six", "ten", "half",
  ]

  private static let unitsOfTime: Set<String> = [
    "month", "months", "year", "years", "week", "weeks", "day", "days", "hour", "hours", "minute",
    "minutes", "second", "seconds",
  ]
}

/// A word as written, in lower case, with what stands beside it.
private struct SpelledWord {
  let text: String
  let isNumber: Bool
  /// A percent sign follows.
  let isPercentage: Bool
  /// It stands in square brackets, as the number of a citation does.
  let isReference: Bool

  static func words(of text: String) -> [SpelledWord] {
    let bytes = Array(text.utf8)
    let folding = CaseFoldingFilter()
    return Tokenizer().words(of: text).compactMap { token in
      guard let folded = folding.term(for: token.term) else { return nil }
      let after = bytes[token.range.upperBound...].first { $0 != 0x20 }
      let before = token.range.lowerBound > 0 ? bytes[token.range.lowerBound - 1] : 0
      return SpelledWord(
        text: folded, isNumber: folded.utf8.first.map { (0x30...0x39).contains($0) } ?? false,
        isPercentage: after == 0x25, isReference: before == 0x5B && after == 0x5D)
    }
  }
}

extension AnswerKinds {
  /// Phrases by their first word.
  private static func table(
    _ lists: [(kind: AnswerKinds, phrases: String)]
  ) -> [String: [(rest: [String], kind: AnswerKinds)]] {
    var table: [String: [(rest: [String], kind: AnswerKinds)]] = [:]
    for (kind, phrases) in lists {
      for phrase in phrases.split(separator: ",") {
        let words = phrase.split(whereSeparator: \.isWhitespace).map(String.init)
        table[words[0], default: []].append((Array(words.dropFirst()), kind))
      }
    }
    return table
  }

  private static let questionPhrases = table([
    (
      .share,
      """
      how common, how often, how rare, how likely, how frequent, how frequently, how unusual,
      how many people, how many patients, how many of, how many others, percent, per cent,
      percentage, proportion, odds, chance, chances, likelihood, incidence, prevalence, rate, rates,
      frequency, what share
      """
    ),
    (
      .duration,
      """
      how long, how soon, how quickly, how many months, how many weeks, how many years,
      how many days, how many hours, how many minutes, how much time, how much longer, survival,
      survive, survived, lifespan, life expectancy, time left, median, gap
      """
    ),
    (.amount, "how much, how many, how big, how large, how small, how high, how fast, what size"),
    (
      .names,
      """
      other name, other names, another name, different name, other word, other words, another word,
      called, same thing as, same disease as, same illness as, same as, also known, known as,
      synonym, synonyms
      """
    ),
    (.reason, "why, what causes, what makes, how come, cause of, mechanism, mechanisms, reason"),
    (
      .list,
      """
      symptoms, signs, treatments, options, which drugs, what drugs, which medicines,
      what medicines, which medications, what medications, which tests, what tests, side effects,
      risks, what causes, which cancers, what cancers, which factors, what factors, what questions,
      which questions, complications, kinds of, types of, list of, other names, synonyms
      """
    ),
  ])

  private static let textPhrases = table([
    (
      .share,
      """
      per cent, percent, third of, half of, quarter of, most people, few people, many people,
      most common, commonest, rare, rarely, uncommon, majority
      """
    ),
    (.names, "called, known as, other names, names for, name for, same as, same thing, many names"),
    (
      .reason,
      """
      because, so that, due to, caused by, happens when, happen when, occurs when, occur when,
      reason, leads to, lead to, results in, result in, results from, as a result, causes, cause
      """
    ),
  ])
}
