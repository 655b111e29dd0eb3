package import Analysis
package import Corpus

/// What ranking asks of a passage without reading it.
package struct PassageTraits: Sendable {
  /// The bits of `AnswerKinds`, and one that says that the passage is sensitive.
  let rawValue: UInt8

  private static let sensitive: UInt8 = 1 << 7

  init(rawValue: UInt8) { self.rawValue = rawValue }

  init(_ passage: Passage) {
    rawValue = passage.answerKinds.rawValue | (passage.isSensitive ? Self.sensitive : 0)
  }

  /// What sorts of question it can answer.
  package var answerKinds: AnswerKinds { AnswerKinds(rawValue: rawValue & ~Self.sensitive) }

  /// Whether it is shown only to a question that asks for it.
  package var isSensitive: Bool { rawValue & Self.sensitive != 0 }
}

extension Passage {
  /// What sorts of question it can answer. A list is one of three items or more.
  package var answerKinds: AnswerKinds {
    let kinds = AnswerKinds(givenBy: text)
    let items = blocks.count { $0.kind == .listItem }
    return items >= 3 ? kinds.union(.list) : kinds
  }
}
