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
  /// When declined: what is asked for and not here, as typed, the most telling words alone.
  package let missing: [String]
  /// Whether the question may be in a language that is not read here.
  package let mayBeForeign: Bool
  /// When no word is known: words of the corpus that look like those typed.
  package let alike: [String]

  package init(
    question: String, verdict: Verdict, unmatched: [String] = [], corrections: [Correction] = [],
    context: String? = nil, inherited: String? = nil, notices: [Notice] = [],
    results: [AnswerResult] = [], nearest: [Pointer] = [], missing: [String] = [],
    mayBeForeign: Bool = false, alike: [String] = []
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
    self.missing = missing
    self.mayBeForeign = mayBeForeign
    self.alike = alike
  }
}

/// A word that was read as another.
package struct Correction: Equatable, Sendable {
  package let typed: String
  package let used: String
}

/// Something to be told beside the answer.
package struct Notice: Equatable, Sendable {
  package let kind: String
  package let id: String
  package let title: String
  package let text: String

  /// Whether it must be read before anything else: a card for an urgent sign or a crisis.
  package var isCard: Bool { kind == "urgent" || kind == "crisis" }
}

/// A place in the corpus, by document and headings.
package struct Pointer: Equatable, Sendable {
  package let document: String
  package let headings: [String]
  /// The word of the question that leads there, as typed; nil if the whole question does.
  package let word: String?

  package init(document: String, headings: [String], word: String? = nil) {
    self.document = document
    self.headings = headings
    self.word = word
  }
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

  package init(number: Int, reference: Reference) {
    self.number = number
    self.reference = reference
  }
}
