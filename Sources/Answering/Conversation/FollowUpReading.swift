internal import Analysis
internal import Search

/// A follow-up as it is to be read: with words of the topic put in.
struct FollowUpReading: Equatable, Sendable {
  /// How a question is put together with what it follows.
  enum Form: Equatable, Sendable {
    /// The subject stands in it, for a pronoun or at its end; its own words decide.
    case withSubject
    /// It has no telling word of its own: all that was asked stands in it.
    case withAll
    /// It stands at the end of the last question, and narrows the topic or names another.
    case piece(narrows: Bool)
    /// Nothing but what is found says that it follows another.
    case unmarked
  }

  let form: Form
  let text: String
  let inherited: InheritedWords
  /// The words put in, as they were typed.
  let words: String

  /// How much being near what was spoken of counts, from 0 to 1: less for a question that says more.
  var holdOfPlace: Float { form == .withSubject ? inherited.share : 1 }

  /// Whether what it names is spoken of from then on.
  var addsToTopic: Bool { isPiece || form == .unmarked }
  var isPiece: Bool { form == .piece(narrows: true) || form == .piece(narrows: false) }
  /// Whether it could be a question of its own.
  var mayStandAlone: Bool { form == .withSubject || form == .unmarked }

  /// - Parameters:
  ///   - place: half-open, in bytes of the question; the words take the place of what stands there.
  ///   - share: how much of their weight the words keep.
  init?(
    _ form: Form, _ question: String, putting words: [String], at place: Range<Int>, share: Float
  ) {
    guard !words.isEmpty else { return nil }
    let bytes = Array(question.utf8)
    let put = words.joined(separator: " ")
    let before = String(decoding: bytes[..<place.lowerBound], as: UTF8.self)
    let after = String(decoding: bytes[place.upperBound...], as: UTF8.self)
    self.form = form
    text = "\(before) \(put) \(after)"
    let start = place.lowerBound + 1
    inherited = InheritedWords(range: start..<start + put.utf8.count, share: share)
    self.words = words.joined(separator: ", ")
  }
}

extension Topic {
  // Chosen on follow-ups, those of Tests/RankingTests/Questions/followups.jsonl among them. A share
  // below 1 lets a follow-up's own words decide among the passages about its subject.
  private static let shareOfAll: Float = 0.8
  private static let shareBesidePiece: Float = 0.3
  private static func share(beside telling: Int) -> Float { telling < 2 ? 0.9 : 0.35 }

  /// Reads a question with this topic; nil if it does not say that it follows another.
  ///
  /// - Parameter words: every word of the question.
  func reading(of query: Query, words: [SpokenWord]) -> FollowUpReading? {
    let question = query.text
    let telling = query.tellingTokens.map(\.range)
    let end = question.utf8.count
    let share = Self.share(beside: telling.count)
    switch FollowUp(words, content: query.tokens.count, telling: telling) {
    case .pronoun(let place, let many):
      let things = many ? self.things : []
      guard !telling.isEmpty else {
        return FollowUpReading(
          .withAll, question, putting: things + antecedent, at: place, share: Self.shareOfAll)
      }
      return FollowUpReading(
        .withSubject, question, putting: things + subject, at: place, share: share)
    case .opened:
      return FollowUpReading(
        .withSubject, question, putting: subject, at: end..<end, share: share)
    case .bare:
      return FollowUpReading(
        .withAll, question, putting: content, at: 0..<0, share: Self.shareOfAll)
    case .piece(let narrows):
      return FollowUpReading(
        .piece(narrows: narrows), question, putting: [base], at: 0..<0,
        share: telling.isEmpty ? Self.shareOfAll : Self.shareBesidePiece)
    case nil: return nil
    }
  }

  /// Reads a question that does not say that it follows another with this topic's subject.
  func unmarkedReading(of question: String) -> FollowUpReading? {
    let end = question.utf8.count
    return FollowUpReading(
      .unmarked, question, putting: subject, at: end..<end, share: Self.share(beside: 1))
  }
}
