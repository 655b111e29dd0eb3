import Answering
import Corpus
import Foundation
import Search
import TestSupport
import Testing

@testable import InvertedIndex
@testable import lmask

/// What the program does with a damaged index, from opening to the printed answer.
@Suite struct DamagedIndexTests {
  private static let questions = ["how is LM diagnosed? fly", "does a lumbar puncture hrut"]

  private static func smallIndex() throws -> [UInt8] {
    try SmallCorpus.indexedProgram().folder.bytes(of: "Index/lmask.index")
  }

  /// The printed answers, or the sentence that tells of the damage.
  private static func answers(_ bytes: [UInt8]) -> Result<String, IndexError> {
    Result { () throws(IndexError) in
      let index = try IndexReader(path: "damaged.index", bytes: bytes)
      var text = ""
      for ranker in [Ranker.bm25, .tfidf] {
        var answerer = Answerer(Searcher(index, ranker: ranker))
        for question in questions {
          text += JSONPrinter().line(try answerer.answer(question, limit: 3, explains: true))
        }
      }
      return text
    }
  }

  @Test func `every cut of an index is told of`() throws {
    let bytes = try Self.smallIndex()
    for length in bytes.indices {
      guard case .failure = Self.answers(Array(bytes[..<length])) else {
        Issue.record("\(length) bytes are taken for an index")
        continue
      }
    }
  }

  /// Opening a small index compares every byte with a hash, so a damaged one can tell no other
  /// answers than a whole one.
  @Test func `every changed byte of an index is told of`() throws {
    let bytes = try Self.smallIndex()
    try #require(bytes.count <= IndexFormat.mostCheckedAtOpening)
    for place in bytes.indices {
      for bits: UInt8 in [0x01, 0x80, 0xFF] {
        var damaged = bytes
        damaged[place] ^= bits
        guard case .failure = Self.answers(damaged) else {
          Issue.record("byte \(place) is changed and nobody knows")
          continue
        }
      }
    }
  }

  /// What a larger index may hold, whose sections nobody compares with their hashes.
  ///
  /// One other value a byte; `Fuzzing/run index` tries many.
  @Test func `a changed byte under right hashes is told of or leaves an answer, never a trap`()
    throws
  {
    let bytes = try Self.smallIndex()
    let places = Array(IndexFormat.headerSize..<bytes.count)
    let outcomes = Workers.map(tasks: places.count) { task in
      var damaged = bytes
      damaged[places[task]] ^= [0x01, 0x80, 0xFF, 0x10][task % 4]
      return Self.answers(SampleIndex.rehashed(damaged, at: places[task]))
    }
    let told = outcomes.count { if case .failure = $0 { true } else { false } }
    #expect(told > places.count / 10 && told < places.count)
  }
}
