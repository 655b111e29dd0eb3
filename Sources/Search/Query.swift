package import Analysis
package import InvertedIndex

/// A question, ready to be searched for. Any typed line is a query, possibly an empty one.
package struct Query: Sendable {
  /// As typed.
  package let text: String
  /// Every word or wording of a concept that has a term, in order.
  package let tokens: [Token]
  /// Distinct terms in order of first occurrence.
  package let terms: [QueryTerm]
  /// Terms searched for besides, at less than their own weight: the very words that were typed for
  /// a concept, so that an exact word beats another wording, and concepts to see also.
  package let companions: [QueryTerm]
  /// Those of its terms that name what the corpus is known not to tell of.
  package let absentTopics: [String]
  /// The wordings of the concepts it speaks of: what else means the same.
  package let wordings: PhraseTable
  /// Every word, for comparing it with the questions that passages answer.
  package let words: QuestionWords
  /// What the words that are not scored ask for.
  package let kinds: AnswerKinds

  /// A pasted page is read up to this many distinct terms.
  package static let mostTerms = 256

  package init(_ text: String, analyzer: inout Analyzer) {
    self.init(text, analyzer: &analyzer, concepts: Thesaurus())
  }

  /// - Parameters:
  ///   - concepts: a wording of one of them counts as one term: the concept's.
  ///   - inherited: parts of the text that were put in for what an earlier question was about.
  package init<Source: ConceptSource>(
    _ text: String, analyzer: inout Analyzer, concepts: Source,
    inherited: [InheritedWords] = []
  ) throws(Source.Failure) {
    self.text = text
    let words = analyzer.tokens(of: text)
    let matches = try ConceptFinder.matches(in: words, from: concepts)
    tokens = ConceptFinder.folded(words, matches)
    self.words = try QuestionWords(
      text, analyzer: &analyzer, everyWord: .everyWord(), concepts: concepts)
    kinds = AnswerKinds(askedBy: text)
    var terms: [QueryTerm] = []
    var seen: Set<String> = []
    let bytes = Array(text.utf8)
    for token in tokens where terms.count < Self.mostTerms && seen.insert(token.term).inserted {
      let word = String(decoding: bytes[token.range], as: UTF8.self)
      let share = inherited.share(of: token.term, in: tokens)
      terms.append(
        QueryTerm(
          term: token.term, word: word, weight: Self.weight(of: word) * (share ?? 1),
          isInherited: share != nil))
    }
    self.terms = terms
    let companions = try Companions(
      of: matches, in: words, text: text, concepts: concepts, inherited: inherited)
    wordings = PhraseTable(companions.wordings)
    absentTopics = companions.absent
    self.companions = companions.terms.filter { seen.insert($0.term).inserted }
  }

  /// Everything that adds to a passage's score.
  package var scoredTerms: [QueryTerm] { terms + companions }

  /// A word of everyday talk ("looks", "usually") must not win a passage that lacks the subject.
  private static let weightOfLightWord: Float = 0.6

  private static func weight(of word: String) -> Float {
    LightWords.contains(word) ? weightOfLightWord : 1
  }

  /// No word of it can be searched for.
  package var isEmpty: Bool { terms.isEmpty }
}

/// A term of a question and the word that was typed for it.
package struct QueryTerm: Equatable, Sendable {
  package let term: String
  package let word: String
  /// How much of its rarity counts, from 0 to 1.
  package let weight: Float
  /// Whether an earlier question brought it, not this one.
  package let isInherited: Bool
  /// Why it is searched for.
  package let role: Role

  package enum Role: Equatable, Sendable {
    /// The question names it.
    case asked
    /// It is a word typed for a concept, beside the concept itself.
    case exactWord
    /// A concept named says to see this one also.
    case seeAlso
  }

  /// Whether a concept of the thesaurus was named, not just a word.
  package var isConcept: Bool { term.hasPrefix(Concept.term(named: "")) }

  package init(
    term: String, word: String, weight: Float = 1, isInherited: Bool = false, role: Role = .asked
  ) {
    self.term = term
    self.word = word
    self.weight = weight
    self.isInherited = isInherited
    self.role = role
  }

  /// In the words of explanations.
  var label: String {
    switch role {
    case .asked where isInherited: "\"\(word)\" from before"
    case .asked where isConcept: "\"\(word)\" in any wording"
    case .asked: "\"\(word)\""
    case .exactWord: "\"\(word)\" itself"
    case .seeAlso: "\"\(word)\", see also \"\(term.dropFirst())\""
    }
  }
}

/// A part of a question's text that an earlier question brought.
package struct InheritedWords: Equatable, Sendable {
  /// Half-open, in bytes of the question's UTF-8 form.
  package let range: Range<Int>
  /// How much of their weight its words keep, from 0 to 1.
  package let share: Float

  package init(range: Range<Int>, share: Float) {
    self.range = range
    self.share = share
  }
}

extension [InheritedWords] {
  /// What share of their weight the words at a place keep.
  func share(at place: Range<Int>) -> Float {
    first { $0.range.contains(place) }?.share ?? 1
  }

  /// What share of its weight a term keeps; nil if the question says it itself somewhere.
  fileprivate func share(of term: String, in tokens: [Token]) -> Float? {
    guard !isEmpty else { return nil }
    var most: Float = 0
    for token in tokens where token.term == term {
      guard let part = first(where: { $0.range.contains(token.range) }) else { return nil }
      most = Swift.max(most, part.share)
    }
    return most
  }
}
