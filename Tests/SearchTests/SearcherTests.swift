import Analysis
import Corpus
import Foundation
import InvertedIndex
import Testing
import TestSupport

@testable import Search

@Suite struct SearcherTests {
  /// Reads `q12` as the twelfth word of the random corpora.
  struct CodedWords: TokenFilter {
    let fingerprint = "coded"

    func term(for term: String) -> String? {
      Int(term.dropFirst()).map { RandomCorpus.words[$0] }
    }
  }

  static func question(using generator: inout SeededGenerator) -> [Int] {
    (0..<Int.random(in: 1...6, using: &generator)).map { _ in
      Int.random(in: RandomCorpus.words.indices, using: &generator)
    }
  }

  static func query(_ words: [Int]) -> Query {
    var analyzer = Analyzer(filters: [CodedWords()])
    return Query(words.map { "q\($0)" }.joined(separator: " "), analyzer: &analyzer)
  }

  /// BM25F over plain arrays.
  static func naiveBM25(_ terms: [String], _ passages: [Passage]) -> [Double] {
    let parameters = BM25Parameters()
    let fields = passages.map { passage in
      Field.allCases.map { passage.texts(of: $0).flatMap { $0.split(separator: " ") } }
    }
    let means = Field.allCases.map { field in
      max(fields.reduce(0.0) { $0 + Double($1[field.rawValue].count) }, 1) / Double(fields.count)
    }
    return Set(terms).reduce(into: passages.map { _ in 0.0 }) { scores, term in
      let frequencies = fields.map { passage in
        Field.allCases.reduce(0.0) { sum, field in
          let words = passage[field.rawValue]
          let b = Double(parameters.b[field: field])
          let norm = 1 - b + b * Double(words.count) / means[field.rawValue]
          let weight = Double(parameters.weights[field: field])
          return sum + weight * Double(words.count { $0 == term }) / norm
        }
      }
      let (n, k1) = (Double(frequencies.count { $0 > 0 }), Double(parameters.k1))
      let idf = log(1 + (Double(passages.count) - n + 0.5) / (n + 0.5))
      for (index, frequency) in frequencies.enumerated() {
        scores[index] += idf * frequency * (k1 + 1) / (frequency + k1)
      }
    }
  }

  /// The cosine of TF-IDF vectors over plain dictionaries.
  static func naiveCosine(_ terms: [String], _ passages: [Passage]) -> [Double] {
    let bags = passages.map { passage in
      let words = Field.allCases.flatMap {
        passage.texts(of: $0).flatMap { $0.split(separator: " ") }
      }
      return Dictionary(words.map { (String($0), 1.0) }, uniquingKeysWith: +)
    }
    func idf(_ term: String) -> Double {
      let n = bags.count { $0[term] != nil }
      return n > 0 ? log(1 + Double(bags.count) / Double(n)) : 0
    }
    let rarities = Dictionary(
      Set(bags.flatMap(\.keys) + terms).map { ($0, idf($0)) }, uniquingKeysWith: max)
    func length(_ vector: [String: Double]) -> Double {
      vector.values.reduce(0) { $0 + $1 * $1 }.squareRoot()
    }
    let question = Dictionary(Set(terms).map { ($0, rarities[$0] ?? 0) }, uniquingKeysWith: max)
    return bags.map { bag in
      let vector = Dictionary(
        bag.map { ($0, (1 + log($1)) * (rarities[$0] ?? 0)) }, uniquingKeysWith: max)
      let product = question.reduce(0) { $0 + $1.value * (vector[$1.key] ?? 0) }
      return product > 0 ? product / (length(vector) * length(question)) : 0
    }
  }

  /// The hits are the best by the naive scores, in their order; where two scores are as good as
  /// equal, rounding may have swapped them.
  private func expectSame(_ hits: [Hit], as scores: [Double], limit: Int, _ note: String) {
    let expected = scores.indices.filter { scores[$0] > 0 }
      .sorted { (scores[$1], $0) < (scores[$0], $1) }.prefix(limit)
    #expect(hits.count == expected.count, "\(note)")
    #expect(Set(hits.map(\.passage)).count == hits.count, "\(note)")
    for (hit, ordinal) in zip(hits, expected) {
      let score = scores[hit.passage.ordinal]
      #expect(abs(Double(hit.score) - score) < 1e-4, "\(note)")
      #expect(hit.passage.ordinal == ordinal || abs(score - scores[ordinal]) < 1e-5, "\(note)")
    }
  }

  @Test(arguments: 0..<6 as Range<UInt64>)
  func `hits are those of a naive BM25F`(seed: UInt64) throws {
    let corpus = RandomCorpus(seed: seed, passages: 20 + 20 * Int(seed))
    // Without signals the scores are those of BM25F alone.
    let searcher = Searcher(try corpus.index(), signals: [])
    var generator = SeededGenerator(seed: seed + 100)
    for limit in [1, 3, 10, 1000] {
      let words = Self.question(using: &generator)
      let hits = try searcher.search(Self.query(words), limit: limit)
      let scores = Self.naiveBM25(words.map { RandomCorpus.words[$0] }, corpus.passages)
      expectSame(hits, as: scores, limit: limit, "seed \(seed), limit \(limit), words \(words)")
    }
  }

