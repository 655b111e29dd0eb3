package import Analysis
package import Corpus

/// Builds an index: passages + terms ─▶ the bytes of one file.
///
/// The front door of this stage, with `IndexReader`. Files are turned into segments, by any number
/// of `SegmentBuilder`s at once; segments are added in corpus order; `finish` gives bytes that
/// depend on nothing but what was added: no dates, no hash order, no addresses, no number of threads.
///
/// What grows with the corpus is put by in unnamed files once it is large; see `Spool`. In memory
/// stay the words of some dozens of megabytes of text and some dozens of bytes a passage.
package struct IndexWriter {
  private let analyzer: Analyzer
  private let references: [Reference]
  private let thesaurus: Thesaurus
  private let urgentSigns: UrgentSigns
  private let limits: BuildLimits
  /// For passages that are added one document at a time.
  private var own: SegmentBuilder
  private var collected: CollectedSegments
  private var vocabulary: VocabularyWriter
  /// Those whose words are not told yet.
  private var builders: [SegmentBuilder] = []
  /// Every folder of the corpus, relative to it.
  package var folders: [String] = []

  /// - Parameter folder: where unnamed files may be made; without one everything stays in memory.
  package init(
    analyzer: Analyzer, bibliography: Bibliography? = nil, thesaurus: Thesaurus = Thesaurus(),
    urgentSigns: UrgentSigns = UrgentSigns(), spoolingIn folder: SpoolFolder? = nil,
    limits: BuildLimits = BuildLimits()
  ) {
    self.limits = limits
    self.analyzer = analyzer
    self.thesaurus = thesaurus
    self.urgentSigns = urgentSigns
    references = bibliography?.references ?? []
    own = SegmentBuilder(analyzer: analyzer, thesaurus: thesaurus, references: references)
    collected = CollectedSegments(folder: folder, limits: limits)
    vocabulary = VocabularyWriter(thesaurus, folder: folder)
  }

  package var documentCount: Int { collected.documentCount + own.documentCount }
  package var passageCount: Int { collected.passageCount + own.passageCount }

  /// A builder for another thread. The analyzer holds C state, so each needs one of its own.
  package func builder(with analyzer: Analyzer) -> SegmentBuilder {
    SegmentBuilder(
      analyzer: analyzer, thesaurus: thesaurus, references: references, mostWords: limits.words)
  }

  /// Adds a segment.
  ///
  /// - Parameters:
  ///   - segment: the next in corpus order.
  ///   - builder: the number of its builder, the same at each call; nil for a recycled one.
  package mutating func add(_ segment: consuming Segment, from builder: Int?) {
    if let words = segment.words { vocabulary.add(words) }
    collected.append(
      segment, ofLexicon: builder.map { $0 + Lexicons.builders } ?? Lexicons.recycled)
  }

  /// Adds the words that builders tell when all of their segments are taken.
  package mutating func add(wordsOf builders: [SegmentBuilder]) { self.builders += builders }

  /// Makes ready for segments that are recycled from an older index of the same corpus.
  package mutating func prepare(for recycler: IndexRecycler) {
    collected.learn(recycler.terms, ofLexicon: Lexicons.recycled)
    recycler.add(to: &vocabulary)
  }

  /// Whose numbers the terms of a segment go by.
  private enum Lexicons {
    static let recycled = 0
    static let own = 1
    /// The first builder's.
    static let builders = 2
  }

  package mutating func add(_ source: SourceRecord) { own.add(source) }

  /// Adds a document and its passages.
  package mutating func add(
    path: String, title: String, frontMatter: FrontMatter, passages: [Passage]
  ) {
    own.add(path: path, title: title, frontMatter: frontMatter, passages: passages)
  }

  /// The index.
  package consuming func finish() -> IndexContent {
    collected.append(own.takeSegment(), ofLexicon: Lexicons.own)
    builders.append(own)
    var content = IndexContent()
    finishPassages(&content)
    content[.summary] = [bytes { summary.encode(to: &$0) }]
    content[.references] = [
      table(references.map { reference in encode { reference.encode(to: &$0) } })
    ]
    let concepts = ConceptStore.encode(thesaurus)
    content[.concepts] = [table(concepts.concepts)]
    content[.wordings] = [table(concepts.groups)]
    content[.folders] = [bytes { $0.append(texts: folders) }]
    content[.urgentSigns] = [bytes { UrgentLexiconWriter(urgentSigns).encode(to: &$0) }]
    return content
  }

  /// Writes what passages were added for.
  private mutating func finishPassages(_ content: inout IndexContent) {
    var builders: [SegmentBuilder] = []
    swap(&builders, &self.builders)
    var words: [IndexContent.Piece] = []
    Workers.together(&collected, &vocabulary) { collected in
      collected.finish(&content)
    } and: { vocabulary in
      let tallies = Workers.map(tasks: builders.count) { builders[$0].wordTally() }
      builders = []
      for tally in tallies { vocabulary.add(tally) }
      words = vocabulary.finish()
    }
    content[.vocabulary] = words
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
