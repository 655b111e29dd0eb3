import Testing

@testable import Corpus

@Suite struct CalendarDateTests {
  @Test(arguments: ["2026-01-31", "2024-02-29", "2000-02-29", "0001-12-31", "9999-04-30"])
  func `a day that exists reads back as it was written`(text: String) {
    #expect(CalendarDate(text)?.description == text)
  }

  @Test func `a day goes through its number and back`() {
    #expect(CalendarDate("2026-01-31")?.number == 20_260_131)
    #expect(CalendarDate(number: 20_260_131) == CalendarDate("2026-01-31"))
    #expect(CalendarDate(number: 101)?.description == "0000-01-01")
  }

  @Test(arguments: [0, -20_260_131, 20_260_230, 20_261_301, 20_260_100, 100_000_101, .max, .min])
  func `a number that is no day is none`(number: Int) {
    #expect(CalendarDate(number: number) == nil)
  }

  @Test(arguments: [
    "", "-", "--", "2026", "2026-01", "2026-1-31", "26-01-31", "2026-01-31-", "2026-01-31 ",
    "2026/01/31", "31-01-2026", "2026-00-10", "2026-13-01", "2026-01-00", "2026-01-32",
    "2026-02-29", "1900-02-29", "2026-04-31", "+026-01-31", "2026-+1-31", "２０２６-01-31",
    "2026–01–31", "January 2026", "2026-01-3a", "2026-01-31\0",
  ])
  func `anything else is no date`(text: String) {
    #expect(CalendarDate(text) == nil)
  }

  @Test func `dates are in the order of the calendar`() throws {
    let texts = ["2025-12-31", "2026-01-01", "2026-01-02", "2026-02-01", "2027-01-01"]
    let dates = try texts.map { try #require(CalendarDate($0)) }
    #expect(dates.reversed().sorted() == dates)
    #expect(!(dates[0] < dates[0]))
  }
}
