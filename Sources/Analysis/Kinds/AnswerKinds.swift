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

  /// Those that the words of a text tell.
  package static let toldByWords: AnswerKinds = [.share, .duration, .amount, .names, .reason]

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
    self = Self.questionPhrases.kinds(in: SpelledLine(question).words(of: Self.questionPhrases))
  }

  /// What a text, or one sentence of it, can answer; lists are not told by words.
  package init(givenBy text: String) {
    let source = text.utf8Span.span
    let line = SpelledLine(text)
    var words = line.words(of: Self.textPhrases)
    for index in words.indices {
      words[index] = words[index].standing(at: line.words[index].source, in: source)
    }
    self.init(givenBy: words)
  }

  /// The same of a text whose words are known, each with what stands around it.
  package init(givenBy words: [KindWord]) {
    let (words, phrases) = (words.span, Self.textPhrases)
    self = []
    // Most words tell nothing.
    for index in words.indices where !words[index].roles.isEmpty {
      formUnion(phrases.kinds(from: index, in: words))
      if words[index].dependsOnPlace { formUnion(Self.numberKinds(at: index, in: words)) }
    }
  }

  /// A number alone is an amount; followed by a unit of time a duration, by `%` or "in 10" a share.
  /// The number of a citation is none of them.
  private static func numberKinds(at index: Int, in words: Span<KindWord>) -> AnswerKinds {
    func roles(_ ahead: Int) -> KindWord.Roles {
      index + ahead < words.count ? words[index + ahead].roles : []
    }
    let own = roles(0)
    guard !own.contains(.reference) else { return [] }
    var kinds: AnswerKinds = []
    if own.contains(.number) { kinds.insert(.amount) }
    if own.contains(.percentage) { kinds.insert(.share) }
    if roles(1).union(roles(2)).contains(.unitOfTime) { kinds.insert(.duration) }
    if roles(1).contains(.link), !roles(2).union(roles(3)).isDisjoint(with: [.number, .ten]) {
      kinds.insert(.share)
    }
    return kinds
  }
}
