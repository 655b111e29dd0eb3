internal import Corpus

/// All segments of a build in corpus order, and what they come to.
struct CollectedSegments {
  private(set) var documentCount = 0
  private(set) var passageCount = 0
  private(set) var sourceCount = 0
  private let folder: SpoolFolder?
  private var sources = GroupedRecords<SourceRecord>(size: SourceStore.sourcesPerGroup)
  private var documents = GroupedRecords<DocumentRecord>(size: DocumentStore.documentsPerGroup)
  private var documentStarts = ByteWriter()
  private var records: Spool
  private var recordEnds: [Int] = []
  private var questionLines: Spool
  private var questionLineTable = RecordTableWriter()
  private var traits: [UInt8] = []
  private var fieldLengths: [SIMD4<UInt32>] = []
  private var terms = TermTable()
  private var runs: [TokenRun] = []
  /// The term of every token in the order of the corpus, and where each passage's tokens end.
  private var termOfToken: Spool
  private var tokenEnds: [Int] = []

  init(folder: SpoolFolder? = nil) {
    self.folder = folder
    records = Spool(folder: folder)
    questionLines = Spool(folder: folder)
    termOfToken = Spool(folder: folder)
  }

  /// How many terms have a token. A lexicon may know others: numbers of citations, and what stood
  /// only in passages that are gone.
  var termCount: Int { terms.terms.indices.count { hasTokens($0) } }

  private func hasTokens(_ term: Int) -> Bool { runs.contains { $0.count(ofTerm: term) > 0 } }

  /// Tokens of all passages, by field.
  var fieldTotals: SIMD4<UInt64> {
    let longest = SIMD4(repeating: UInt32(FieldNorms.longest))
    return fieldLengths.reduce(into: .zero) { totals, lengths in
      totals &+= SIMD4<UInt64>(truncatingIfNeeded: pointwiseMin(lengths, longest))
    }
  }

  /// The number of the recycled index among the lexicons: no builder has it.
  private static let recycled = 0

  /// Makes the terms of an index that segments are recycled from known.
  mutating func learn(_ recycler: IndexRecycler) {
    terms.learn(recycler.terms, ofLexicon: Self.recycled)
  }

  /// - Parameter batch: in corpus order, each with the place of its builder; nil for a recycled one.
  mutating func add(
    _ batch: consuming [(segment: Segment, builder: Int?)], from builders: [SegmentBuilder]
  ) {
    for (number, builder) in builders.enumerated() {
      terms.learn(builder.lexicon.terms.lazy.map(\.text), ofLexicon: number + 1)
    }
    var lists: [TokenList] = []
    var firstPassages: [Int] = []
    for (segment, builder) in batch {
      firstPassages.append(passageCount)
      lists.append(
        segment.tokens.renumbered(terms.numbers(ofLexicon: builder.map { $0 + 1 } ?? Self.recycled))
      )
      append(segment)
    }
    for list in lists { append(list) }
    if !runs.isEmpty { runs[runs.count - 1].spill(into: folder) }
    runs.append(TokenRun(lists, firstPassages: firstPassages, termCount: terms.terms.count))
  }

  private mutating func append(_ segment: Segment) {
    for source in segment.sources { sources.append(source, SourceStore.encode) }
    for document in segment.documents {
      documentStarts.append(uint32: UInt32(passageCount + document.passages.lowerBound))
      documents.append(document, DocumentStore.encode)
    }
    var end = recordEnds.last ?? 0
    for length in segment.passageLengths {
      end += Int(length)
      recordEnds.append(end)
    }
    records.append(segment.passages)
    questionLineTable.append(lengths: segment.questionLineLengths)
    questionLines.append(segment.questionLines)
    traits += segment.traits
    fieldLengths += segment.fieldLengths
    sourceCount += segment.sources.count
    documentCount += segment.documents.count
    passageCount += segment.passageCount
  }

  private mutating func append(_ tokens: TokenList) {
    var end = tokenEnds.last ?? 0
    for count in tokens.countOfPassage {
      end += Int(count)
      tokenEnds.append(end)
    }
    termOfToken.append(numbers: tokens.terms)
  }