  @Test(arguments: 0..<6 as Range<UInt64>)
  func `hits are those of a naive cosine`(seed: UInt64) throws {
    let corpus = RandomCorpus(seed: seed, passages: 20 + 20 * Int(seed))
    let searcher = Searcher(try corpus.index(), ranker: .tfidf)
    var generator = SeededGenerator(seed: seed + 200)
    for limit in [1, 3, 10, 1000] {
      let words = Self.question(using: &generator)
      let hits = try searcher.search(Self.query(words), limit: limit)
      let scores = Self.naiveCosine(words.map { RandomCorpus.words[$0] }, corpus.passages)
      expectSame(hits, as: scores, limit: limit, "seed \(seed), limit \(limit), words \(words)")
      #expect(hits.allSatisfy { $0.score < 1.0001 })
    }
  }

  @Test(arguments: Ranker.allCases)
  func `equal passages stand in passage order`(ranker: Ranker) throws {
    let passages = (0..<40).map { number in
      Passage.sample(number % 4 == 3 ? "other words" : "the same pain")
    }
    let searcher = Searcher(try SampleIndex.reader(of: [passages]), ranker: ranker)
    let same = (0..<40).filter { $0 % 4 != 3 }
    var analyzer = Analyzer.standard()
    for limit in [1, 5, 25, 100] {
      let hits = try searcher.search(Query("pain", analyzer: &analyzer), limit: limit)
      #expect(hits.map(\.passage.ordinal) == Array(same.prefix(limit)))
    }
  }

  static let questions = [
    "how is it diagnosed", "pain", "is the pain treated with radiotherapy?",
    "MRI scan of the spine",
    "who gets it", "pain pain unknownword", "what is the outlook",
  ]

  /// Headings and asked-as lines that some of the questions resemble, and enough passages that not
  /// all are looked at a second time.
  static var passages: [Passage] {
    [
      .sample(
        "Doctors find it with an MRI scan of brain and spine.", title: "Diagnosis",
        headings: ["Tests", "How is it diagnosed?"], askedAs: ["which scan shows it"]),
      .sample(
        "Pain is treated with radiotherapy and tablets.", title: "Treatment",
        headings: ["Is pain treated?"], askedAs: ["what helps against pain", "pain"]),
      .sample("Anyone with cancer. Pain is common.", title: "Risk", headings: ["Who gets it?"]),
    ]
      + (0..<2 * Rescorer.candidates).map { number in
        .sample(
          "Pain number \(number), seen on a scan, outlook unknown.", title: "More",
          headings: ["Pain \(number)"])
      }
  }

  @Test(arguments: questions, Ranker.allCases)
  func `every explanation adds up to the score of its hit`(question: String, ranker: Ranker) throws
  {
    let searcher = Searcher(try SampleIndex.reader(of: [Self.passages]), ranker: ranker)
    var analyzer = Analyzer.standard()
    let query = Query(question, analyzer: &analyzer)
    for limit in [3, 60] {
      for hit in try searcher.search(query, limit: limit) {
        let tree = try searcher.explanation(of: hit.passage, for: query)
        #expect(abs(tree.value - hit.score) < 1e-5 * hit.score, "\(tree.lines())")
        expectAddsUp(tree)
      }
    }
  }

  static let signals: [RankingSignals] =
    [.all, []]
    + [.questionLines, .proximity, .answerKinds, .documents, .feedback].map {
      RankingSignals.all.subtracting($0)
    }

