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
  private let sourceStore: SourceStore
  private let documents: DocumentStore
  private let references: RecordTable
  private let store: PassageStore
  private let questionLines: QuestionLineStore
  private let keyTermStore: KeyTermStore

  /// Costs the same for every size of index, up to a bound: a small one is compared with its hashes
  /// as a whole, so that no damaged byte of it can tell in an answer.
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
    if file.count <= IndexFormat.mostCheckedAtOpening { try header.verify(file) }
    var reader = ByteReader(file, header[.summary])
    let summary = try IndexSummary(&reader)
    self.file = file
    self.summary = summary
    sections = header
    sourceStore = try SourceStore(file, header[.sources], count: summary.sourceCount)
    let decompressor = Decompressor(file, dictionary: header[.compression])
    documents = try DocumentStore(
      file, header[.documents], starts: header[.documentStarts], summary: summary, decompressor)
    references = try RecordTable(file, header[.references], count: summary.referenceCount)
    norms = try FieldNorms(file, header[.fieldLengths], passageCount: summary.passageCount)
    dictionary = try TermDictionary(
      file, header[.dictionary], termCount: summary.termCount, postings: header[.postings],
      positions: header[.positions])
    store = PassageStore(
      try RecordTable(file, header[.passages], count: summary.passageCount), decompressor)
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
    guard header[.traits].count == summary.passageCount else {
      throw .damaged(
        path: path, offset: header[.traits].lowerBound, reason: "passages' traits are missing")
    }
  }

  package var path: String { file.path }
  /// When the file was last written, as it stood when it was opened; nil for an index in no file.
  package var modified: FileTime? { file.modified }
  /// In bytes.
  package var size: Int { file.count }

  /// Every folder of the corpus when the index was made, relative to it; "" is the corpus itself.
  package func folders() throws(IndexError) -> [String] {
    var reader = ByteReader(file, sections[.folders])
    return try reader.texts()
  }

  /// How many groups the source files stand in; see `sourceWalk(ofGroup:)`.
  package var sourceGroupCount: Int { sourceStore.groupCount }

  /// Some dozens of source files, one by one.
  ///
  /// - Precondition: the group is below `sourceGroupCount`.
  package func sourceWalk(ofGroup group: Int) throws(IndexError) -> SourceWalk {
    try sourceStore.walk(ofGroup: group)
  }

  /// The source file with a path; nil if there is none.
  package func source(forPath path: String) throws(IndexError) -> SourceRecord? {
    try sourceStore.source(forPath: path)
  }

  /// The source files the index was made from, sorted by path.
  package func sources() throws(IndexError) -> [SourceRecord] {
    try sourceStore.all()
  }

  /// Some of them in a row.
  ///
  /// - Precondition: there are so many.
  func sources(_ range: Range<Int>) throws(IndexError) -> [SourceRecord] {
    try sourceStore.sources(range)
  }

  /// The same one by one, without having them all in memory.
  package func sourceCursor() throws(IndexError) -> SourceCursor { try sourceStore.cursor() }

  /// Gives back the memory of what was read; it is read again when it is asked for.
  func letGoOfPages() { file.letGoOfPages() }

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
    try passage(id, in: document(of: id))
  }

  /// The same for who has the document it belongs to.
  ///
  /// - Precondition: the id is below the passage count.
  package func passage(
    _ id: PassageID, in document: DocumentRecord
  ) throws(IndexError) -> Passage {
    try store.passage(id, in: document, isSensitive: isSensitive(id)) {
      ordinal throws(IndexError) in
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
    traits(of: id).isSensitive
  }

  /// What sorts of question a passage can answer.
  ///
  /// - Precondition: the id is below the passage count.
  package func answerKinds(of id: PassageID) -> AnswerKinds { traits(of: id).answerKinds }

  private func traits(of id: PassageID) -> PassageTraits {
    PassageTraits(rawValue: file.byte(at: sections[.traits].lowerBound + id.ordinal))
  }

  /// The terms that tell a passage from others.
  ///
  /// - Precondition: the id is below the passage count.
  package func keyTerms(of id: PassageID) throws(IndexError) -> KeyTerms {
    try keyTermStore.keyTerms(of: id)
  }

  /// How much a passage speaks of a topic: the product of its key terms and the topic's.
  ///
  /// - Parameter topic: ascending by term.
  /// - Precondition: the id is below the passage count.
  package func likeness(of id: PassageID, to topic: [KeyTerm]) throws(IndexError) -> Float {
    try keyTermStore.likeness(of: id, to: topic)
  }

  /// The place of the document that a passage belongs to.
  ///
  /// - Precondition: the id is below the passage count.
  package func documentOrdinal(of id: PassageID) throws(IndexError) -> Int {
    try documents.ordinal(holding: id)
  }

  /// The document a passage belongs to.
  ///
  /// - Precondition: the id is below the passage count.
  package func document(of id: PassageID) throws(IndexError) -> DocumentRecord {
    try documents.document(documents.ordinal(holding: id))
  }

  /// - Precondition: the ordinal is below the document count.
  package func document(_ ordinal: Int) throws(IndexError) -> DocumentRecord {
    try documents.document(ordinal)
  }

  /// The ordinals of a document's passages, which take less to find than the document.
  ///
  /// - Precondition: the ordinal is below the document count.
  package func passages(ofDocument ordinal: Int) throws(IndexError) -> Range<Int> {
    try documents.passages(of: ordinal)
  }

  /// Every document, in corpus order.
  package func allDocuments() throws(IndexError) -> [DocumentRecord] { try documents.all() }

  /// The reference with a key; nil if there is none. References are sorted by key.
  package func reference(_ key: String) throws(IndexError) -> Reference? {
    var low = 0
    var high = references.count
    while low < high {
      let middle = (low + high) / 2
      let reference = try reference(middle)
      if reference.key == key { return reference }
      if reference.key.precedesInBytes(key) {
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

  /// Compares every section with its hash.
  ///
  /// - Throws: `IndexError.damaged` at the first that differs.
  func verifyHashes() throws(IndexError) { try sections.verify(file) }

  func postings(_ entry: TermEntry) throws(IndexError) -> PostingList {
    try PostingList(file, entry, passageCount: summary.passageCount)
  }

  /// Adds what is kept of a passage apart from its document and its tokens.
  func append(_ id: PassageID, to segment: inout Segment) throws(IndexError) {
    let record = try store.record(of: id)
    segment.passages += record
    segment.passageLengths.append(UInt32(record.count))
    let lines = try questionLines.record(of: id)
    segment.questionLines += lines
    segment.questionLineLengths.append(UInt32(lines.count))
    segment.traits.append(traits(of: id).rawValue)
    segment.fieldLengths.append(SIMD4<UInt32>(norms.lengths(of: id)))
  }

  /// Checks every byte: each section against its hash, then every record by reading it.
  ///
  /// - Throws: `IndexError.damaged` at the first fault.
  package func verify() throws(IndexError) {
    try verifyHashes()
    _ = try sources()
    _ = try folders()
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
