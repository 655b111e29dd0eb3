package import Analysis

/// The concepts of a corpus as an index keeps them: found by the first term of a wording.
///
/// Two tables: the concepts in the thesaurus's order, and groups of wordings that start with the same
/// term, sorted by that term, so that a question is read without reading the thesaurus.
package struct ConceptStore: ConceptSource, Sendable {
  package typealias Failure = IndexError

  private let concepts: RecordTable
  private let groups: RecordTable

  init(concepts: RecordTable, groups: RecordTable) {
    self.concepts = concepts
    self.groups = groups
  }

  /// The number of concepts.
  package var count: Int { concepts.count }

  /// - Precondition: the ordinal is below `count`.
  package func concept(_ ordinal: Int) throws(IndexError) -> Concept {
    var reader = try concepts.reader(of: ordinal)
    let name = try reader.text()
    let meaning = try reader.text()
    let line = try reader.variable()
    let wordings = try reader.texts()
    return Concept(
      name: name, wordings: wordings.map { Concept.Wording($0) },
      meaning: meaning.isEmpty ? nil : meaning, line: line)
  }

  /// Time is logarithmic in the number of wordings.
  package func phrases(startingWith term: String) throws(IndexError) -> [Phrase] {
    var low = 0
    var high = groups.count
    while low < high {
      let middle = (low + high) / 2
      var reader = try groups.reader(of: middle)
      let first = try reader.text()
      if first == term { return try phrases(startingWith: term, &reader) }
      if first.utf8.lexicographicallyPrecedes(term.utf8) { low = middle + 1 } else { high = middle }
    }
    return []
  }

  private func phrases(
    startingWith first: String, _ reader: inout ByteReader
  ) throws(IndexError) -> [Phrase] {
    var phrases: [Phrase] = []
    for _ in 0..<(try reader.count()) {
      let text = try reader.text()
      let terms = [first] + (try reader.texts())
      let concept = try reader.variable()
      guard concept < concepts.count else { throw reader.damage("no such concept") }
      phrases.append(
        Phrase(
          text: text, terms: terms, concept: concept, conceptTerm: try self.concept(concept).term,
          required: try reader.texts(),
          excluded: try reader.texts()))
    }
    return phrases
  }

  /// The records of the concepts and of the groups of wordings.
  static func encode(_ thesaurus: Thesaurus) -> (concepts: [[UInt8]], groups: [[UInt8]]) {
    let concepts = thesaurus.concepts.map { concept in
      var writer = ByteWriter()
      writer.append(text: concept.name)
      writer.append(text: concept.meaning ?? "")
      writer.append(variable: concept.line)
      writer.append(texts: concept.wordings.map(\.text))
      return writer.bytes
    }
    return (concepts, thesaurus.firstTerms.map { encode($0, thesaurus.phrases(startingWith: $0)) })
  }

  private static func encode(_ first: String, _ phrases: [Phrase]) -> [UInt8] {
    var writer = ByteWriter()
    writer.append(text: first)
    writer.append(variable: phrases.count)
    for phrase in phrases {
      writer.append(text: phrase.text)
      writer.append(texts: Array(phrase.terms.dropFirst()))
      writer.append(variable: phrase.concept)
      writer.append(texts: phrase.required)
      writer.append(texts: phrase.excluded)
    }
    return writer.bytes
  }
}
