package import Analysis
package import Corpus

/// Reads an index: terms ─▶ posting lists, passage ids ─▶ passages.
///
/// Opening checks the header and the sizes; everything else is read where it lies in the mapping
/// when it is asked for. A reader keeps the file it opened, whatever replaces it on disk.
package final class IndexReader: Sendable {
  package let summary: IndexSummary
  package let norms: FieldNorms
  package let dictionary: TermDictionary
  package let concepts: ConceptStore
  package let vocabulary: Vocabulary
  private let file: MappedFile
  private let sections: IndexHeader
  private let documents: RecordTable
  private let references: RecordTable
  private let store: PassageStore
  private let questionLines: QuestionLineStore
  private let keyTermStore: KeyTermStore

  /// Costs the same for every size of index.
  ///
  /// - Throws: `IndexError` with path, offset and reason.
  package convenience init(path: String) throws(IndexError) {
    try self.init(MappedFile(path: path))
  }

  /// Reads an index that is in no file.
  ///
  /// - Parameter path: where it would be; messages name it.
  /// - Throws: `IndexError` with path, offset and reason.
  package convenience init(path: String, bytes: [UInt8]) throws(IndexError) {
    try self.init(MappedFile(path: path, bytes: bytes))
  }

  private init(_ file: MappedFile) throws(IndexError) {
    let path = file.path
    let header = try IndexHeader(file)
    var reader = ByteReader(file, header[.summary])
    let summary = try IndexSummary(&reader)
    self.file = file
    self.summary = summary
    sections = header
    documents = try RecordTable(file, header[.documents], count: summary.documentCount)
    references = try RecordTable(file, header[.references], count: summary.referenceCount)
    norms = try FieldNorms(file, header[.fieldLengths], passageCount: summary.passageCount)
    dictionary = try TermDictionary(
      file, header[.dictionary], termCount: summary.termCount, postings: header[.postings],
      positions: header[.positions])
    store = PassageStore(
      try RecordTable(file, header[.passages], count: summary.passageCount))
    questionLines = QuestionLineStore(
      try RecordTable(file, header[.questionLines], count: summary.passageCount))
    keyTermStore = KeyTermStore(
      try RecordTable(file, header[.keyTerms], count: summary.passageCount),
      termCount: summary.termCount)
    concepts = ConceptStore(
      concepts: try RecordTable(file, header[.concepts], count: summary.conceptCount),
      groups: try RecordTable(file, header[.wordings], count: summary.wordingGroupCount))
    vocabulary = Vocabulary(
      try RecordTable(file, header[.vocabulary], count: Vocabulary.letters.count))
    guard header[.vectorNorms].count == summary.passageCount * 4 else {
      throw .damaged(
        path: path, offset: header[.vectorNorms].lowerBound, reason: "vector norms are missing")
    }
    guard header[.answerKinds].count == summary.passageCount else {
      throw .damaged(
        path: path, offset: header[.answerKinds].lowerBound, reason: "answer kinds are missing")
    }
  }

  package var path: String { file.path }
  /// In bytes.
  package var size: Int { file.count }

  /// The source files the index was made from, sorted by path.
  package func sources() throws(IndexError) -> [SourceRecord] {
    var reader = ByteReader(file, sections[.sources])
    var records: [SourceRecord] = []
    for _ in 0..<summary.sourceCount { records.append(try SourceRecord(&reader)) }
    return records
  }

  /// The signs that need help now; little is read before it is asked for.
  package func urgentSigns() throws(IndexError) -> UrgentLexicon {
    try UrgentLexicon(file, sections[.urgentSigns])
  }

  /// Nil if no passage holds the term.
  package func postings(of term: String) throws(IndexError) -> PostingList? {
    guard let entry = try dictionary.entry(for: term) else { return nil }
    return try PostingList(file, entry, passageCount: summary.passageCount)
  }

  /// - Precondition: the id is below the passage count.
  package func passage(_ id: PassageID) throws(IndexError) -> Passage {
    try store.passage(id, in: document(of: id)) { ordinal throws(IndexError) in
      ordinal < references.count ? try reference(ordinal).key : nil
    }
  }

  /// How like a question each of the questions is that a passage answers, from 0 to 1, in the order
  /// of `Passage.questionLines`.
  ///
  /// - Precondition: the id is below the passage count.
  package func likenesses(
    of question: QuestionWords, to id: PassageID
  ) throws(IndexError) -> [Float] {
    try questionLines.likenesses(of: question, to: id)
  }

  /// Whether a passage is shown only to a question that asks for it.
  ///
  /// - Precondition: the id is below the passage count.
  package func isSensitive(_ id: PassageID) throws(IndexError) -> Bool {
    try store.isSensitive(id)
  }

  /// What sorts of question a passage can answer.
  ///
  /// - Precondition: the id is below the passage count.
  package func answerKinds(of id: PassageID) -> AnswerKinds {
    AnswerKinds(rawValue: file.byte(at: sections[.answerKinds].lowerBound + id.ordinal))
  }

  /// The terms that tell a passage from others.
  ///
  /// - Precondition: the id is below the passage count.
  package func keyTerms(of id: PassageID) throws(IndexError) -> KeyTerms {
    try keyTermStore.keyTerms(of: id)
  }

  /// The place of the document that a passage belongs to.
  ///
  /// - Precondition: the id is below the passage count.
  package func documentOrdinal(of id: PassageID) throws(IndexError) -> Int {
    try store.documentOrdinal(of: id)
  }

  /// The document a passage belongs to.
  ///
  /// - Precondition: the id is below the passage count.
  package func document(of id: PassageID) throws(IndexError) -> DocumentRecord {
    let ordinal = try store.documentOrdinal(of: id)
    guard ordinal < documents.count else {
      throw .damaged(path: path, offset: 0, reason: "passage \(id.ordinal) has no document")
    }
    return try document(ordinal)
  }

  /// - Precondition: the ordinal is below the document count.
  package func document(_ ordinal: Int) throws(IndexError) -> DocumentRecord {
    var reader = try documents.reader(of: ordinal)
    let document = try DocumentRecord(&reader)
    guard document.passages.upperBound <= summary.passageCount else {
      throw reader.damage("documents and passages differ")
    }
    return document
  }

  /// Every document, in corpus order.
  package func allDocuments() throws(IndexError) -> [DocumentRecord] {
    var all: [DocumentRecord] = []
    for ordinal in 0..<documents.count { all.append(try document(ordinal)) }
    return all
  }

  /// The reference with a key; nil if there is none. References are sorted by key.
  package func reference(_ key: String) throws(IndexError) -> Reference? {
    var low = 0
    var high = references.count
    while low < high {
      let middle = (low + high) / 2
      let reference = try reference(middle)
      if reference.key == key { return reference }
      if reference.key.utf8.lexicographicallyPrecedes(key.utf8) {
        low = middle + 1
      } else {
        high = middle
      }
    }
    return nil
  }

  private func reference(_ ordinal: Int) throws(IndexError) -> Reference {
    var reader = try references.reader(of: ordinal)
    return try Reference(&reader)
  }

  /// The length of a passage's TF-IDF vector, for the cosine.
  ///
  /// - Precondition: the id is below the passage count.
  package func vectorNorm(of id: PassageID) -> Float {
    Float(bitPattern: file.uint32(at: sections[.vectorNorms].lowerBound + id.ordinal * 4))
  }

  /// Checks every byte: each section against its hash, then every record by reading it.
  ///
  /// - Throws: `IndexError.damaged` at the first fault.
  package func verify() throws(IndexError) {
    try sections.verify(file)
    _ = try sources()
    try urgentSigns().verify()
    _ = try allDocuments()
    for ordinal in 0..<concepts.count { _ = try concepts.concept(ordinal) }
    for ordinal in 0..<summary.passageCount {
      _ = try passage(PassageID(ordinal))
      _ = try keyTerms(of: PassageID(ordinal))
      _ = try likenesses(of: QuestionWords(hashes: []), to: PassageID(ordinal))
    }
    try vocabulary.verify()
    let scale = FieldFrequencyScale(summary.parameters, averageLengths: summary.averageLengths)
    for entry in try dictionary.entries() {
      try PostingList(file, entry, passageCount: summary.passageCount).verify(scale, norms)
    }
  }
}
