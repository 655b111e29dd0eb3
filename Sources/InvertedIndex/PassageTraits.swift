package import Analysis
internal import Corpus

/// What ranking asks of a passage without reading it.
package struct PassageTraits: Sendable {
  /// The bits of `AnswerKinds`, and one that says that the passage is sensitive.
  let rawValue: UInt8

  private static let sensitive: UInt8 = 1 << 7

  init(rawValue: UInt8) { self.rawValue = rawValue }

  /// - Parameter words: of the passage's text, each with what stands around it.
  init(_ passage: Passage, words: [KindWord]) {
    var kinds = AnswerKinds(givenBy: words)
    // A list is one of three items or more.
    if passage.blocks.count(where: { $0.kind == .listItem }) >= 3 { kinds.insert(.list) }
    rawValue = kinds.rawValue | (passage.isSensitive ? Self.sensitive : 0)
  }

  /// What sorts of question it can answer.
  package var answerKinds: AnswerKinds { AnswerKinds(rawValue: rawValue & ~Self.sensitive) }

  /// Whether it is shown only to a question that asks for it.
  package var isSensitive: Bool { rawValue & Self.sensitive != 0 }
}
