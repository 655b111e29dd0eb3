internal import Corpus

/// All segments of a build in corpus order, and what they come to.
struct CollectedSegments {
  private(set) var documentCount = 0
  private(set) var passageCount = 0
  private(set) var sourceCount = 0
  /// How many terms have a token; known when all is finished.
  private(set) var termCount = 0
  /// Tokens of all passages, by field.
  private(set) var fieldTotals = SIMD4<UInt64>.zero
  private let folder: SpoolFolder?
  private var sources: GroupedRecords<SourceRecord>
  private var documents: GroupedRecords<DocumentRecord>
  private var documentStarts = ByteWriter()
  private var records: SpooledRecords
  private var questionLines: SpooledRecords
  private var traits: [UInt8] = []
  private var fieldLengths: [SIMD4<UInt16>] = []
  private var tokens: TokenGatherer

  init(folder: SpoolFolder?, limits: BuildLimits) {
    self.folder = folder
    sources = GroupedRecords(size: SourceStore.sourcesPerGroup, folder: folder)
    documents = GroupedRecords(size: DocumentStore.documentsPerGroup, folder: folder)
    records = SpooledRecords(folder: folder)
    questionLines = SpooledRecords(folder: folder)
    tokens = TokenGatherer(folder: folder, limits: limits)
  }

  /// Makes terms known that a segment's tokens go by, besides those it tells itself.
  mutating func learn(_ terms: [String], ofLexicon lexicon: Int) {
    tokens.learn(terms, ofLexicon: lexicon)
  }

  /// - Parameter lexicon: the number of the one that its terms are counted by.
  mutating func append(_ segment: consuming Segment, ofLexicon lexicon: Int) {
    if segment.beginsLexicon { tokens.forget(lexicon: lexicon) }
    tokens.learn(segment.terms, ofLexicon: lexicon)
    tokens.append(segment.tokens, ofLexicon: lexicon)
    for source in segment.sources { sources.append(source, SourceStore.encode) }
    for document in segment.documents {
      documentStarts.append(uint32: UInt32(passageCount + document.passages.lowerBound))
      documents.append(document, DocumentStore.encode)
    }
    records.append(segment.passages, lengths: segment.passageLengths)
    questionLines.append(segment.questionLines, lengths: segment.questionLineLengths)
    traits += segment.traits
    for lengths in segment.fieldLengths {
      let lengths = FieldNorms.clamped(lengths)
      fieldLengths.append(lengths)
      fieldTotals &+= SIMD4<UInt64>(truncatingIfNeeded: lengths)
    }
    sourceCount += segment.sources.count
    documentCount += segment.documents.count
    passageCount += segment.passageCount
  }

  /// Writes every section that depends on what was added. Nothing may be added afterwards.
  mutating func finish(_ content: inout IndexContent) {
    let texts = CollectedTexts(
      passages: records.sealed(), documents: documents.finish(DocumentStore.encode).sealed(),
      folder: folder)
    var compressed = IndexContent()
    // Texts are compressed while the merging of terms leaves cores idle.
    Workers.together {
      finishTerms(&content)
    } and: {
      texts.compress(to: &compressed)
    }
    for section in [IndexFormat.Section.compression, .passages, .documents] {
      content[section] = compressed[section]
    }
    content[.fieldLengths] = [.bytes(FieldNorms.encode(fieldLengths))]
    content[.traits] = [.bytes(traits)]
    content[.questionLines] = questionLines.finish()
    content[.sources] = sources.finish(SourceStore.encode).finish()
    content[.documentStarts] = [.bytes(documentStarts.bytes)]
  }

  private mutating func finishTerms(_ content: inout IndexContent) {
    let runs = tokens.sealed()
    let lists = PostingSections.merging(
      runs, PostingStrengths(lengths: fieldLengths), folder: folder)
    termCount = lists.termCount
    content[.dictionary] = lists.dictionary.sealed()
    content[.postings] = [.spool(lists.postings.sealed())]
    content[.positions] = [.spool(lists.positions.sealed())]
    let weighed = PassageSections.keyTerms(runs, lists.ranks.sealed(), folder: folder)
    content[.keyTerms] = weighed.keyTerms
    content[.vectorNorms] = [.bytes(weighed.norms)]
  }
}

/// What is compressed: the records of all passages and those of the documents.
private struct CollectedTexts {
  let passages: SealedRecords
  let documents: SealedRecords
  let folder: SpoolFolder?

  func compress(to content: inout IndexContent) {
    let dictionary = CompressionSamples(passages).dictionary
    content[.compression] = [.bytes(dictionary)]
    content[.passages] = passages.compressed(dictionary, folder: folder)
    content[.documents] = documents.compressed(dictionary, folder: folder)
  }
}

/// Records that are encoded so many at a time.
struct GroupedRecords<Record> {
  private let size: Int
  private var group: [Record] = []
  private var encoded: SpooledRecords

  init(size: Int, folder: SpoolFolder?) {
    self.size = size
    encoded = SpooledRecords(folder: folder)
  }

  mutating func append(_ record: Record, _ encode: ([Record]) -> [UInt8]) {
    group.append(record)
    guard group.count == size else { return }
    encoded.append(encode(group))
    group.removeAll(keepingCapacity: true)
  }

  consuming func finish(_ encode: ([Record]) -> [UInt8]) -> SpooledRecords {
    if !group.isEmpty { encoded.append(encode(group)) }
    return encoded
  }
}

/// The passages that the compressor's dictionary is made of: whole ones, spread evenly.
private struct CompressionSamples {
  private(set) var dictionary: [UInt8] = []
  /// In bytes. Four times as much text gives 0.01% more, and takes 13 ms longer.
  private static let most = 1 << 18
  private static let largestDictionary = 112 << 10

  init(_ records: SealedRecords) {
    let total = records.lengths.reduce(0) { $0 + Int($1) }
    let step = max(1, total / Self.most)
    var samples: [UInt8] = []
    var lengths: [Int] = []
    var start = 0
    for (passage, length) in records.lengths.enumerated() {
      if passage % step == 0 {
        samples += records.spool.bytes(start..<start + Int(length))
        lengths.append(Int(length))
      }
      start += Int(length)
    }
    // A dictionary must earn its own place in the file.
    let size = min(Self.largestDictionary, total / 32)
    dictionary = RecordCompressor.dictionary(ofSamples: samples, lengths: lengths, size: size)
  }
}
