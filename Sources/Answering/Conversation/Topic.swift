internal import Analysis
internal import Corpus
internal import Search

/// What a conversation is about: the words that a follow-up can inherit.
struct Topic: Sendable {
  /// The question that brought it, as typed: what a follow-up is said to be read with.
  let question: String
  /// The last question as it was read, without its closing marks and without a piece put to it, so
  /// that the next piece takes its place.
  let base: String
  /// All words of the last question, as read, but those that only ask.
  let content: [String]
  /// The words that it turns on, the newest first.
  let subject: [String]
  /// What a pronoun stands for in a question that says nothing else: the subject of "is an MRI safe?",
  /// but all words of "how is LM found?", which is about the finding.
  let antecedent: [String]
  /// Things that a follow-up named by the way: what "they" may mean, but "it" does not.
  let things: [String]
  /// The passage shown first.
  let place: PassageID?

  /// In words or phrases: a long chain of follow-ups forgets what it began with.
  private static let mostSubjects = 4

  init(_ reading: Reading, answer: Answer, heading: Query?) {
    let query = reading.query
    let first = answer.results.first
    content = query.tokens.map { query.text.slice($0.range) }
    guard let earlier = reading.topic, let followUp = reading.followUp else {
      question = answer.question
      base = query.text.withoutClosingMarks
      subject = Self.subject(of: query, heading: heading)
      antecedent = FollowUp.opensWithAuxiliary(query.text) && !subject.isEmpty ? subject : content
      let subject = self.subject
      things = query.tellingTokens.map { query.text.slice($0.range) }
        .filter { $0.isPlural && !subject.contains($0) }
      place = first?.hit.passage
      return
    }
    let own = query.ownTellingWords
    let movesOn = followUp.addsToTopic && !own.isEmpty
    question = movesOn ? answer.question : earlier.question
    base = followUp.isPiece ? earlier.base : query.text.withoutClosingMarks
    let kept = followUp.form == .piece(narrows: false) ? [] : earlier.subject
    subject = movesOn ? Array((own + kept).prefix(Self.mostSubjects)) : earlier.subject
    antecedent = movesOn ? subject : earlier.antecedent
    things = movesOn ? [] : own.filter(\.isPlural)
    place = movesOn ? first?.hit.passage ?? earlier.place : earlier.place
  }

  /// A heading that shares no word with the question says what it was about: "what is LP?" is about
  /// what the passage under "Lumbar puncture" is about.
  private static func subject(of query: Query, heading: Query?) -> [String] {
    let tokens = query.tokensBeforePredicate(query.tellingTokens)
    let own = tokens.map { query.text.slice($0.range) }
    guard let told = heading?.tellingTokens, let heading,
      Set(told.map(\.term)).isDisjoint(with: query.terms.map(\.term))
    else { return own }
    return own + told.map { heading.text.slice($0.range) }
  }
}

extension Query {
  /// Telling words without what is said of the first: "diagnosed" in "how is LM diagnosed?"
  ///
  /// That is the last word of a question that opens with an auxiliary, perhaps after an asking word,
  /// if it follows its subject, a word of the thesaurus, with nothing between them. Other words may
  /// be a name together.
  fileprivate func tokensBeforePredicate(_ tokens: [Token]) -> [Token] {
    guard tokens.count > 1, let first = tokens.first, let last = tokens.last, first.isConcept,
      text.utf8.count - last.range.upperBound <= 2, isAdjoining(tokens),
      FollowUp.hasAuxiliary(before: first.range.lowerBound, in: text)
    else { return tokens }
    return tokens.dropLast()
  }

  /// Whether nothing but a space stands between each word and the next.
  private func isAdjoining(_ tokens: [Token]) -> Bool {
    zip(tokens, tokens.dropFirst()).allSatisfy { $1.range.lowerBound - $0.range.upperBound == 1 }
  }
}

extension Query {
  /// The words that say what a question is about, in order: neither little nor everyday words.
  var tellingTokens: [Token] {
    tokens.filter { token in
      let word = text.slice(token.range)
      if token.isConcept, word.contains(" ") { return true }
      return !LightWords.contains(word) && !Self.negations.contains(word.lowercased())
    }
  }

  private static let negations: Set = ["no", "not", "never", "without"]

  /// The terms that the question itself brings.
  var ownTerms: [QueryTerm] { terms.filter { !$0.isInherited } }

  /// The telling words that the question itself brings, as typed.
  fileprivate var ownTellingWords: [String] {
    ownTerms.map(\.word).filter { !LightWords.contains($0) }
  }
}

extension Token {
  fileprivate var isConcept: Bool { term.hasPrefix(Concept.term(named: "")) }
}

extension String {
  /// Without "?" and the like at its end.
  fileprivate var withoutClosingMarks: String {
    var text = self[...]
    while let last = text.last, last.isPunctuation || last.isWhitespace { text.removeLast() }
    return String(text)
  }

  /// Whether it looks like the name of several things.
  fileprivate var isPlural: Bool {
    hasSuffix("s") && !hasSuffix("ss") && !hasSuffix("is") && !hasSuffix("us")
  }
}
