import Testing

@Suite struct ReviewOverdueRuleTests {
  @Test(arguments: [("2026-06-01", false), ("2026-06-02", true), ("2031-01-01", true)])
  func `a review is overdue from the day after it was due`(today: String, isFound: Bool) throws {
    let fixture = try CheckFixture()
    let arguments = ["check", "--quiet", "--today", today]
    let run = try fixture.program.run(bytes: arguments.map { Array($0.utf8) })
    let finding =
      "scan.md:1: review-overdue: was to be compared with its sources by 2026-06-01; do it and "
      + "change the dates"
    #expect(run.outputLines == (isFound ? [finding] : ["Corpus: nothing to mend"]))
  }
}
