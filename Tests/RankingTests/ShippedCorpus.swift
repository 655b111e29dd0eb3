import Analysis
import Corpus
import InvertedIndex
import Search
import TestSupport

/// The shipped corpus, indexed as `lmask index` does it, and the questions asked of it.
enum ShippedCorpus {
  static func indexBytes() throws -> [UInt8] {
    let reader = CorpusReader(root: Repository.corpus)
    let listing = try reader.listing()
    let bibliography = try reader.bibliography(in: listing)
    var analyzer = Analyzer.standard()
    let thesaurus = try reader.dataFile(Thesaurus.fileName, in: listing)
      .map { try Thesaurus($0, analyzer: &analyzer) }
    var writer = IndexWriter(
      analyzer: analyzer, bibliography: bibliography, thesaurus: thesaurus ?? Thesaurus())
    for file in listing.documents {
      let contents = try reader.contents(of: file, citing: bibliography)
      writer.add(
        path: file.path, title: contents.title, frontMatter: contents.frontMatter,
        passages: contents.passages)
    }
    return writer.finish().bytes
  }

  /// A new index, open; its file is gone from the disk already.
  static func makeIndex() throws -> IndexReader {
    let folder = try TemporaryFolder()
    return try IndexReader(path: folder.write(indexBytes(), to: "shipped.index"))
  }

  /// One index for all tests that only read.
  static func index() throws -> IndexReader { try sharedIndex.get() }

  /// The file the goldens pin, one to tune by, one that only judges, and one on what is not told.
  static let questionFiles = ["shipped.jsonl", "tune.jsonl", "held.jsonl", "near-misses.jsonl"]

  static func questions(in file: String = "shipped.jsonl") throws -> [EvaluationQuestion] {
    try QuestionFile.read(Repository.testFile("RankingTests/Questions/" + file))
  }

  static func passages(of index: IndexReader) throws -> [(id: PassageID, passage: Passage)] {
    try (0..<index.summary.passageCount).map { ordinal in
      (PassageID(ordinal), try index.passage(PassageID(ordinal)))
    }
  }

  static func golden(_ name: String) -> Golden {
    Golden(path: Repository.testFile("RankingTests/Goldens/" + name))
  }

  private static let sharedIndex = Result { try makeIndex() }
}

extension Passage {
  /// `symptoms.md › Can LM cause seizures?`
  var place: String { ([source.path] + headings).joined(separator: " › ") }
}
