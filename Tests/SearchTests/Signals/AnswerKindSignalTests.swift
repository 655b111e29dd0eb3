import Analysis
import Corpus
import InvertedIndex
import Testing
import TestSupport

@testable import Search

@Suite struct AnswerKindSignalTests {
  private let passages = [
    Passage.sample("It lasts 2 weeks."), .sample("It hurts because nerves are pressed."),
    .sample("Rest helps."),
  ]

  private func bonuses(for wanted: AnswerKinds) throws -> [Bonus?]? {
    let index = try SampleIndex.reader(of: [passages])
    guard let signal = AnswerKindSignal(wanted, index: index) else { return nil }
    return try passages.indices.map { try signal.bonus(for: PassageID($0)) }
  }

  @Test func `a passage that gives what is asked for earns the whole weight`() throws {
    let bonuses = try #require(try bonuses(for: .duration))
    #expect(bonuses.map { $0?.share } == [AnswerKindSignal.weight, nil, nil])
    #expect(bonuses[0]?.cause.reason == "it can tell how long, as asked")
  }

  @Test func `one of two kinds earns half`() throws {
    let bonuses = try #require(try bonuses(for: [.duration, .reason]))
    let half = AnswerKindSignal.weight / 2
    #expect(bonuses.map { $0?.share } == [half, half, nil])
    #expect(bonuses[1]?.cause.reason == "it can tell why, as asked")
  }

  @Test func `several kinds are named in one reason`() throws {
    let bonuses = try #require(try bonuses(for: [.duration, .amount]))
    #expect(bonuses[0]?.share == AnswerKindSignal.weight)
    #expect(bonuses[0]?.cause.reason == "it can tell how long, how many, as asked")
  }

  @Test func `a question that asks for no kind has no such signal`() throws {
    #expect(try bonuses(for: []) == nil)
  }
}
