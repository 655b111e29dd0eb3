internal import Search

/// What the last questions were about, so that a follow-up can be read with it.
///
/// A question that stands alone sets the topic. A follow-up is read with the topic and leaves it as
/// it is, or moves it on if it names something else. A declined question leaves no trace.
package struct Conversation: Sendable {
  private(set) var topic: Topic?

  package init() {}

  /// Lets the next questions follow one that was asked.
  ///
  /// - Parameter heading: of the passage shown first, if it helps to say what was asked about.
  mutating func remember(_ reading: Reading, answer: Answer, heading: Query?) {
    guard !answer.verdict.isDeclined || topic == nil && reading.isCovered(answer.verdict) else {
      return
    }
    topic = Topic(reading, answer: answer, heading: heading)
  }
}

extension Reading {
  /// Whether a declined question speaks of something that the corpus does speak of.
  fileprivate func isCovered(_ verdict: Verdict) -> Bool {
    verdict.reason != .offTopic && query.terms.contains(where: \.isConcept)
  }
}
