internal import Analysis
internal import Corpus
internal import InvertedIndex
internal import Search

// How a question is understood, and what is found for it, in a conversation.
extension Answerer {
  /// The question with its misspelt words read as words of the corpus, and, if it follows another,
  /// with what that one was about.
  mutating func reading(
    of question: String, in conversation: Conversation
  ) throws(IndexError) -> Reading {
    let query = try query(question)
    let words =
      searcher.signals.contains(.spelling)
      ? try SpellingCorrector(searcher.index).corrections(of: query, analyzer: &analyzer) : []
    let corrections = words.map { Correction(typed: $0.typed, used: $0.used) }
    let own = words.isEmpty ? query : try self.query(words.applied(to: question))
    let alone = Reading(query: own, corrections: corrections)
    guard let topic = conversation.topic else { return alone }
    return try reading(alone, on: topic) ?? alone
  }

  /// The words of the heading of the passage shown first, for a question that the thesaurus does not
  /// know; nil for others.
  mutating func heading(of answer: Answer, for reading: Reading) throws(IndexError) -> Query? {
    guard reading.followUp == nil, !reading.query.terms.contains(where: \.isConcept),
      let heading = answer.results.first?.passage.headings.last
    else { return nil }
    return try query(heading)
  }

  mutating func query(_ question: String) throws(IndexError) -> Query {
    try Query(question, analyzer: &analyzer, concepts: searcher.index.concepts)
  }

  /// Nil if the question stands alone.
  private mutating func reading(_ alone: Reading, on topic: Topic) throws(IndexError) -> Reading? {
    let text = alone.query.text
    let words = SpokenWords().words(of: text)
    if let followUp = topic.reading(of: alone.query, words: words) {
      return try reading(alone, as: followUp, on: topic)
    }
    guard FollowUp.mayBeUnmarked(words, telling: alone.query.tellingTokens.map(\.range)),
      let followUp = topic.unmarkedReading(of: text)
    else { return nil }
    let together = try reading(alone, as: followUp, on: topic)
    return try isPlain(together, beside: alone, on: topic) ? together : nil
  }

  private mutating func reading(
    _ alone: Reading, as followUp: FollowUpReading, on topic: Topic
  ) throws(IndexError) -> Reading {
    let query = try Query(
      followUp.text, analyzer: &analyzer, concepts: searcher.index.concepts,
      inherited: [followUp.inherited])
    return Reading(
      query: query, corrections: alone.corrections, followUp: followUp, topic: topic)
  }

  /// Whether what is found shows that a question follows the last: "what are the side effects?"
  ///
  /// With the topic's subject it must find a passage of the same document that answers, lose none of
  /// its own words, and speak of something that few passages do and that the passage found alone
  /// does not. A question that resembles what a passage answers stands alone.
  private func isPlain(
    _ together: Reading, beside alone: Reading, on topic: Topic
  ) throws(IndexError) -> Bool {
    let index = searcher.index
    guard let place = topic.place, let first = try hits(for: alone, limit: 1).first?.passage,
      let other = try hits(for: together, limit: 1).first?.passage, other != first,
      try index.document(of: place).passages.contains(other.ordinal),
      try index.likenesses(of: alone.query.words, to: first).max() ?? 0 < Self.surelyAlike,
      try verdict(for: together, best: other) == .answered
    else { return false }
    let before = try searcher.terms(of: together.query, heldByAny: [first])
    let after = try searcher.terms(of: together.query, heldByAny: [other])
    guard before.allSatisfy({ $0.isInherited || after.contains($0) }) else { return false }
    for term in after where term.isInherited && term.isConcept && !before.contains(term) {
      let holding = try index.dictionary.entry(for: term.term)?.passageCount ?? 0
      if holding * Self.leastRarity <= index.summary.passageCount { return true }
    }
    return false
  }

  private static let surelyAlike: Float = 0.9
  /// One passage in so many at the most holds a word that sets passages apart.
  private static let leastRarity = 4

  /// The best passages; where a question follows another, those near its answer are preferred.
  func hits(for reading: Reading, limit: Int) throws(IndexError) -> [Hit] {
    guard let signal = try placeSignal(for: reading) else {
      return try searcher.search(reading.query, limit: limit)
    }
    return try signal.rescored(limit: limit) { limit throws(IndexError) in
      try searcher.search(reading.query, limit: limit)
    }
  }

  private func placeSignal(for reading: Reading) throws(IndexError) -> PlaceSignal? {
    guard let place = reading.topic?.place, let followUp = reading.followUp else { return nil }
    return try PlaceSignal(place, strength: followUp.holdOfPlace, index: searcher.index)
  }

  func explanation(
    of passage: PassageID, for reading: Reading
  ) throws(IndexError) -> Explanation {
    let explanation = try searcher.explanation(of: passage, for: reading.query)
    return try placeSignal(for: reading)?.explanation(explanation, of: passage) ?? explanation
  }

  /// Whether the best passage answers. That it speaks of what an earlier question was about is no
  /// proof that it answers this one; that it does not speak of it makes it doubtful.
  func verdict(for reading: Reading, best: PassageID) throws(IndexError) -> Verdict {
    let evidence = try Evidence(reading.query, best: best, searcher: searcher)
    guard let followUp = reading.followUp, evidence.verdict == .answered else {
      return evidence.verdict
    }
    let held = try searcher.terms(of: reading.query, heldByAny: [best])
    if followUp.form == .withSubject, !held.contains(where: \.isInherited) {
      return .uncertain(.wordsApart)
    }
    let holdsOwn = held.contains { !$0.isInherited && !LightWords.contains($0.word) }
    return holdsOwn || evidence.likeness >= Self.likeEnough ? .answered : .uncertain(.notCovered)
  }

  /// From here on a follow-up without a telling word of its own is taken for the question that a
  /// passage answers.
  private static let likeEnough: Float = 0.6
}
