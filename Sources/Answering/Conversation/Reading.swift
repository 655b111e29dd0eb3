internal import Search

/// A question as it is understood.
struct Reading: Sendable {
  let query: Query
  let corrections: [Correction]
  /// How it is put together with the topic, if it follows it.
  var followUp: FollowUpReading?
  var topic: Topic?

  /// The earlier question that it is read with.
  var context: String? { topic?.question }
}