  @Test(arguments: signals, 0..<2 as Range<UInt64>)
  func `in random collections every explanation is its hit's score, whatever signal is left out`(
    signals: RankingSignals, seed: UInt64
  ) throws {
    let corpus = RandomCorpus(seed: seed, passages: 40 + 30 * Int(seed))
    let searcher = Searcher(try corpus.index(), signals: signals)
    var generator = SeededGenerator(seed: seed + 400)
    let words = Self.question(using: &generator) + [0, 1]
    let query = Self.query(words)
    let hits = try searcher.search(query, limit: 1000)
    #expect(hits.count > 15, "seed \(seed), words \(words)")
    for hit in hits {
      let tree = try searcher.explanation(of: hit.passage, for: query)
      #expect(
        abs(tree.value - hit.score) < 1e-5 * hit.score,
        "seed \(seed), words \(words), \(tree.lines())")
      expectAddsUp(tree)
    }
  }

  @Test(arguments: signals)
  func `the same question gives the same hits twice, in an index built twice`(
    signals: RankingSignals
  ) throws {
    let corpus = RandomCorpus(seed: 7, passages: 120)
    var generator = SeededGenerator(seed: 500)
    let (first, second) = (try corpus.index(), try corpus.index())
    for _ in 0..<3 {
      let words = Self.question(using: &generator)
      let hits = try Searcher(first, signals: signals).search(Self.query(words), limit: 1000)
      let again = try Searcher(second, signals: signals).search(Self.query(words), limit: 1000)
      #expect(hits == again, "\(words)")
    }
  }

  @Test(arguments: questions)
  func `hits beyond the candidates follow them with their scores by words, in their order`(
    question: String
  ) throws {
    let index = try SampleIndex.reader(of: [Self.passages])
    var analyzer = Analyzer.standard()
    let query = Query(question, analyzer: &analyzer)
    let hits = try Searcher(index).search(query, limit: 1000)
    let byWords = try Searcher(index, signals: []).search(query, limit: 1000)
    #expect(
      hits.dropFirst(Rescorer.candidates) == byWords.dropFirst(Rescorer.candidates))
    #expect(
      Set(hits.prefix(Rescorer.candidates).map(\.passage))
        == Set(byWords.prefix(Rescorer.candidates).map(\.passage)))
  }

  /// Every node with parts must follow from them.
  private func expectAddsUp(_ node: Explanation) {
    guard !node.parts.isEmpty else { return }
    let values = node.parts.map(\.value)
    let name = node.name
    let expected: Float
    if [
      "score", "its words", "times found, weighed by field", "sum over words",
    ].contains(name) {
      expected = values.reduce(0, +)
    } else if name.hasSuffix("(rarity x frequency)") || name.hasSuffix("(product of weights)") {
      expected = values.reduce(1, *)
    } else if name == "score (sum over words / product of lengths)" {
      expected = values[0] / (values[1] * values[2])
    } else {
      // f · (k1 + 1) / (f + k1)
      #expect(name == "frequency: levels off at 2.2")
      let k1 = BM25Parameters().k1
      expected = values[0] * (k1 + 1) / (values[0] + k1)
    }
    #expect(abs(node.value - expected) <= 1e-5 * abs(expected), "\(node.lines())")
    for part in node.parts { expectAddsUp(part) }
  }

  @Test func `a passage that answers this very question gains, and the gain is explained`() throws {
    let searcher = Searcher(try SampleIndex.reader(of: [Self.passages]))
    var analyzer = Analyzer.standard()
    let query = Query("how is it diagnosed", analyzer: &analyzer)
    let hit = try #require(try searcher.search(query, limit: 1).first)
    #expect(hit.passage == PassageID(0))
    let tree = try searcher.explanation(of: hit.passage, for: query)
    #expect(
      tree.parts.map(\.name) == [
        "its words", "its heading or an asked-as line is worded like the question",
        "it shares its key words with the best passages",
      ])
    #expect(
      abs(tree.parts[1].value - tree.parts[0].value * QuestionLineSignal.weight) < 1e-5 * hit.score)
  }

  @Test(arguments: questions, Ranker.allCases)
  func `fewer hits are the first of more`(question: String, ranker: Ranker) throws {
    let searcher = Searcher(try SampleIndex.reader(of: [Self.passages]), ranker: ranker)
    var analyzer = Analyzer.standard()
    let query = Query(question, analyzer: &analyzer)
    let all = try searcher.search(query, limit: 1000)
    for limit in [1, 2, 19, 20, 49, 50, 51, 52, 80, 1000] {
      #expect(try searcher.search(query, limit: limit) == Array(all.prefix(limit)))
    }
  }

  @Test func `terms that no passage holds are no hits`() throws {
    let searcher = Searcher(try SampleIndex.reader(of: [Self.passages]))
    var analyzer = Analyzer.standard()
    for question in ["", "how is the", "football championship", "😀"] {
      #expect(try searcher.search(Query(question, analyzer: &analyzer), limit: 5) == [])
    }
  }

  @Test func `a term is held by any field of any of the passages asked about`() throws {
    let passages = [
      Passage.sample("It is found late.", title: "Metastases", headings: ["Seizure", "Diagnosis"]),
      Passage.sample("Nothing of it.", askedAs: ["which scan"]),
      Passage.sample("Football."),
    ]
    let searcher = Searcher(try SampleIndex.reader(of: [passages]))
    var analyzer = Analyzer.standard()
    let query = Query("metastasis seizures diagnosed scans football unknown", analyzer: &analyzer)
    func held(by ordinals: Int...) throws -> [String] {
      try searcher.terms(of: query, heldByAny: ordinals.map { PassageID($0) }).map(\.word)
    }
    #expect(try held(by: 0) == ["metastasis", "seizures", "diagnosed"])
    #expect(try held(by: 1) == ["scans"])
    #expect(try held(by: 2, 1) == ["scans", "football"])
    #expect(try held() == [])
  }
}
