package import Corpus

/// The concepts of a corpus, ready to be recognised in analysed text.
package struct Thesaurus: Sendable {
  package static let fileName = CorpusReader.thesaurusFileName

  /// In words of the phrase as written.
  static let longestPhrase = 8

  /// In the order of the file.
  package let concepts: [Concept]
  private let table: PhraseTable
  /// Every wording as terms, concept by concept.
  private let phrasesOfConcept: [[Phrase]]

  package init() {
    concepts = []
    table = PhraseTable()
    phrasesOfConcept = []
  }

  /// Reads a thesaurus and analyses its wordings.
  ///
  /// - Throws: `ThesaurusError` with the line: what is malformed, and a phrase that belongs to two concepts.
  package init(
    _ source: SourceText, analyzer: inout Analyzer
  ) throws(ThesaurusError) {
    var parser = ThesaurusParser(path: source.path)
    concepts = try parser.parse(source)
    try Self.checkRelations(of: concepts, path: source.path)
    var conceptOfTerms: [[String]: Int] = [:]
    var phrasesOfConcept: [[Phrase]] = []
    for (ordinal, concept) in concepts.enumerated() {
      phrasesOfConcept.append([])
      for phrase in try Self.phrases(of: concept, ordinal, source.path, &analyzer) {
        if let other = conceptOfTerms[phrase.terms] {
          guard other != ordinal else { continue }
          throw .phraseRepeated(
            path: source.path, line: concept.line, phrase: phrase.text,
            concept: concepts[other].name, firstLine: concepts[other].line)
        }
        conceptOfTerms[phrase.terms] = ordinal
        phrasesOfConcept[ordinal].append(phrase)
      }
    }
    self.phrasesOfConcept = phrasesOfConcept
    table = PhraseTable(phrasesOfConcept.flatMap(\.self))
  }

  /// Every concept to see also must be another of the file. They are followed one step only, so a
  /// circle does no harm.
  private static func checkRelations(
    of concepts: [Concept], path: String
  ) throws(ThesaurusError) {
    let names = Set(concepts.map(\.name))
    for concept in concepts {
      for name in concept.related where name == concept.name || !names.contains(name) {
        throw .relatedUnknown(path: path, line: concept.line, concept: concept.name, name: name)
      }
    }
  }

  private static func phrases(
    of concept: Concept, _ ordinal: Int, _ path: String, _ analyzer: inout Analyzer
  ) throws(ThesaurusError) -> [Phrase] {
    var phrases: [Phrase] = []
    for wording in concept.wordings {
      guard wording.text.wordCount <= longestPhrase else {
        throw .phraseTooLong(path: path, line: concept.line, phrase: wording.text)
      }
      let terms = analyzer.tokens(of: wording.text).map(\.term)
      guard !terms.isEmpty else {
        throw .phraseEmpty(path: path, line: concept.line, phrase: wording.text)
      }
      phrases.append(
        Phrase(
          text: wording.text, terms: terms, concept: ordinal, conceptTerm: concept.term,
          required: analyzer.terms(of: wording.required),
          excluded: analyzer.terms(of: wording.excluded)))
    }
    return phrases
  }
}

extension Thesaurus: ConceptSource {
  package typealias Failure = Never

  /// The wordings that start with a term, the longest first.
  package func phrases(startingWith term: String) -> [Phrase] {
    Array(table.phrases(startingWith: term))
  }

  package func phrases(openingWith tokens: ArraySlice<Token>) -> [Phrase] {
    table.phrases(openingWith: tokens)
  }

  package func phrases(ofConcept ordinal: Int) -> [Phrase] { phrasesOfConcept[ordinal] }

  package func isAbsent(concept ordinal: Int) -> Bool { concepts[ordinal].isAbsent }

  package func related(toConcept ordinal: Int) -> [Int] {
    concepts[ordinal].related.compactMap { name in concepts.firstIndex { $0.name == name } }
  }

  /// The first terms of all wordings, sorted by their bytes.
  package var firstTerms: [String] { table.firstTerms }
}

/// One wording of a concept, as terms that follow one another.
package struct Phrase: Equatable, Sendable {
  /// As the thesaurus writes it.
  package let text: String
  package let terms: [String]
  /// The concept's place in the thesaurus.
  package let concept: Int
  /// The term by which passages and questions that speak of the concept meet.
  package let conceptTerm: String
  /// If there are any, one of them must be near; terms.
  package let required: [String]
  /// None of them may be near; terms.
  package let excluded: [String]

  package init(
    text: String, terms: [String], concept: Int, conceptTerm: String, required: [String],
    excluded: [String]
  ) {
    self.text = text
    self.terms = terms
    self.concept = concept
    self.conceptTerm = conceptTerm
    self.required = required
    self.excluded = excluded
  }
}

extension Analyzer {
  /// The terms of single words, words without one left out.
  fileprivate mutating func terms(of words: [String]) -> [String] {
    var terms: [String] = []
    for word in words { terms += tokens(of: word).map(\.term) }
    return terms
  }
}
