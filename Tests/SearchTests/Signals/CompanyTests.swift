import Analysis
import Corpus
import InvertedIndex
import Testing
import TestSupport

@testable import Search

@Suite struct CompanyTests {
  private func company(_ documents: [[String]]) throws -> Company {
    let passages = documents.enumerated().map { number, texts in
      texts.map { Passage.sample($0, path: "\(number).md") }
    }
    return Company(index: try SampleIndex.reader(of: passages, analyzer: Analyzer(filters: [])))
  }

  private func hits(_ scores: [Float]) -> [Hit] {
    scores.enumerated().map { Hit(passage: PassageID($0), score: $1) }
  }

  private func expectEqual(_ bonuses: [Float], _ expected: [Float], _ tolerance: Float = 1e-5) {
    #expect(bonuses.count == expected.count)
    for (bonus, value) in zip(bonuses, expected) {
      #expect(abs(bonus - value) <= tolerance, "\(bonuses), not \(expected)")
    }
  }

  // MARK: Documents

  @Test func `a passage is given a fifth of the mean of its document's three best others`() throws {
    let company = try company([["a", "b", "c", "d", "e"], ["f"], ["g", "h"]])
    // 5 stands beside 4, 3 and 2; a third of each missing other is lost.
    expectEqual(
      try company.documents(hits([5, 1, 3, 4, 2, 9, 6, 7])),
      [9, 12, 11, 10, 12, 0, 7, 6].map { $0 / 15 })
  }

  @Test func `equal scores are each other's company`() throws {
    let company = try company([["a", "b", "c", "d", "e"]])
    expectEqual(try company.documents(hits([3, 3])), [3, 3].map { $0 / 15 })
    expectEqual(try company.documents(hits([3, 3, 3, 3, 3])), [9, 9, 9, 9, 9].map { $0 / 15 })
  }

  @Test func `only passages found are company`() throws {
    let company = try company([["a", "b"], ["c"]])
    #expect(try company.documents([Hit(passage: PassageID(1), score: 4)]) == [0])
    #expect(try company.documents([]) == [])
  }

  // MARK: Feedback

  @Test func `a passage like the best is given the weight's share, one unlike nothing`() throws {
    let company = try company([["a b c", "a b c", "d e f"]])
    // The topic's length: {a b c} at 1 + 1, {d e f} at 0.001.
    let bonuses = try company.feedback(hits([10, 10, 0.01]))
    expectEqual(bonuses, [10, 10, 0].map { $0 * Company.weightOfFeedback }, 0.05)
    #expect(bonuses[2] > 0)
    #expect(bonuses[2] < 1e-4)
  }

  @Test func `the better an example, the more it says`() throws {
    let company = try company([["a", "b", "c c c a", "c c c b"]])
    let bonuses = try company.feedback(hits([10, 5, 1, 1]))
    #expect(bonuses[2] > bonuses[3])
  }

  @Test func `the sixth best is no example`() throws {
    // Were "e" an example, the sixth passage would be like it.
    let company = try company([["a", "a", "a", "a", "a", "e"]])
    let bonuses = try company.feedback(hits([6, 5, 4, 3, 2, 1]))
    #expect(bonuses[5] == 0)
    #expect(bonuses[..<5].allSatisfy { $0 > 0 })
    // Of equal scores the first in passage order are taken.
    #expect(try company.feedback(hits([1, 1, 1, 1, 1, 1]))[5] == 0)
  }

  @Test func `passages without a key term, or none at all, are given nothing`() throws {
    let company = try company([["", ""]])
    #expect(try company.feedback(hits([2, 1])) == [0, 0])
    #expect(try company.feedback([]) == [])
  }
}
