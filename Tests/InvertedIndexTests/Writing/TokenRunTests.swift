import TestSupport
import Testing

@testable import InvertedIndex

@Suite struct TokenRunTests {
  /// Lists of random tokens; the positions count the tokens, so that each place says where it was.
  private static func lists(seed: UInt64, terms: UInt32) -> (lists: [TokenList], first: [Int]) {
    var generator = SeededGenerator(seed: seed)
    var lists: [TokenList] = []
    var firstPassages: [Int] = []
    var passages = Int(seed)
    for _ in 0..<6 {
      var list = TokenList()
      firstPassages.append(passages)
      for passage in 0..<Int.random(in: 0...5, using: &generator) {
        let count = Int.random(in: 0...20, using: &generator)
        for position in 0..<count {
          list.terms.append(UInt32.random(in: 0..<terms, using: &generator))
          list.places.append(TokenPlace.encode(passage: passage, field: 1, position: position))
        }
        list.countOfPassage.append(UInt32(count))
        passages += 1
      }
      lists.append(list)
    }
    return (lists, firstPassages)
  }

  private static func places(of term: Int, in run: TokenRun) -> [UInt64] {
    var places: [UInt64] = []
    run.append(placesOf: term, to: &places)
    return places
  }

  @Test(arguments: 0..<5 as Range<UInt64>)
  func `the places of a term come in the order of the corpus, wherever they lie`(
    seed: UInt64
  ) throws {
    let (lists, first) = Self.lists(seed: seed, terms: 12)
    var run = TokenRun(lists, firstPassages: first, termCount: 15)
    var expected = [[UInt64]](repeating: [], count: 15)
    for (list, first) in zip(lists, first) {
      for (term, place) in zip(list.terms, list.places) {
        expected[Int(term)].append(
          TokenPlace.encode(
            passage: TokenPlace.passage(of: place) + first, field: 1,
            position: Int(TokenPlace.position(of: place))))
      }
    }
    #expect(expected.allSatisfy { $0 == $0.sorted() })
    let folder = try TemporaryFolder()
    for step in ["in memory", "in a file", "read again"] {
      for (term, places) in expected.enumerated() {
        #expect(run.count(ofTerm: term) == places.count, "seed \(seed), \(step)")
        #expect(Self.places(of: term, in: run) == places, "seed \(seed), \(step)")
      }
      if step == "in memory" { run.spill(into: SpoolFolder(folder.path, mostInMemory: 1)) }
      run.forget()
    }
  }

  @Test func `places are added behind others`() {
    var list = TokenList()
    list.terms = [0]
    list.places = [5]
    let run = TokenRun([list], firstPassages: [0], termCount: 1)
    var places: [UInt64] = [1]
    run.append(placesOf: 0, to: &places)
    #expect(places == [1, 5])
  }

  @Test func `a term that came up later has no places`() {
    let run = TokenRun([], firstPassages: [], termCount: 2)
    for term in [0, 1, 2, 100] {
      #expect(run.count(ofTerm: term) == 0)
      #expect(Self.places(of: term, in: run).isEmpty)
    }
  }

  @Test func `without a folder nothing is put by`() {
    let (lists, first) = Self.lists(seed: 1, terms: 3)
    var run = TokenRun(lists, firstPassages: first, termCount: 3)
    let before = Self.places(of: 1, in: run)
    run.spill(into: nil)
    #expect(Self.places(of: 1, in: run) == before)
  }
}
