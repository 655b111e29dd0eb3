import Corpus
import InvertedIndex
import Search
import TestSupport
import Testing

@testable import Answering

@Suite struct StaleNoticeTests {
  private static let passages: [Passage] = [
    .sample("A shunt drains fluid.", path: "a.md", title: "Shunts"),
    .sample("A shunt may block.", path: "a.md", title: "Shunts"),
  ]

  private func notices(
    reviewBy: String?, today: String?, question: String = "shunt"
  ) throws -> [Notice] {
    var frontMatter = FrontMatter()
    frontMatter.reviewBy = try reviewBy.map { try #require(CalendarDate($0)) }
    let index = try SampleIndex.reader(of: [Self.passages], frontMatter: frontMatter)
    var answerer = Answerer(
      Searcher(index), today: try today.map { try #require(CalendarDate($0)) })
    return try answerer.answer(question, limit: 3).notices
  }

  @Test func `a document whose review is overdue is named once, however often it is shown`() throws
  {
    #expect(
      try notices(reviewBy: "2000-01-01", today: "2026-03-04") == [
        Notice(
          kind: "stale", id: "a.md", title: "Due for review since 2000-01-01",
          text: "Shunts (a.md) may be out of date; check it with your team.")
      ])
  }

  @Test(
    arguments: [
      (nil, "2026-03-04"), ("2026-03-04", "2026-03-04"), ("2026-03-05", "2026-03-04"),
      ("2000-01-01", nil),
    ] as [(String?, String?)])
  func `one that is not yet due, has no date, or is read on no known day is not`(
    reviewBy: String?, today: String?
  ) throws {
    #expect(try notices(reviewBy: reviewBy, today: today).isEmpty)
  }

  @Test func `a question that is declined names none`() throws {
    #expect(try notices(reviewBy: "2000-01-01", today: "2026-03-04", question: "zebra").isEmpty)
  }
}
