import Analysis
import Corpus
import InvertedIndex
import Testing
import TestSupport

@testable import Search

@Suite struct BlockMaxWalkTests {
  /// Terms with weights as a question gives them; 0 and very low ones too.
  static func question(using generator: inout SeededGenerator) -> [QueryTerm] {
    let count = Int.random(in: 0...3, using: &generator) == 0 ? 12 : 4
    var words: [Int] = []
    for _ in 0..<Int.random(in: 1...count, using: &generator) {
      let word = Int.random(in: RandomCorpus.words.indices, using: &generator)
      if !words.contains(word) { words.append(word) }
    }
    return words.map { word in
      let weights: [Float] = [1, 1, 1, 0.6, 0.3, 0.0001, 0]
      let weight = weights.randomElement(using: &generator) ?? 1
      return QueryTerm(
        term: RandomCorpus.words[word], word: "", weight: weight)
    }
  }

  /// Scores every passage, term by term in the question's order.
  static func naiveHits(
    _ terms: [QueryTerm], _ index: IndexReader, _ scorer: BM25Scorer, limit: Int
  ) throws -> [Hit] {
    var scores = [Float](repeating: 0, count: index.summary.passageCount)
    for term in terms {
      guard let list = try index.postings(of: term.term) else { continue }
      let rarity = scorer.rarity(of: term, holding: list.count)
      var cursor = list.cursor()
      try cursor.advance()
      while let posting = cursor.current {
        let lengths = index.norms.lengths(of: posting.passage)
        scores[posting.passage.ordinal] += scorer.score(
          of: posting, rarity: rarity, lengths: lengths)
        try cursor.advance()
      }
    }
    let hits = scores.enumerated().map { Hit(passage: PassageID($0), score: $1) }
    return Array(hits.filter { $0.score > 0 }.sorted { $0.precedes($1) }.prefix(limit))
  }

  static func walkedHits(
    _ terms: [QueryTerm], _ index: IndexReader, _ scorer: BM25Scorer, limit: Int
  ) throws -> [Hit] {
    var walk = BlockMaxWalk(index, scorer: scorer, limit: limit)
    for term in terms {
      if let list = try index.postings(of: term.term) { walk.add(list, for: term) }
    }
    return try walk.hits()
  }

  private func expectSame(
    _ index: IndexReader, _ scorer: BM25Scorer, seed: UInt64, questions: Int
  ) throws {
    var generator = SeededGenerator(seed: seed + 300)
    for _ in 0..<questions {
      let terms = Self.question(using: &generator)
      let limit = [1, 2, 3, 10, 50, 200, 1000].randomElement(using: &generator) ?? 1
      let walked = try Self.walkedHits(terms, index, scorer, limit: limit)
      let naive = try Self.naiveHits(terms, index, scorer, limit: limit)
      #expect(walked == naive, "seed \(seed), limit \(limit), \(terms.map(\.term))")
    }
  }

  @Test(arguments: 0..<8 as Range<UInt64>)
  func `hits and scores are, to the bit, those of scoring every passage`(seed: UInt64) throws {
    let corpus = RandomCorpus(seed: seed, passages: [40, 300, 1500, 6000][Int(seed % 4)])
    let index = try corpus.index()
    try expectSame(index, BM25Scorer(index.summary), seed: seed, questions: 250)
  }

  @Test(arguments: 0..<4 as Range<UInt64>)
  func `they are where most passages tie`(seed: UInt64) throws {
    let corpus = RandomCorpus(seed: seed, passages: 12)
    // The same twelve again and again, in any order.
    var generator = SeededGenerator(seed: seed)
    let documents = (0..<400).map { _ in corpus.passages.randomElement(using: &generator) }
    let index = try SampleIndex.reader(
      of: [documents.compactMap { $0 }], analyzer: Analyzer(filters: []))
    try expectSame(index, BM25Scorer(index.summary), seed: seed, questions: 250)
  }

  /// The maxima in the index are not those of this scorer, and must not be believed.
  @Test func `they are with other parameters than the index was made with`() throws {
    let index = try RandomCorpus(seed: 9, passages: 1500).index()
    var parameters = BM25Parameters()
    parameters.weights = FieldVector(9, 0.1, 7, 0.2)
    parameters.b = FieldVector(1, 1, 0, 0)
    try expectSame(
      index, BM25Scorer(index.summary, parameters: parameters), seed: 9, questions: 250)
  }

  @Test(arguments: 0..<4 as Range<UInt64>)
  func `marks come back once, in order, with what was added up`(seed: UInt64) {
    var generator = SeededGenerator(seed: seed)
    var marks = PassageMarks()
    for round in 0..<5 {
      var expected: [Int: Double] = [:]
      for _ in 0..<[0, 1, 5, 60, 3][round] {
        let places = Self.someMarks(&generator)
        let score = Float.random(in: 0.1...3, using: &generator)
        for place in places { expected[Int(place), default: 0] += Double(score + Float(place)) }
        let passages = places.map { $0 + 70_000 }
        marks.add(passages.span, from: 70_000) { score + Float(passages[$0] - 70_000) }
      }
      var found: [Int] = []
      while var marked = marks.removeNext() {
        while let place = marked.popFirst() {
          found.append(place)
          #expect(marks.bound(at: place) == expected[place], "seed \(seed)")
        }
      }
      #expect(found == expected.keys.sorted(), "seed \(seed)")
    }
  }

  /// Ascending places of a stretch, perhaps none.
  private static func someMarks(_ generator: inout SeededGenerator) -> [UInt32] {
    let places = (0..<Int.random(in: 0...90, using: &generator)).map { _ in
      UInt32.random(in: 0..<UInt32(PassageMarks.count), using: &generator)
    }
    return Set(places).sorted()
  }
}
