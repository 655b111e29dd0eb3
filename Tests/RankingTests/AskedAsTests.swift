import Answering
import Corpus
import InvertedIndex
import Search
import Testing

/// A passage must be found by the very questions it says it answers.
@Suite struct AskedAsTests {
  @Test func `a passage is among the first three for each of its own lines`() throws {
    for row in try OwnLines.shared().rows where (row.rank ?? .max) > 3 {
      Issue.record("rank \(row.rank.map(String.init) ?? "none"): \(row.place): \(row.line)")
    }
  }

  @Test func `a passage is the first for at least one of its asked-as lines`() throws {
    let rows = try OwnLines.shared().rows
    let found = Set(rows.filter { $0.rank == 1 && !$0.isHeading }.map(\.place))
    #expect(Set(rows.map(\.place)).subtracting(found) == [])
  }

  @Test func `nearly every line finds its passage first`() throws {
    let ranks = try OwnLines.shared().rows.map(\.rank)
    let first = ranks.count { $0 == 1 }
    #expect(ranks.count >= 400)
    #expect(Double(first) / Double(ranks.count) >= 0.9, "\(first) of \(ranks.count)")
  }
}

/// Every heading and asked-as line, asked as a question.
private struct OwnLines: Sendable {
  struct Row: Sendable {
    let place: String
    let line: String
    let isHeading: Bool
    /// The rank of the line's own passage, ties counted at their worst; nil below the tenth.
    let rank: Int?
  }

  let rows: [Row]

  init(_ index: IndexReader) throws {
    var answerer = Answerer(Searcher(index))
    var rows: [Row] = []
    for (id, passage) in try ShippedCorpus.passages(of: index) {
      let headings = passage.headings.suffix(1)
      for (number, line) in (headings + passage.askedAs).enumerated() {
        let hits = try answerer.hits(for: line, limit: 10)
        let own = hits.first { $0.passage == id }
        let rank = own.map { own in hits.count { $0.score >= own.score } }
        let isHeading = number < headings.count
        rows.append(Row(place: passage.place, line: line, isHeading: isHeading, rank: rank))
      }
    }
    self.rows = rows
  }

  static func shared() throws -> OwnLines { try result.get() }

  private static let result = Result { try OwnLines(ShippedCorpus.index()) }
}
