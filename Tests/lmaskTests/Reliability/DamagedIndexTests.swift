import Answering
import Corpus
import Foundation
import InvertedIndex
import Search
import TestSupport
import Testing

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

  /// One other value a byte; `Fuzzing/run index` tries many, under right hashes.
  ///
  /// Opening compares no hash but the header's, so a changed letter may be shown; it is never a trap.
  @Test func `every changed byte is told of or leaves an answer`() throws {
    let bytes = try Self.smallIndex()
    let whole = try Self.answers(bytes).get()
    let outcomes = Workers.map(tasks: bytes.count) { place in
      var damaged = bytes
      damaged[place] ^= [0x01, 0x80, 0xFF, 0x10][place % 4]
      return Self.answers(damaged)
    }
    let told = outcomes.count { if case .failure = $0 { true } else { false } }
    let same = outcomes.count { if case .success(whole) = $0 { true } else { false } }
    print("\(bytes.count) bytes: \(told) told of, \(same) without effect")
    #expect(told > bytes.count / 4)
    #expect(told + same > bytes.count / 2)
  }
}
