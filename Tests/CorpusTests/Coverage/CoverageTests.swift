import Corpus
import Foundation
import TestSupport
import Testing

/// Every fact that the corpus was written from is told in the passage that the table names.
///
/// A row: the fact's id, the document, the anchor of the passage, and the fact's figures.
@Suite struct CoverageTests {
  struct Row {
    let fact: String
    let document: String
    let anchor: String
    let figures: [String]
  }

  static func rows() throws -> [Row] {
    let path = Repository.testFile("CorpusTests/Coverage/coverage.tsv")
    let lines = try String(contentsOfFile: path, encoding: .utf8).split(separator: "\n")
    return try lines.dropFirst().map { line in
      let cells = line.split(separator: "\t", omittingEmptySubsequences: false).map(String.init)
      try #require(cells.count == 4, "\(line)")
      let figures = cells[3].components(separatedBy: "; ").filter { !$0.isEmpty }
      return Row(fact: cells[0], document: cells[1], anchor: cells[2], figures: figures)
    }
  }

  func passage(_ row: Row) throws -> Passage? {
    try ShippedCorpus.shared().passages.first {
      $0.source.path == row.document && $0.anchor == row.anchor
    }
  }

  @Test func `every fact stands in the table once`() throws {
    let expected = (1...266).map {
      "F" + String(repeating: "0", count: 3 - "\($0)".count) + "\($0)"
    }
    #expect(try Self.rows().map(\.fact) == expected)
  }

  @Test func `every fact has a passage`() throws {
    for row in try Self.rows() {
      #expect(try passage(row) != nil, "\(row.fact): \(row.document) #\(row.anchor)")
    }
  }

  @Test func `every figure of a fact stands in its passage`() throws {
    let rows = try Self.rows()
    #expect(rows.flatMap(\.figures).count > 100)
    for row in rows where !row.figures.isEmpty {
      let text = FigureText(try passage(row)?.words ?? "")
      for figure in row.figures {
        #expect(text.holds(figure: figure), "\(row.fact): \(figure): #\(row.anchor)")
      }
    }
  }

  @Test func `the misprinted figure is told as one, without a digit`() throws {
    let row = try #require(try Self.rows().first { $0.fact == "F030" })
    let passage = try #require(try passage(row))
    #expect(row.figures.isEmpty)
    #expect(passage.text.contains("misprint"))
    for text in [passage.words] + passage.headings + passage.askedAs {
      #expect(text.filter(\.isNumber) == "", "\(text)")
    }
  }
}
