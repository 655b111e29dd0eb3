import Analysis
import Corpus
import TestSupport
import Testing

@testable import InvertedIndex

/// However the work on a corpus is parted, the file is the same.
@Suite struct IndexWriterSegmentsTests {
  /// A corpus and how its files are told to an index.
  struct Sample {
    let documents: [[Passage]]
    let thesaurus: Thesaurus
    var reference: Reference {
      Reference(key: "k", title: "", publisher: "", url: "", date: "")
    }

    init(seed: UInt64, documents count: Int = 60) throws {
      documents = RandomText.documents(seed: seed, count: count)
      thesaurus = try .sample()
    }

    func writer(
      _ folder: SpoolFolder? = nil, limits: BuildLimits = BuildLimits()
    ) -> IndexWriter {
      IndexWriter(
        analyzer: .standard(), bibliography: Bibliography(references: [reference]),
        thesaurus: thesaurus, spoolingIn: folder, limits: limits)
    }

    func add(_ document: Int, to builder: inout SegmentBuilder) {
      let path = "document-\(document).md"
      builder.add(
        SourceRecord(path: path, role: .document, size: document, hash: ContentHash(path)))
      builder.add(
        path: path, title: documents[document].first?.title ?? "", frontMatter: FrontMatter(),
        passages: documents[document])
    }

    /// One document after another, without segments.
    var simple: [UInt8] {
      var writer = writer()
      for (number, passages) in documents.enumerated() {
        let path = "document-\(number).md"
        writer.add(
          SourceRecord(path: path, role: .document, size: number, hash: ContentHash(path)))
        writer.add(
          path: path, title: passages.first?.title ?? "", frontMatter: FrontMatter(),
          passages: passages)
      }
      return writer.finish().bytes
    }

    /// Segments of random lengths, each by a random builder.
    func parted(
      seed: UInt64, builders count: Int, longest: Int, _ folder: SpoolFolder? = nil,
      limits: BuildLimits = BuildLimits()
    ) -> [UInt8] {
      var generator = SeededGenerator(seed: seed)
      var writer = writer(folder, limits: limits)
      var builders = (0..<count).map { _ in writer.builder(with: .standard()) }
      var start = 0
      while start < documents.count {
        let end = min(start + Int.random(in: 1...longest, using: &generator), documents.count)
        let builder = Int.random(in: 0..<count, using: &generator)
        for document in start..<end { add(document, to: &builders[builder]) }
        writer.add(builders[builder].takeSegment(), from: builder)
        start = end
      }
      writer.add(wordsOf: builders)
      return writer.finish().bytes
    }
  }

  @Test(arguments: [1, 2, 7], [1, 4, 1000])
  func `any builders and any segments give the same bytes`(builders: Int, longest: Int) throws {
    for seed in 0..<3 as Range<UInt64> {
      let sample = try Sample(seed: seed)
      let expected = sample.simple
      try IndexReader(path: "sample", bytes: expected).verify()
      let parted = sample.parted(seed: seed, builders: builders, longest: longest)
      #expect(parted == expected, "seed \(seed)")
    }
  }

  /// Many tokens in one run, few, or one passage's; tables and lexicons that begin anew now and then
  /// or with every segment. A limit of one byte puts every spool into a file.
  @Test(
    arguments: [(1 << 20, 1 << 20), (1000, 1 << 20), (1 << 20, 50), (100, 20), (1, 1)],
    [nil, 1, 5000])
  func `any limits give the same bytes, in memory or put by`(
    limit: (tokens: Int, words: Int), mostInMemory: Int?
  ) throws {
    var limits = BuildLimits()
    (limits.tokens, limits.terms, limits.words) = (limit.tokens, limit.words, limit.words)
    let place = try TemporaryFolder()
    for seed in 3..<5 as Range<UInt64> {
      let sample = try Sample(seed: seed)
      let folder = mostInMemory.map { SpoolFolder(place.path, mostInMemory: $0) }
      let parted = sample.parted(seed: seed, builders: 3, longest: 3, folder, limits: limits)
      #expect(parted == sample.simple, "seed \(seed)")
    }
  }

  @Test func `where nothing can be put by the bytes are the same`() throws {
    let sample = try Sample(seed: 5)
    let nowhere = SpoolFolder("/proc/self", mostInMemory: 1)
    #expect(
      sample.parted(seed: 1, builders: 2, longest: 3, nowhere) == sample.simple)
  }

  /// More passages than one task compresses, and a dictionary.
  @Test func `a corpus of thousands of passages gives the same bytes`() throws {
    let sample = try Sample(seed: 6, documents: 900)
    let place = try TemporaryFolder()
    let expected = sample.simple
    let index = try IndexReader(path: "sample", bytes: expected)
    #expect(index.summary.passageCount > 2048)
    try index.verify()
    let folder = SpoolFolder(place.path, mostInMemory: 100_000)
    #expect(sample.parted(seed: 2, builders: 4, longest: 20, folder) == expected)
    for (ordinal, passage) in sample.documents.joined().enumerated() {
      let read = try index.passage(PassageID(ordinal))
      if read.text != passage.text { Issue.record("passage \(ordinal)") }
    }
  }

  @Test func `terms that look alike but differ in bytes stay apart, whoever meets them first`()
    throws
  {
    let (composed, parted) = ("\u{D55C}", "\u{1112}\u{1161}\u{11AB}")
    let texts = [composed, parted]
    var expected: [[UInt8]] = []
    // The first builder has the first document, or the second.
    for order in [[0, 1], [1, 0], [0, 0]] {
      var writer = IndexWriter(analyzer: .standard())
      var builders = (0..<2).map { _ in writer.builder(with: .standard()) }
      for (text, builder) in zip(texts, order) {
        builders[builder].add(
          path: "a", title: "", frontMatter: FrontMatter(), passages: [.sample(text)])
        writer.add(builders[builder].takeSegment(), from: builder)
      }
      expected.append(writer.finish().bytes)
    }
    #expect(expected[0] == expected[1])
    #expect(expected[0] == expected[2])
    let index = try IndexReader(path: "sample", bytes: expected[0])
    #expect(index.summary.termCount == 2)
    for text in texts { #expect(try index.postings(of: text)?.count == 1) }
  }

  @Test func `numbers of citations alone are no terms`() throws {
    let reference = Reference(key: "k", title: "", publisher: "", url: "", date: "")
    let index = try SampleIndex.reader(
      of: [[.sample("Rest helps [77].", citations: ["k"])]], references: [reference])
    #expect(try index.dictionary.entries().map(\.term) == ["help", "rest"])
    #expect(index.summary.termCount == 2)
  }
}
