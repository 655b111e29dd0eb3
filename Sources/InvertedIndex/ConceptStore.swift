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
    var (head, reader) = try head(of: ordinal)
    var wordings: [Concept.Wording] = []
    for _ in 0..<(try reader.count()) {
      wordings.append(Concept.Wording(try phrase(ordinal, head.name, &reader).text))
    }
    return Concept(
      name: head.name, wordings: wordings, related: try names(ofConcepts: head.related),
      isAbsent: head.isAbsent, meaning: head.meaning.isEmpty ? nil : head.meaning, line: head.line)
  }

  /// A concept's name and what it means, without its wordings.
  package func meaning(
    ofConcept ordinal: Int
  ) throws(IndexError) -> (name: String, meaning: String?) {
    var reader = try concepts.reader(of: ordinal)
    let (name, meaning) = (try reader.text(), try reader.text())
    return (name, meaning.isEmpty ? nil : meaning)
  }

  package func phrases(ofConcept ordinal: Int) throws(IndexError) -> [Phrase] {
    var (head, reader) = try head(of: ordinal)
    var phrases: [Phrase] = []
    for _ in 0..<(try reader.count()) { phrases.append(try phrase(ordinal, head.name, &reader)) }
    return phrases
  }

  package func related(toConcept ordinal: Int) throws(IndexError) -> [Int] {
    try head(of: ordinal).head.related
  }

  package func isAbsent(concept ordinal: Int) throws(IndexError) -> Bool {
    try head(of: ordinal).head.isAbsent
  }

  /// What stands in a concept's record before its wordings.
  private struct Head {
    let name: String
    let meaning: String
    let line: Int
    let isAbsent: Bool
    var related: [Int] = []
  }

  /// - Returns: the head, and a reader at the number of wordings.
  private func head(of ordinal: Int) throws(IndexError) -> (head: Head, rest: ByteReader) {
    var reader = try concepts.reader(of: ordinal)
    var head = Head(
      name: try reader.text(), meaning: try reader.text(), line: try reader.variable(),
      isAbsent: try reader.byte() != 0)
    for _ in 0..<(try reader.count()) {
      let other = try reader.variable()
      guard other < concepts.count else { throw reader.damage("no such concept") }
      head.related.append(other)
    }
    return (head, reader)
  }

  private func names(ofConcepts ordinals: [Int]) throws(IndexError) -> [String] {
    var names: [String] = []
    for ordinal in ordinals {
      var reader = try concepts.reader(of: ordinal)
      names.append(try reader.text())
    }
    return names
  }

  private func phrase(
    _ concept: Int, _ name: String, _ reader: inout ByteReader
  ) throws(IndexError) -> Phrase {
    let (terms, text) = (try reader.texts(), try reader.text())
    guard !terms.isEmpty else { throw reader.damage("a wording without a term") }
    return Phrase(
      text: text, terms: terms, concept: concept, conceptTerm: Concept.term(named: name),
      required: try reader.texts(), excluded: try reader.texts())
  }

  /// The wordings that start with a term, the longest first.
  package func phrases(startingWith term: String) throws(IndexError) -> [Phrase] {
    try phrases(startingWith: term, followedBy: nil)
  }

  /// Time is logarithmic in the number of wordings; only those that fit are read whole.
  package func phrases(openingWith tokens: ArraySlice<Token>) throws(IndexError) -> [Phrase] {
    try phrases(startingWith: tokens[tokens.startIndex].term, followedBy: tokens.dropFirst())
  }

  private func phrases(
    startingWith term: String, followedBy tokens: ArraySlice<Token>?
  ) throws(IndexError) -> [Phrase] {
    let bytes = term.utf8.span
    var low = 0
    var high = groups.count
    while low < high {
      let middle = (low + high) / 2
      var reader = try groups.reader(of: middle)
      let order = try reader.compareText(to: bytes)
      if order == 0 { return try phrases(term, tokens, &reader) }
      if order < 0 { low = middle + 1 } else { high = middle }
    }
    return []
  }

  private func phrases(
    _ first: String, _ tokens: ArraySlice<Token>?, _ reader: inout ByteReader
  ) throws(IndexError) -> [Phrase] {
    var phrases: [Phrase] = []
    for _ in 0..<(try reader.count()) {
      let size = try reader.count()
      let end = reader.offset + size
      if let terms = try terms(first, tokens, &reader) {
        let text = try reader.text()
        let concept = try reader.variable()
        guard concept < concepts.count else { throw reader.damage("no such concept") }
        phrases.append(
          Phrase(
            text: text, terms: terms, concept: concept, conceptTerm: try term(ofConcept: concept),
            required: try reader.texts(), excluded: try reader.texts()))
      }
      guard reader.offset <= end else { throw reader.damage("a wording is longer than it says") }
      try reader.skip(end - reader.offset)
    }
    return phrases
  }

  /// The terms of a wording; nil if they are not those of the tokens.
  private func terms(
    _ first: String, _ tokens: ArraySlice<Token>?, _ reader: inout ByteReader
  ) throws(IndexError) -> [String]? {
    guard let tokens else { return [first] + (try reader.texts()) }
    let count = try reader.count()
    guard count <= tokens.count else { return nil }
    // By index, because nearly all wordings end here, and a copy of a token costs as much as this.
    for index in tokens.startIndex..<tokens.startIndex + count {
      guard try reader.compareText(to: tokens[index].term.utf8.span) == 0 else { return nil }
    }
    return [first] + tokens.prefix(count).map(\.term)
  }

  private func term(ofConcept ordinal: Int) throws(IndexError) -> String {
    var reader = try concepts.reader(of: ordinal)
    return Concept.term(named: try reader.text())
  }

  /// The records of the concepts and of the groups of wordings.
  static func encode(_ thesaurus: Thesaurus) -> (concepts: [[UInt8]], groups: [[UInt8]]) {
    let concepts = thesaurus.concepts.enumerated().map { ordinal, concept in
      var writer = ByteWriter()
      writer.append(text: concept.name)
      writer.append(text: concept.meaning ?? "")
      writer.append(variable: concept.line)
      writer.append(byte: concept.isAbsent ? 1 : 0)
      let related = thesaurus.related(toConcept: ordinal)
      writer.append(variable: related.count)
      for other in related { writer.append(variable: other) }
      let phrases = thesaurus.phrases(ofConcept: ordinal)
      writer.append(variable: phrases.count)
      for phrase in phrases {
        writer.append(texts: phrase.terms)
        writer.append(text: phrase.text)
        writer.append(texts: phrase.required)
        writer.append(texts: phrase.excluded)
      }
      return writer.bytes
    }
    return (concepts, thesaurus.firstTerms.map { encode($0, thesaurus.phrases(startingWith: $0)) })
  }

  private static func encode(_ first: String, _ phrases: [Phrase]) -> [UInt8] {
    var writer = ByteWriter()
    writer.append(text: first)
    writer.append(variable: phrases.count)
    for phrase in phrases {
      var wording = ByteWriter()
      wording.append(texts: Array(phrase.terms.dropFirst()))
      wording.append(text: phrase.text)
      wording.append(variable: phrase.concept)
      wording.append(texts: phrase.required)
      wording.append(texts: phrase.excluded)
      writer.append(variable: wording.count)
      writer.append(bytes: wording.bytes)
    }
    return writer.bytes
  }
}
