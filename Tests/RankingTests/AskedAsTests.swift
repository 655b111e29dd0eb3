import Answering
import Corpus
import InvertedIndex
import Search
import Testing

/// A passage must be found by the very questions it says it answers.
@Suite struct AskedAsTests {
  /// The known exceptions are listed so that a new one shows, and so does one that is gone.
  @Test func `a passage is among the first three for each of its own lines`() throws {
    let exceptions = try OwnLines(ShippedCorpus.index()).exceptions
    let complaint = try ShippedCorpus.golden("asked-as.txt").complaint(about: exceptions)
    if let complaint { Issue.record("\(complaint)") }
  }

  @Test func `nearly every line finds its passage first`() throws {
    let ranks = try OwnLines(ShippedCorpus.index()).rows.map(\.rank)
    let first = ranks.count { $0 == 1 }
    #expect(ranks.count >= 200)
    #expect(Double(first) / Double(ranks.count) >= 0.9, "\(first) of \(ranks.count)")
  }
}

/// Every heading and asked-as line, asked as a question.
private struct OwnLines {
  struct Row {
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

  /// The lines that do not find their passage among the first three, and the passages that no
  /// asked-as line of theirs finds first.
  var exceptions: String {
    let lines = rows.filter { ($0.rank ?? .max) > 3 }.map { row in
      "rank \(row.rank.map(String.init) ?? "none")  \(row.place)  \(row.line)"
    }
    let found = Set(rows.filter { $0.rank == 1 && !$0.isHeading }.map(\.place))
    let lost = Set(rows.map(\.place)).subtracting(found).sorted().map { "never first  \($0)" }
    return (lines + lost).map { $0 + "\n" }.joined()
  }
}
