internal import Analysis
internal import Answering
internal import Corpus
internal import InvertedIndex
internal import Search

/// One question: by number of terms, by number of passages, and by how much of an answer is wanted.
struct QuestionBenchmarks {
  let samples: Samples
  let stopwatch: Stopwatch

  func figures(of index: IndexReader) throws -> [Figure] {
    try byTerms(index) + byPassages() + byDepth(index)
  }

  /// A question with so many terms stands for a long one of everyday talk.
  private static let usualTerms = 4
  private static let limit = 10

  private func byTerms(_ index: IndexReader) throws -> [Figure] {
    var figures: [Figure] = []
    for terms in [1, 2, 4, 8, 16] {
      let name = "\(terms) term\(terms == 1 ? "" : "s")"
      figures += try searching(name, samples.questions(terms: terms), index)
    }
    return figures
  }

  private func byPassages() throws -> [Figure] {
    var figures: [Figure] = []
    let questions = samples.questions(terms: Self.usualTerms)
    for part in [64, 16, 4, 1] where samples.documents.count / part >= 10 {
      let index = try index(ofFirst: samples.documents.count / part)
      figures += try searching("\(index.summary.passageCount) passages", questions, index)
    }
    return figures
  }

  /// What each part of an answer costs: the best passages, then all that is told of them.
  private func byDepth(_ index: IndexReader) throws -> [Figure] {
    let questions = samples.questions(terms: Self.usualTerms)
    guard !questions.isEmpty else { return [] }
    var figures: [Figure] = []
    for limit in [1, Self.limit, 100] {
      figures += try searching("best \(limit)", questions, index, limit: limit)
    }
    var answerer = Answerer(Searcher(index))
    figures.append(
      try stopwatch.time("question", "read, best \(Self.limit)", count: questions.count) {
        for question in questions { keep(try answerer.hits(for: question, limit: Self.limit)) }
      })
    figures.append(
      try stopwatch.time("question", "whole answer, \(Self.limit)", count: questions.count) {
        for question in questions { keep(try answerer.answer(question, limit: Self.limit)) }
      })
    return figures
  }

  /// Searching alone; the questions were read before. None for a corpus of too few words.
  private func searching(
    _ variant: String, _ questions: [String], _ index: IndexReader, limit: Int = Self.limit
  ) throws -> [Figure] {
    guard !questions.isEmpty else { return [] }
    var analyzer = Analyzer.standard()
    let queries = try questions.map {
      try Query($0, analyzer: &analyzer, concepts: index.concepts)
    }
    let searcher = Searcher(index)
    return [
      try stopwatch.time("search", variant, count: queries.count) {
        for query in queries { keep(try searcher.search(query, limit: limit)) }
      }
    ]
  }

  /// An index in memory of the corpus's first documents.
  private func index(ofFirst count: Int) throws -> IndexReader {
    var writer = IndexWriter(analyzer: .standard(), bibliography: samples.bibliography)
    for (file, one) in zip(samples.files, samples.documents).prefix(count) {
      writer.add(
        path: file.path, title: one.title, frontMatter: one.frontMatter, passages: one.passages)
    }
    return try IndexReader(path: "memory", bytes: writer.finish().bytes)
  }
}
