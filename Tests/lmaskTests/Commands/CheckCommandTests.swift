import Foundation
import TestSupport
import Testing

@Suite struct CheckCommandTests {
  @Test func `a clean corpus has nothing to mend`() throws {
    let fixture = try CheckFixture()
    for strict in [[], ["--strict"]] {
      let arguments = ["check", "--quiet", "--today", CheckFixture.today] + strict
      let run = try fixture.program.run(bytes: arguments.map { Array($0.utf8) })
      #expect(run.output == "Corpus: nothing to mend\n")
      #expect(run.errors.isEmpty)
      #expect(run.status == 0)
    }
    let json = try fixture.check("--json", "--strict")
    #expect(json.output.isEmpty && json.status == 0)
  }

  @Test func `findings are lines sorted by place, and strict ends with 1`() throws {
    let fixture = try CheckFixture()
    try fixture.replace("HER2", with: "[Cells](nowhere.md)", in: "scan.md")
    try fixture.replace("4 a day [@one]", with: "4 a day", in: "drugs.md")
    let lines = try fixture.check().outputLines
    #expect(lines.map { $0.prefix { $0 != ":" } } == ["drugs.md", "scan.md"])
    #expect(try fixture.check().status == 0)
    let strict = try fixture.check("--strict")
    #expect(strict.outputLines == lines)
    #expect(strict.status == 1)
  }

  @Test func `with json every finding is one object a line`() throws {
    let fixture = try CheckFixture()
    try fixture.replace("HER2", with: "[Cells](\"a\u{1B}\".md)", in: "scan.md")
    try fixture.replace("4 a day [@one]", with: "4 a day", in: "drugs.md")
    let run = try fixture.check("--json")
    let keys = ["document", "line", "message", "rule"]
    let objects = try run.outputLines.map { line in
      try #require(
        try JSONSerialization.jsonObject(with: Data(line.utf8)) as? [String: any Sendable])
    }
    #expect(objects.map { $0.keys.sorted() } == Array(repeating: keys, count: 2))
    #expect(objects.first?["document"] as? String == "drugs.md")
    #expect(objects.first?["rule"] as? String == "figure-uncited")
    let place = try fixture.place(of: "4 a day", in: "drugs.md")
    #expect((objects.first?["line"] as? Int).map { "drugs.md:\($0)" } == place)
    #expect(try fixture.check("--json", "--strict").status == 1)
  }

  @Test func `an unknown citation key is told beside what else is wrong`() throws {
    let fixture = try CheckFixture()
    #expect(try fixture.findings() == [])
    try fixture.replace("[@one; @two]", with: "[@one; @tow]", in: "scan.md")
    try fixture.replace("4 a day [@one]", with: "4 a day", in: "drugs.md")
    let run = try fixture.check("--strict")
    #expect(run.status == 1)
    #expect(run.errors.isEmpty)
    let rules = run.outputLines.map { $0.components(separatedBy: ": ")[1] }
    #expect(rules == ["figure-uncited", "citation-missing"])
  }

  @Test func `the day defaults to today`() throws {
    let fixture = try CheckFixture()
    try fixture.replace("review-by: 2026-06-01", with: "review-by: 2001-01-01", in: "scan.md")
    let run = try fixture.program.run("check", "--quiet")
    #expect(run.outputLines.count == 1)
    #expect(
      run.output.contains("review-overdue: was to be compared with its sources by 2001-01-01"))
  }

  @Test(arguments: ["tomorrow", "2026-02-30", "01-02-2026", ""])
  func `a day that is none is bad usage`(today: String) throws {
    let run = try CheckFixture().program.run("check", "--today", today)
    #expect(run.status == 64)
    #expect(run.output.isEmpty)
    #expect(run.errors.contains("--today \(today) is not a date such as 2026-01-31."))
  }

  @Test func `a corpus that is malformed ends with 2`() throws {
    let fixture = try CheckFixture()
    try fixture.write("scan\n  alsoo: picture\n", to: "thesaurus.txt")
    let run = try fixture.check()
    #expect(run.status == 2)
    #expect(run.output.isEmpty)
    #expect(run.errors.hasPrefix("lmask: thesaurus.txt:2: \"alsoo: picture\" is none of also:"))
  }

  @Test func `the shipped corpus has nothing to mend`() throws {
    let program = try Program()
    let run = try program.run(
      "check", "--strict", "--quiet", "--corpus", Repository.corpus, "--index", "shipped.index",
      "--today", "2026-11-22")
    #expect(run.output == "\(Repository.corpus): nothing to mend\n")
    #expect(run.errors.isEmpty)
    #expect(run.status == 0)
  }
}
