package import Analysis
package import Corpus

/// Builds an index: passages + terms ─▶ the bytes of one file.
///
/// The front door of this stage, with `IndexReader`. Files are turned into segments, by any number
/// of `SegmentBuilder`s at once; segments are added in corpus order; `finish` gives bytes that
/// depend on nothing but what was added: no dates, no hash order, no addresses, no number of threads.
///
/// What grows with the corpus is put by in unnamed files once it is large; see `Spool`. In memory
/// stay the distinct words and some dozens of bytes a passage.
package struct IndexWriter {
  private let analyzer: Analyzer
  private let references: [Reference]
  private let thesaurus: Thesaurus
  private let urgentSigns: UrgentSigns
  private let folder: SpoolFolder?
  /// For passages that are added one document at a time.
  private var own: SegmentBuilder
  private var collected = CollectedSegments()
  private var recycler: IndexRecycler?
  /// Every folder of the corpus, relative to it.
  package var folders: [String] = []

  /// - Parameter folder: where unnamed files may be made; without one everything stays in memory.
  package init(
    analyzer: Analyzer, bibliography: Bibliography? = nil, thesaurus: Thesaurus = Thesaurus(),
    urgentSigns: UrgentSigns = UrgentSigns(), spoolingIn folder: SpoolFolder? = nil
  ) {
    self.analyzer = analyzer
    self.thesaurus = thesaurus
    self.urgentSigns = urgentSigns
    self.folder = folder
    references = bibliography?.references ?? []
    own = SegmentBuilder(analyzer: analyzer, thesaurus: thesaurus, references: references)
    collected = CollectedSegments(folder: folder)
  }

  package var documentCount: Int { collected.documentCount + own.documentCount }
  package var passageCount: Int { collected.passageCount + own.passageCount }

  /// A builder for another thread. The analyzer holds C state, so each needs one of its own.
  package func builder(with analyzer: Analyzer) -> SegmentBuilder {
    SegmentBuilder(analyzer: analyzer, thesaurus: thesaurus, references: references)
  }

  /// Adds a batch of segments.
  ///
  /// - Parameters:
  ///   - segments: in corpus order, each with the place of its builder; nil for a recycled one.
  ///   - builders: the same at each call, in the same order.
  package mutating func add(
    _ segments: consuming [(segment: Segment, builder: Int?)], from builders: [SegmentBuilder]
  ) {
    collected.add(segments, from: builders)
  }

  /// Makes ready for segments that are recycled from an older index of the same corpus.
  package mutating func prepare(for recycler: IndexRecycler) {
    self.recycler = recycler
    collected.learn(recycler)
  }

  package mutating func add(_ source: SourceRecord) { own.add(source) }

  /// Adds a document and its passages.
  package mutating func add(
    path: String, title: String, frontMatter: FrontMatter, passages: [Passage]
  ) {
    own.add(path: path, title: title, frontMatter: frontMatter, passages: passages)
  }

  /// The index.
  ///
  /// - Parameter builders: all that made segments.
  package consuming func finish(_ builders: [SegmentBuilder] = []) -> IndexContent {
    if builders.isEmpty { collected.add([(own.takeSegment(), 0)], from: [own]) }
    var vocabulary = VocabularyWriter(thesaurus)
    recycler?.add(to: &vocabulary)
    for builder in builders + [own] {
      vocabulary.add(builder.lexicon.spellings, builder.spellings)
    }
    var content = IndexContent()
    collected.finish(&content)
    content[.summary] = [bytes { summary.encode(to: &$0) }]
    content[.references] = [
      table(references.map { reference in encode { reference.encode(to: &$0) } })
    ]
    let concepts = ConceptStore.encode(thesaurus)
    content[.concepts] = [table(concepts.concepts)]
    content[.wordings] = [table(concepts.groups)]
    content[.vocabulary] = [table(vocabulary.encode())]
    content[.folders] = [bytes { $0.append(texts: folders) }]
    content[.urgentSigns] = [bytes { UrgentLexiconWriter(urgentSigns).encode(to: &$0) }]
    return content
  }

  private var summary: IndexSummary {
    IndexSummary(
      fingerprint: analyzer.fingerprint, passageCount: collected.passageCount,
      documentCount: collected.documentCount, termCount: collected.termCount,
      sourceCount: collected.sourceCount, referenceCount: references.count,
      conceptCount: thesaurus.concepts.count, wordingGroupCount: thesaurus.firstTerms.count,
      fieldTotals: collected.fieldTotals, parameters: BM25Parameters())
  }

  private func table(_ records: [[UInt8]]) -> IndexContent.Piece {
    .bytes(RecordTable.encode(records))
  }

  private func bytes(_ body: (inout ByteWriter) -> Void) -> IndexContent.Piece {
    .bytes(encode(body))
  }

  private func encode(_ body: (inout ByteWriter) -> Void) -> [UInt8] {
    var writer = ByteWriter()
    body(&writer)
    return writer.bytes
  }
}

extension Passage {
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
    let bytes = text.utf8Span.span
    return tokens.filter { !bytes.isReference($0.range) }
  }
}
