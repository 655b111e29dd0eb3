import Analysis
import Corpus
import Foundation
import InvertedIndex
import Testing
import TestSupport

@testable import Search

@Suite struct ProximitySignalTests {
  /// What the passage earns, of the whole weight.
  private func earned(_ question: String, by passage: Passage) throws -> Float? {
    let other = Passage.sample("brain. scan. pain.")
    let index = try SampleIndex.reader(of: [[passage, other]])
    var analyzer = Analyzer.standard()
    guard var signal = try ProximitySignal(Query(question, analyzer: &analyzer), index: index)
    else { return nil }
    let bonus = try signal.bonus(for: PassageID(0))
    if let bonus { #expect(bonus.cause.reason == "words asked side by side stand together in it") }
    return (bonus?.share ?? 0) / ProximitySignal.weight
  }

  @Test(
    arguments: [
      ("A brain scan helps.", 1), ("A scan of brains helps.", 1),
      ("Scan. One two three brain.", 0.5),
      ("Scan one two three four brain.", 0.5), ("Scan one two three four five brain.", 0),
      ("Brain, one two three four five six; brain scan", 1), ("Brain", 0), ("", 0),
      ("Pain all over.", 0),
    ] as [(String, Float)])
  func `two words within two words count in full, within five by half`(
    text: String, share: Float
  ) throws {
    #expect(try earned("brain scan", by: .sample(text)) == share)
  }

  @Test func `any field counts, but not two of them together`() throws {
    for passage in [
      Passage.sample("x", title: "Brain scan"), .sample("x", headings: ["y", "Brain scan"]),
      .sample("x", askedAs: ["is a brain scan safe"]),
    ] { #expect(try earned("brain scan", by: passage) == 1) }
    #expect(try earned("brain scan", by: .sample("scan", title: "brain")) == 0)
    #expect(try earned("brain scan", by: .sample("x", askedAs: ["brain", "scan"])) == 0)
  }

  @Test(
    arguments: [
      ("is the brain on a scan?", 1), ("scan brain", 1), ("brain of the dog scan", nil),
      ("brain unknownword scan", nil), ("brain scan brain scan", 1),
      ("brain", nil), ("brain brains", nil), ("", nil), ("unknown words", nil), ("😀", nil),
    ] as [(String, Float?)])
  func `words of the question are a pair when at most two little words part them`(
    question: String, share: Float?
  ) throws {
    #expect(try earned(question, by: .sample("brain scan")) == share)
  }

  @Test func `a pair counts by the rarity of its commoner word`() throws {
    let passages = [
      Passage.sample("brain scan"), .sample("scan pain"), .sample("pain"), .sample("pain"),
    ]
    let index = try SampleIndex.reader(of: [passages])
    var analyzer = Analyzer.standard()
    let query = Query("brain scan pain", analyzer: &analyzer)
    var signal = try #require(try ProximitySignal(query, index: index))
    let scorer = BM25Scorer(index.summary)
    let (scan, pain) = (scorer.rarity(holding: 2), scorer.rarity(holding: 3))
    let first = try #require(try signal.bonus(for: PassageID(0))).share
    let second = try #require(try signal.bonus(for: PassageID(1))).share
    #expect(abs(first - ProximitySignal.weight * scan / (scan + pain)) < 1e-6)
    #expect(abs(second - ProximitySignal.weight * pain / (scan + pain)) < 1e-6)
    #expect(try signal.bonus(for: PassageID(2)) == nil)
  }

  @Test func `two words of an earlier question are a pair only if this one brings none`() throws {
    let passages = [Passage.sample("brain scan"), .sample("scan pain")]
    let index = try SampleIndex.reader(of: [passages])
    var analyzer = Analyzer.standard()
    func earned(inherited: Range<Int>) throws -> [Bool] {
      let query = Query(
        "brain scan pain", analyzer: &analyzer, concepts: Thesaurus(),
        inherited: [InheritedWords(range: inherited, share: 0.5)])
      var signal = try #require(try ProximitySignal(query, index: index))
      return try passages.indices.map { try signal.bonus(for: PassageID($0)) != nil }
    }
    #expect(try earned(inherited: 0..<5) == [true, true])
    #expect(try earned(inherited: 0..<10) == [false, true])
    #expect(try earned(inherited: 0..<15) == [true, true])
  }

  @Test(arguments: 0..<4 as Range<UInt64>)
  func `bonuses are those of naive positions`(seed: UInt64) throws {
    let corpus = RandomCorpus(seed: seed, passages: 60)
    let index = try corpus.index()
    let oracle = corpus.oracle
    var generator = SeededGenerator(seed: seed + 300)
    for _ in 0..<5 {
      let question = SearcherTests.question(using: &generator)
      let query = SearcherTests.query(question)
      guard var signal = try ProximitySignal(query, index: index) else { continue }
      let words = question.map { RandomCorpus.words[$0] }
      let pairs = zip(words, words.dropFirst()).filter { $0 != $1 }
      for ordinal in corpus.passages.indices {
        var (sum, total): (Double, Double) = (0, 0)
        for (one, other) in pairs {
          let rarity = [one, other].map { Self.rarity(of: $0, oracle, corpus.passages.count) }
          total += rarity.min() ?? 0
          sum +=
            (rarity.min() ?? 0) * Self.closeness(oracle[one]?[ordinal], oracle[other]?[ordinal])
        }
        let share = Double(try signal.bonus(for: PassageID(ordinal))?.share ?? 0)
        let expected = Double(ProximitySignal.weight) * sum / total
        #expect(abs(share - expected) < 1e-5, "seed \(seed), \(words), passage \(ordinal)")
      }
    }
  }

  private typealias Positions = [Field: [Int]]

  private static func rarity(
    of term: String, _ oracle: [String: [Int: Positions]], _ count: Int
  ) -> Double {
    guard let n = oracle[term]?.count else { return 0 }
    return log(1 + (Double(count - n) + 0.5) / (Double(n) + 0.5))
  }

  private static func closeness(_ one: Positions?, _ other: Positions?) -> Double {
    let distances = Field.allCases.flatMap { field in
      (one?[field] ?? []).flatMap { left in (other?[field] ?? []).map { abs(left - $0) } }
    }
    guard let least = distances.min() else { return 0 }
    return least <= 2 ? 1 : least <= 5 ? 0.5 : 0
  }
}