  /// Writes every section that depends on what was added.
  consuming func finish(_ content: inout IndexContent) {
    let order = terms.sorted(where: hasTokens)
    var rank = [UInt32](repeating: 0, count: terms.terms.count)
    for (place, number) in order.enumerated() { rank[number] = UInt32(place) }
    let lists = PostingSections(
      terms.terms, order: order, runs: runs, PostingStrengths(fieldLengths: fieldLengths),
      folder: folder)
    content[.dictionary] = [.bytes(lists.dictionary)]
    content[.postings] = [.spool(lists.postings.sealed())]
    content[.positions] = [.spool(lists.positions.sealed())]
    let passageCount = passageCount
    let idf = lists.passageCounts.map {
      TFIDFWeight.idf(passageCount: passageCount, holding: $0)
    }
    let weighed = PassageSections.keyTerms(
      termOfToken.sealed(), ends: tokenEnds, rank: rank, idf: idf, folder: folder)
    content[.keyTerms] = weighed.keyTerms
    content[.vectorNorms] = [.bytes(weighed.norms)]
    content[.fieldLengths] = [.bytes(FieldNorms.encode(fieldLengths))]
    content[.traits] = [.bytes(traits)]
    content[.questionLines] = [.bytes(questionLineTable.finish()), .spool(questionLines.sealed())]
    content[.sources] = [.bytes(RecordTable.encode(sources.finish(SourceStore.encode)))]
    content[.documentStarts] = [.bytes(documentStarts.bytes)]
    let records = records.sealed()
    let dictionary = RecordCompressor.SharedDictionary(
      CompressionSamples(records, ends: recordEnds).dictionary)
    content[.compression] = [.bytes(dictionary.bytes)]
    content[.passages] = PassageSections.compressed(
      records, ends: recordEnds, dictionary, folder: folder)
    content[.documents] = [
      .bytes(Self.compressed(documents.finish(DocumentStore.encode), dictionary))
    ]
  }

  private static func compressed(
    _ groups: [[UInt8]], _ dictionary: RecordCompressor.SharedDictionary
  ) -> [UInt8] {
    let compressor = RecordCompressor(dictionary)
    return RecordTable.encode(
      groups.map { group in
        var compressed: [UInt8] = []
        _ = unsafe compressor.append(group.span.bytes, to: &compressed)
        return compressed
      })
  }
}

/// Records that are encoded so many at a time.
struct GroupedRecords<Record> {
  private let size: Int
  private var group: [Record] = []
  private var encoded: [[UInt8]] = []

  init(size: Int) { self.size = size }

  mutating func append(_ record: Record, _ encode: ([Record]) -> [UInt8]) {
    group.append(record)
    guard group.count == size else { return }
    encoded.append(encode(group))
    group.removeAll(keepingCapacity: true)
  }

  consuming func finish(_ encode: ([Record]) -> [UInt8]) -> [[UInt8]] {
    group.isEmpty ? encoded : encoded + [encode(group)]
  }
}

extension TokenList {
  /// The same with other numbers for the terms.
  fileprivate consuming func renumbered(_ numbers: [UInt32]) -> TokenList {
    for index in terms.indices { terms[index] = numbers[Int(terms[index])] }
    return self
  }
}

/// The passages that the compressor's dictionary is made of: whole ones, spread evenly.
private struct CompressionSamples {
  private(set) var dictionary: [UInt8] = []
  /// In bytes. Twice as much text gives 1% more.
  private static let most = 1 << 20
  private static let largestDictionary = 112 << 10

  init(_ records: SealedSpool, ends: [Int]) {
    let total = ends.last ?? 0
    let step = max(1, total / Self.most)
    var samples: [UInt8] = []
    var lengths: [Int] = []
    for passage in stride(from: 0, to: ends.count, by: step) {
      let range = (passage == 0 ? 0 : ends[passage - 1])..<ends[passage]
      records.read(range) { bytes in
        unsafe bytes.withUnsafeBytes { unsafe samples.append(contentsOf: $0) }
      }
      lengths.append(range.count)
    }
    // A dictionary must earn its own place in the file.
    let size = min(Self.largestDictionary, total / 32)
    dictionary = RecordCompressor.dictionary(ofSamples: samples, lengths: lengths, size: size)
  }
}
