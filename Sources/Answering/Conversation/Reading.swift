internal import Search

/// A question as it is understood.
struct Reading: Sendable {
  let query: Query
  let corrections: [Correction]
  /// How it is put together with the topic, if it follows it.
  var followUp: FollowUpReading?
  var topic: Topic?

  /// The words of some of its terms as they were typed, not as they were read.
  func typed(_ terms: [QueryTerm]) -> [String] {
    terms.map { term in corrections.first { $0.used == term.word }?.typed ?? term.word }
  }

  /// The earlier question that it is read with.
  var context: String? { topic?.question }
}
