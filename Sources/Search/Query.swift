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

  /// - Parameter concepts: a wording of one of them counts as one term: the concept's.
  package init<Source: ConceptSource>(
    _ text: String, analyzer: inout Analyzer, concepts: Source
  ) throws(Source.Failure) {
    self.text = text
    let words = analyzer.tokens(of: text)
    let matches = try ConceptFinder.matches(in: words, from: concepts)
    tokens = ConceptFinder.folded(words, matches)
    var everyWord = Analyzer.everyWord()
    self.words = try QuestionWords(
      text, analyzer: &analyzer, everyWord: &everyWord, concepts: concepts)
    kinds = AnswerKinds(askedBy: text)
    var terms: [QueryTerm] = []
    var seen: Set<String> = []
    let bytes = Array(text.utf8)
    for token in tokens where terms.count < Self.mostTerms && seen.insert(token.term).inserted {
      let word = String(decoding: bytes[token.range], as: UTF8.self)
      terms.append(QueryTerm(term: token.term, word: word, weight: Self.weight(of: word)))
    }
    self.terms = terms
    let companions = try Companions(of: matches, in: words, text: text, concepts: concepts)
    wordings = PhraseTable(companions.wordings)
    absentTopics = companions.absent
    self.companions = companions.terms.filter { seen.insert($0.term).inserted }
  }

  /// Everything that adds to a passage's score.
  package var scoredTerms: [QueryTerm] { terms + companions }

  /// A word of everyday talk ("looks", "usually") must not win a passage that lacks the subject.
  private static let weightOfLightWord: Float = 0.4

  static func weight(of word: String) -> Float {
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

  /// Whether a concept of the thesaurus was named, not just a word.
  package var isConcept: Bool { term.hasPrefix(Concept.term(named: "")) }

  package init(term: String, word: String, weight: Float = 1) {
    self.term = term
    self.word = word
    self.weight = weight
  }
}
