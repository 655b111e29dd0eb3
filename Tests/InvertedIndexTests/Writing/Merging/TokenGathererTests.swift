import TestSupport
import Testing

@testable import InvertedIndex

@Suite struct TokenGathererTests {
  /// Tokens of some passages by several lexicons, and the same as plain values.
  private struct Sample {
    var lists: [(tokens: TokenList, lexicon: Int)] = []
    /// By passage: the terms of its tokens.
    var terms: [[String]] = []
    /// By term: the places of its tokens.
    var places: [String: [UInt64]] = [:]
    /// By lexicon. The same terms have other numbers in each.
    let lexicons: [[String]]

    init(seed: UInt64) {
      var generator = SeededGenerator(seed: seed)
      let words = (0..<20).map { "w\($0)" }
      lexicons = (0..<3).map { _ in words.shuffled(using: &generator) }
      for _ in 0..<8 {
        let lexicon = Int.random(in: 0..<3, using: &generator)
        var list = TokenList()
        for passage in 0..<Int.random(in: 0...5, using: &generator) {
          let count = Int.random(in: 0...20, using: &generator)
          let numbers = (0..<count).map { _ in UInt32.random(in: 0..<20, using: &generator) }
          for (position, number) in numbers.enumerated() {
            let term = lexicons[lexicon][Int(number)]
            list.terms.append(number)
            list.places.append(
              TokenPlace.encode(passage: passage, field: 1, position: position))
            places[term, default: []].append(
              TokenPlace.encode(passage: terms.count, field: 1, position: position))
          }
          list.countOfPassage.append(UInt32(count))
          terms.append(numbers.map { lexicons[lexicon][Int($0)] })
        }
        lists.append((list, lexicon))
      }
    }

    func gathered(_ limits: BuildLimits) -> SealedRuns {
      var gatherer = TokenGatherer(folder: nil, limits: limits)
      for (number, lexicon) in lexicons.enumerated() {
        gatherer.learn(lexicon, ofLexicon: number)
      }
      for (tokens, lexicon) in lists { gatherer.append(tokens, ofLexicon: lexicon) }
      return gatherer.sealed()
    }
  }

  private static func terms(of run: TermRun, in runs: SealedRuns) -> [(term: String, count: Int)] {
    var reader = TallyReader(runs.tallies, run.tally)
    var terms: [(term: String, count: Int)] = []
    while reader.advance() {
      terms.append((String(decoding: reader.word, as: UTF8.self), reader.count))
    }
    return terms
  }

  @Test(arguments: 0..<5 as Range<UInt64>, [(1 << 20, 1 << 20), (30, 1 << 20), (1, 1), (1000, 5)])
  func `runs hold all tokens, by term and by passage`(
    seed: UInt64, limit: (tokens: Int, terms: Int)
  ) {
    var limits = BuildLimits()
    (limits.tokens, limits.terms) = limit
    let sample = Sample(seed: seed)
    let runs = sample.gathered(limits)
    #expect(runs.tokenCounts == sample.terms.map { UInt32($0.count) })
    var places: [String: [UInt64]] = [:]
    var (passage, token) = (0, 0)
    for run in runs.runs {
      let terms = Self.terms(of: run, in: runs)
      #expect(terms.map(\.term) == terms.map(\.term).sorted())
      #expect(run.termCount == terms.count)
      #expect(run.passages.lowerBound == passage && run.tokens.lowerBound == token)
      var next = run.tokens.lowerBound
      for (term, count) in terms {
        var ofTerm = [UInt64](repeating: 0, count: count)
        runs.places.read(numbersAt: next * 8, count: count, into: &ofTerm, at: 0)
        places[term, default: []] += ofTerm
        next += count
      }
      #expect(next == run.tokens.upperBound)
      for words in sample.terms[run.passages] {
        let numbers = words.indices.map {
          runs.terms.bytes((token + $0) * 4..<(token + $0 + 1) * 4)
        }
        #expect(numbers.map { terms[Int($0[0])].term } == words, "seed \(seed)")
        token += words.count
      }
      passage = run.passages.upperBound
    }
    #expect(passage == sample.terms.count)
    #expect(places == sample.places, "seed \(seed)")
  }

  @Test func `a run ends with the passage that fills it, and no later`() {
    var limits = BuildLimits()
    limits.tokens = 5
    var list = TokenList()
    list.countOfPassage = [2, 2, 2, 0, 9, 1]
    list.terms = [UInt32](repeating: 0, count: 16)
    list.places = [UInt64](repeating: 0, count: 16)
    var gatherer = TokenGatherer(folder: nil, limits: limits)
    gatherer.learn(["a"], ofLexicon: 0)
    gatherer.append(list, ofLexicon: 0)
    let runs = gatherer.sealed().runs
    #expect(runs.map(\.passages) == [0..<3, 3..<5, 5..<6])
  }

  @Test func `a lexicon that begins anew numbers other terms`() {
    var list = TokenList()
    (list.terms, list.places, list.countOfPassage) = ([0], [0], [1])
    var gatherer = TokenGatherer(folder: nil)
    for term in ["a", "b"] {
      gatherer.forget(lexicon: 0)
      gatherer.learn([term], ofLexicon: 0)
      gatherer.append(list, ofLexicon: 0)
    }
    let runs = gatherer.sealed()
    #expect(Self.terms(of: runs.runs[0], in: runs).map(\.term) == ["a", "b"])
  }

  @Test func `no passages are no runs, passages without tokens are one`() {
    var (empty, gatherer) = (TokenGatherer(folder: nil), TokenGatherer(folder: nil))
    let none = empty.sealed().runs
    #expect(none.isEmpty)
    var list = TokenList()
    list.countOfPassage = [0, 0]
    gatherer.append(list, ofLexicon: 3)
    let runs = gatherer.sealed().runs
    #expect(runs.map(\.passages) == [0..<2])
  }
}
