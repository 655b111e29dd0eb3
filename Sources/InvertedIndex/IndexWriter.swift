package import Analysis
package import Corpus

/// Builds an index: passages + terms ─▶ the bytes of one file.
///
/// The front door of this stage, with `IndexReader`. Documents are added in corpus order; `finish`
/// gives bytes that depend on nothing but what was added: no dates, no hash order, no addresses.
package struct IndexWriter {
  private var analyzer: Analyzer
  private var everyWord = Analyzer.everyWord()
  private let references: [Reference]
  private let thesaurus: Thesaurus
  private let urgentSigns: UrgentSigns
  private var sources: [SourceRecord] = []
  private var documents: [DocumentRecord] = []
  private var passageRecords: [[UInt8]] = []
  private var questionLineRecords: [[UInt8]] = []
  private var answerKinds: [UInt8] = []
  private var fieldLengths: [SIMD4<UInt32>] = []
  private var termOrdinals: [String: Int] = [:]
  private var postings: [[PostingList.Row]] = []
  private var vocabulary: VocabularyWriter

  package init(
    analyzer: Analyzer, bibliography: Bibliography? = nil, thesaurus: Thesaurus = Thesaurus(),
    urgentSigns: UrgentSigns = UrgentSigns()
  ) {
    self.analyzer = analyzer
    self.thesaurus = thesaurus
    vocabulary = VocabularyWriter(thesaurus)
    self.urgentSigns = urgentSigns
    references = bibliography?.references ?? []
  }

  package var documentCount: Int { documents.count }
  package var passageCount: Int { passageRecords.count }

  package mutating func add(_ source: SourceRecord) { sources.append(source) }

  /// Adds a document and its passages.
  package mutating func add(
    path: String, title: String, frontMatter: FrontMatter, passages: [Passage]
  ) {
    let first = passageRecords.count
    for passage in passages { add(passage) }
    documents.append(
      DocumentRecord(
        path: path, title: title, frontMatter: frontMatter, passages: first..<passageRecords.count))
  }

  /// The file's bytes.
  package consuming func finish() -> [UInt8] {
    let terms = termOrdinals.sorted { $0.key.utf8.lexicographicallyPrecedes($1.key.utf8) }
    let lists = encodedLists(terms)
    var sections: [IndexFormat.Section: [UInt8]] = [:]
    sections[.summary] = encode { summary.encode(to: &$0) }
    sections[.sources] = encode { for record in sources { record.encode(to: &$0) } }
    sections[.documents] = RecordTable.encode(
      documents.map { document in encode { document.encode(to: &$0) } })
    sections[.references] = RecordTable.encode(
      references.map { reference in encode { reference.encode(to: &$0) } })
    sections[.passages] = RecordTable.encode(passageRecords)
    sections[.fieldLengths] = FieldNorms.encode(fieldLengths)
    sections[.vectorNorms] = encodedVectorNorms(terms)
    sections[.dictionary] = lists.dictionary
    sections[.postings] = lists.postings
    sections[.positions] = lists.positions
    let concepts = ConceptStore.encode(thesaurus)
    sections[.concepts] = RecordTable.encode(concepts.concepts)
    sections[.wordings] = RecordTable.encode(concepts.groups)
    sections[.questionLines] = RecordTable.encode(questionLineRecords)
    sections[.vocabulary] = RecordTable.encode(vocabulary.encode())
    sections[.urgentSigns] = encode { UrgentLexiconWriter(urgentSigns).encode(to: &$0) }
    sections[.answerKinds] = answerKinds
    var keyTerms = KeyTermCollector(passageCount: passageRecords.count)
    for (_, ordinal) in terms { keyTerms.add(postings[ordinal]) }
    sections[.keyTerms] = RecordTable.encode(keyTerms.encode())
    return IndexHeader.assemble(sections)
  }

  private mutating func add(_ passage: Passage) {
    let id = PassageID(passageRecords.count)
    var lengths = SIMD4<UInt32>.zero
    var occurrences: [Occurrence] = []
    for field in Field.allCases {
      var offset = 0
      for text in passage.texts(of: field) {
        vocabulary.add(text, passage: id.ordinal)
        let tokens = analyzer.tokens(of: text, citing: field == .body && !passage.citations.isEmpty)
        for token in tokens + concepts(in: tokens) {
          let position = UInt32(truncatingIfNeeded: offset + token.position)
          occurrences.append(
            Occurrence(term: ordinal(of: token.term), field: field.rawValue, position: position))
        }
        lengths[field: field] += UInt32(tokens.count)
        offset += (tokens.last?.position ?? 0) + IndexFormat.positionGap
      }
    }
    add(occurrences, of: id)
    fieldLengths.append(lengths)
    let citations = passage.citations.compactMap { key in
      references.firstIndex { $0.key == key }
    }
    answerKinds.append(passage.answerKinds.rawValue)
    questionLineRecords.append(QuestionLineStore.encode(questionLines(of: passage)))
    passageRecords.append(
      PassageStore.encode(
        passage, documentOrdinal: documents.count, citationOrdinals: citations))
  }

  private mutating func questionLines(of passage: Passage) -> [QuestionWords] {
    passage.questionLines.map { line in
      QuestionWords(line, analyzer: &analyzer, everyWord: &everyWord, concepts: thesaurus)
    }
  }

  /// The concepts that some tokens speak of, each as one more token at the place of its first word.
  private func concepts(in tokens: [Token]) -> [Token] {
    ConceptFinder.allMatches(in: tokens, from: thesaurus).map { $0.token(in: tokens) }
  }

  /// Where one term stands in one passage.
  private struct Occurrence {
    let term: Int
    let field: Int
    let position: UInt32
  }

  private mutating func add(_ occurrences: [Occurrence], of id: PassageID) {
    let sorted = occurrences.sorted {
      ($0.term, $0.field, $0.position) < ($1.term, $1.field, $1.position)
    }
    var start = 0
    while start < sorted.count {
      let term = sorted[start].term
      let end = sorted[start...].firstIndex { $0.term != term } ?? sorted.count
      var counts = SIMD4<UInt32>.zero
      for occurrence in sorted[start..<end] { counts[occurrence.field] += 1 }
      let posting = Posting(passage: id, frequencies: FieldFrequencies(counts))
      postings[term].append(
        PostingList.Row(posting: posting, positions: sorted[start..<end].map(\.position)))
      start = end
    }
  }

  private mutating func ordinal(of term: String) -> Int {
    if let known = termOrdinals[term] { return known }
    let ordinal = postings.count
    termOrdinals[term] = ordinal
    postings.append([])
    return ordinal
  }

  private var summary: IndexSummary {
    var totals = SIMD4<UInt64>.zero
    for lengths in fieldLengths {
      let capped = pointwiseMin(lengths, SIMD4(repeating: UInt32(FieldNorms.longest)))
      totals &+= SIMD4<UInt64>(truncatingIfNeeded: capped)
    }
    return IndexSummary(
      fingerprint: analyzer.fingerprint, passageCount: passageRecords.count,
      documentCount: documents.count, termCount: postings.count, sourceCount: sources.count,
      referenceCount: references.count, conceptCount: thesaurus.concepts.count,
      wordingGroupCount: thesaurus.firstTerms.count, fieldTotals: totals,
      parameters: BM25Parameters())
  }

  /// Terms in the order of their bytes, with their lists one after another.
  private func encodedLists(
    _ terms: [(key: String, value: Int)]
  ) -> (dictionary: [UInt8], postings: [UInt8], positions: [UInt8]) {
    var dictionary = TermDictionaryWriter()
    var list = PostingListWriter(strengths: PostingStrengths(fieldLengths: fieldLengths))
    var postingBytes = ByteWriter()
    var positionBytes = ByteWriter()
    for (term, ordinal) in terms {
      for row in postings[ordinal] {
        list.append(
          passage: row.posting.passage.ordinal, counts: row.posting.frequencies.counts,
          positions: row.positions)
      }
      let encoded = list.finish(into: &postingBytes, positions: &positionBytes)
      dictionary.append(term: Array(term.utf8), encoded)
    }
    return (dictionary.finish(), postingBytes.bytes, positionBytes.bytes)
  }

  /// For each passage the Euclidean length of its TF-IDF vector; see `TFIDFWeight`.
  private func encodedVectorNorms(_ terms: [(key: String, value: Int)]) -> [UInt8] {
    var squares = [Double](repeating: 0, count: passageRecords.count)
    for (_, ordinal) in terms {
      let list = postings[ordinal]
      let idf = TFIDFWeight.idf(passageCount: squares.count, holding: list.count)
      for row in list {
        let weight = TFIDFWeight.weight(frequency: row.posting.frequencies.total, idf: idf)
        squares[row.posting.passage.ordinal] += Double(weight) * Double(weight)
      }
    }
    return encode { for square in squares { $0.append(float: Float(square.squareRoot())) } }
  }

  private func encode(_ body: (inout ByteWriter) -> Void) -> [UInt8] {
    var writer = ByteWriter()
    body(&writer)
    return writer.bytes
  }
}

extension Passage {
  /// What sorts of question it can answer. A list is one of three items or more.
  package var answerKinds: AnswerKinds {
    let kinds = AnswerKinds(givenBy: text)
    let items = blocks.filter { $0.kind == .listItem }.count
    return items >= 3 ? kinds.union(.list) : kinds
  }

  /// What is indexed of each field, text by text.
  package func texts(of field: Field) -> [String] {
    switch field {
    case .title: [title]
    case .heading: headings
    case .askedAs: askedAs
    case .body: [text]
    }
  }
}

extension Analyzer {
  /// Tokens of a text, the numbers of its citations (`[1]`) left out if it has any.
  package mutating func tokens(of text: String, citing hasCitations: Bool) -> [Token] {
    let tokens = tokens(of: text)
    guard hasCitations else { return tokens }
    let bytes = Array(text.utf8)
    return tokens.filter { token in
      let (before, after) = (token.range.lowerBound - 1, token.range.upperBound)
      let isReference =
        before >= 0 && after < bytes.count && bytes[before] == 0x5B && bytes[after] == 0x5D
        && bytes[token.range].allSatisfy { (0x30...0x39).contains($0) }
      return !isReference
    }
  }
}
