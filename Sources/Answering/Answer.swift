package import Corpus
package import InvertedIndex
package import Search

/// What a person is told for one question. Positions are ranges, never escape codes.
package struct Answer: Sendable {
  /// As typed.
  package let question: String
  package let verdict: Verdict
  /// Content words of the question, as typed, that the results do not cover.
  package let unmatched: [String]
  package let corrections: [Correction]
  /// The earlier question that this one was read with.
  package let context: String?
  /// The words of the conversation that were put in, as they were typed.
  package let inherited: String?
  package let notices: [Notice]
  /// Best first; empty when declined.
  package let results: [AnswerResult]
  /// When declined: where to look instead.
  package let nearest: [Pointer]

  package init(
    question: String, verdict: Verdict, unmatched: [String] = [], corrections: [Correction] = [],
    context: String? = nil, inherited: String? = nil, notices: [Notice] = [],
    results: [AnswerResult] = [], nearest: [Pointer] = []
  ) {
    self.question = question
    self.verdict = verdict
    self.unmatched = unmatched
    self.corrections = corrections
    self.context = context
    self.inherited = inherited
    self.notices = notices
    self.results = results
    self.nearest = nearest
  }
}

/// A word that was read as another.
package struct Correction: Equatable, Sendable {
  package let typed: String
  package let used: String
}

/// Something to be told before the answer.
package struct Notice: Equatable, Sendable {
  package let kind: String
  package let id: String
  package let title: String
  package let text: String
}

/// A place in the corpus, by document and headings.
package struct Pointer: Equatable, Sendable {
  package let document: String
  package let headings: [String]
}

/// One passage shown for a question.
package struct AnswerResult: Sendable {
  package let hit: Hit
  package let passage: Passage
  package let document: DocumentRecord
  package let snippet: Snippet
  package let citations: [Citation]
  /// Only when asked for.
  package let explanation: Explanation?
}

/// A source that a passage names, with the number it has in the passage's text.
package struct Citation: Equatable, Sendable {
  /// From 1.
  package let number: Int
  package let reference: Reference
}
