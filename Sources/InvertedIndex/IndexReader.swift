package import Corpus

/// Reads an index: terms ─▶ posting lists, passage ids ─▶ passages.
///
/// Opening checks the header and reads the small tables; the rest is read where it lies in the
/// mapping when it is asked for. A reader keeps the file it opened, whatever replaces it on disk.
package final class IndexReader: Sendable {
  package let summary: IndexSummary
  package let documents: [DocumentRecord]
  package let references: [Reference]
  package let norms: FieldNorms
  package let dictionary: TermDictionary
  private let file: MappedFile
  private let sections: IndexHeader
  private let store: PassageStore

  /// - Throws: `IndexError` with path, offset and reason; opening reads no section whole but the small tables.
  package init(path: String) throws(IndexError) {
    let file = try MappedFile(path: path)
    let header = try IndexHeader(file)
    var reader = ByteReader(file, header[.summary])
    let summary = try IndexSummary(&reader)
    self.file = file
    self.summary = summary
    sections = header
    documents = try Self.documents(file, header, summary)
    references = try Self.references(file, header, summary)
    norms = try FieldNorms(file, header[.fieldLengths], passageCount: summary.passageCount)
    dictionary = try TermDictionary(
      file, header[.dictionary], termCount: summary.termCount, postings: header[.postings],
      positions: header[.positions])
    store = try PassageStore(file, header[.passages], count: summary.passageCount)
    guard header[.vectorNorms].count == summary.passageCount * 4 else {
      throw .damaged(
        path: path, offset: header[.vectorNorms].lowerBound, reason: "vector norms are missing")
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

  /// Nil if no passage holds the term.
  package func postings(of term: String) throws(IndexError) -> PostingList? {
    guard let entry = try dictionary.entry(for: term) else { return nil }
    return try PostingList(file, entry, passageCount: summary.passageCount)
  }

  /// - Precondition: the id is below the passage count.
  package func passage(_ id: PassageID) throws(IndexError) -> Passage {
    try store.passage(id, in: documents, citing: references)
  }

  /// The length of a passage's TF-IDF vector, for the cosine.
  ///
  /// - Precondition: the id is below the passage count.
  package func vectorNorm(of id: PassageID) -> Float {
    Float(bitPattern: file.uint32(at: sections[.vectorNorms].lowerBound + id.ordinal * 4))
  }

  /// The document a passage belongs to. Time is logarithmic in the number of documents.
  package func documentOrdinal(of id: PassageID) -> Int {
    var low = 0
    var high = documents.count
    while low < high {
      let middle = (low + high) / 2
      if documents[middle].passages.upperBound <= id.ordinal { low = middle + 1 } else { high = middle }
    }
    return low
  }

  /// Checks every byte: each section against its hash, then every record by reading it.
  ///
  /// - Throws: `IndexError.damaged` at the first fault.
  package func verify() throws(IndexError) {
    try sections.verify(file)
    _ = try sources()
    for ordinal in 0..<summary.passageCount { _ = try passage(PassageID(ordinal)) }
    for entry in try dictionary.entries() {
      var cursor = try PostingList(file, entry, passageCount: summary.passageCount).cursor()
      for _ in 0..<entry.passageCount {
        try cursor.advance()
        _ = try cursor.positions(in: .body)
      }
    }
  }

  private static func documents(
    _ file: MappedFile, _ header: IndexHeader, _ summary: IndexSummary
  ) throws(IndexError) -> [DocumentRecord] {
    var reader = ByteReader(file, header[.documents])
    var documents: [DocumentRecord] = []
    var next = 0
    for _ in 0..<summary.documentCount {
      let document = try DocumentRecord(&reader, firstPassage: next)
      next = document.passages.upperBound
      documents.append(document)
    }
    guard next == summary.passageCount else { throw reader.damage("documents and passages differ") }
    return documents
  }

  private static func references(
    _ file: MappedFile, _ header: IndexHeader, _ summary: IndexSummary
  ) throws(IndexError) -> [Reference] {
    var reader = ByteReader(file, header[.references])
    var references: [Reference] = []
    for _ in 0..<summary.referenceCount { references.append(try Reference(&reader)) }
    return references
  }
}
