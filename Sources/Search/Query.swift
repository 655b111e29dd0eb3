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
  /// The wordings of the concepts it speaks of: what else means the same.
  package let wordings: PhraseTable
  /// Every word, for comparing it with the questions that passages answer.
  package let words: QuestionWords
  /// What the words that are not scored ask for.
  package let kind: QuestionKind

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
    var wordings: [Phrase] = []
    for (index, match) in matches.enumerated()
    where !matches[..<index].contains(where: { $0.phrase.concept == match.phrase.concept }) {
      wordings += try concepts.phrases(ofConcept: match.phrase.concept)
    }
    self.wordings = PhraseTable(wordings)
    tokens = ConceptFinder.folded(words, matches)
    var everyWord = Analyzer.everyWord()
    self.words = try QuestionWords(
      text, analyzer: &analyzer, everyWord: &everyWord, concepts: concepts)
    kind = QuestionKind(text)
    var terms: [QueryTerm] = []
    var seen: Set<String> = []
    let bytes = Array(text.utf8)
    for token in tokens where terms.count < Self.mostTerms && seen.insert(token.term).inserted {
      let word = String(decoding: bytes[token.range], as: UTF8.self)
      terms.append(QueryTerm(term: token.term, word: word, weight: Self.weight(of: word)))
    }
    self.terms = terms
  }

  /// A word of everyday talk ("looks", "usually") must not win a passage that lacks the subject.
  private static let weightOfLightWord: Float = 0.4

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

  /// Whether a concept of the thesaurus was named, not just a word.
  package var isConcept: Bool { term.hasPrefix(Concept.term(named: "")) }

  package init(term: String, word: String, weight: Float = 1) {
    self.term = term
    self.word = word
    self.weight = weight
  }
}

/// What sort of answer a question asks for.
package enum QuestionKind: String, Sendable {
  case definition, procedure, duration, share, amount, reason, place, time, person, permission
  case open

  /// Reads the question words, which carry no score.
  package init(_ text: String) {
    let folding = CaseFoldingFilter()
    let words = Tokenizer().words(of: text).map { folding.term(for: $0.term) ?? $0.term }
    self = Self.openings.first { $0.words.isContained(in: words) }?.kind ?? .open
  }

  /// The first that occurs decides, so the longer stand before the shorter.
  private static let openings: [(words: [String], kind: QuestionKind)] = [
    (["how", "long"], .duration), (["how", "common"], .share), (["how", "likely"], .share),
    (["how", "often"], .share), (["how", "many"], .amount), (["how", "much"], .amount),
    (["how", "big"], .amount), (["how"], .procedure), (["why"], .reason), (["where"], .place),
    (["when"], .time), (["who"], .person), (["can", "i"], .permission),
    (["may", "i"], .permission),
    (["should", "i"], .permission), (["what", "is"], .definition), (["what", "are"], .definition),
    (["whats"], .definition), (["what"], .definition),
  ]
}

extension [String] {
  /// Whether these words stand one after another somewhere in others.
  fileprivate func isContained(in words: [String]) -> Bool {
    guard count <= words.count else { return false }
    return (0...words.count - count).contains { words[$0..<$0 + count].elementsEqual(self) }
  }
}
