/// Whether the passages found answer the question.
package enum Verdict: Equatable, Sendable {
  case answered
  case uncertain(Reason)
  case declined(Reason)

  /// Why a question is not answered outright.
  package enum Reason: String, Sendable {
    /// There is no word to search for.
    case empty
    /// No word of the question occurs in the corpus.
    case unknownWords = "unknown_words"
    /// The question is about something else.
    case offTopic = "off_topic"
    /// The question is about the corpus's subject, but this is not in it.
    case notCovered = "not_covered"
    /// The words occur, but never together.
    case wordsApart = "words_apart"
  }

  /// `answered`, `uncertain` or `declined`.
  package var status: String {
    switch self {
    case .answered: "answered"
    case .uncertain: "uncertain"
    case .declined: "declined"
    }
  }

  package var reason: Reason? {
    switch self {
    case .answered: nil
    case .uncertain(let reason), .declined(let reason): reason
    }
  }

  package var isDeclined: Bool { status == "declined" }
}
