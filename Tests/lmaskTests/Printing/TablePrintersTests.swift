import TestSupport
import Testing

@Suite struct TablePrintersTests {
  @Test func `TSV has seven columns, one line a result and no header`() throws {
    let run = try SmallCorpus.indexedProgram().run("--format", "tsv", "thin needle fly")
    let rows = run.outputLines.map { $0.components(separatedBy: "\t") }
    #expect(rows.map(\.count) == [7, 7])
    #expect(rows.map { $0[0] } == ["thin needle fly", "thin needle fly"])
    #expect(rows.map { $0[1] } == ["1", "2"])
    #expect(
      Set(rows.map { $0[3...].joined(separator: "|") }) == [
        "diagnosis.md|5|9|The needle is thin [2].",
        "travel.md|5|5|Ask in the cafe\u{301} ✈️ before you fly to Zürich.",
      ])
    let scores = rows.compactMap { Double($0[2]) }
    #expect(scores.count == 2 && scores[0] >= scores[1] && scores[1] > 0)
  }

  @Test func `tabs and newlines in values become spaces`() throws {
    let program = try SmallCorpus.program()
    try program.folder.write("Walrus\twith\ntusks.\n", to: "Corpus/a\tb\nc.txt")
    let run = try program.run("--format", "tsv", "a\twalrus\n?")
    let rows = run.outputLines.map { $0.components(separatedBy: "\t") }
    #expect(rows.map(\.count) == [7])
    #expect(rows[0][0] == "a walrus ?")
    #expect(rows[0][3] == "a b c.txt")
    #expect(rows[0][6] == "Walrus with tusks.")
  }

  @Test func `a declined question gives no TSV line and ends with 1`() throws {
    let run = try SmallCorpus.indexedProgram().run("--format", "tsv", "zebra")
    #expect(run.output.isEmpty)
    #expect(run.status == 1)
  }

  @Test func `TREC ranks each document once, by its best passage`() throws {
    let program = try SmallCorpus.program()
    try program.folder.write(
      "# Walrus\n\n## One walrus\n\nA walrus.\n\n## Two\n\nA walrus.\n\n## Three\n\nwalrus walrus\n",
      to: "Corpus/many.md")
    try program.folder.write("A walrus and much else that is said here.\n", to: "Corpus/one.txt")
    let run = try program.run("--format", "trec", "--limit", "2", input: "q7\twalrus\n")
    let rows = run.outputLines.map { $0.components(separatedBy: " ") }
    #expect(rows.map(\.count) == [6, 6])
    #expect(rows.map { $0[0] } == ["q7", "q7"])
    #expect(rows.map { $0[1] } == ["Q0", "Q0"])
    #expect(rows.map { $0[2] } == ["many.md", "one.txt"])
    #expect(rows.map { $0[3] } == ["1", "2"])
    #expect(rows.map { $0[5] } == ["lmask", "lmask"])
    let top = try program.run("--json", "walrus").objects.first?["results"] as? [[String: Any]]
    let best = try #require(top?.first?["score"] as? Double)
    #expect(Double(rows[0][4]) == best)
  }

  @Test func `TREC takes its limit in documents`() throws {
    let program = try SmallCorpus.program()
    for number in 1...9 {
      try program.folder.write(
        "# W\n\n## A\n\nwalrus\n\n## B\n\nwalrus\n\n## C\n\nwalrus\n", to: "Corpus/w\(number).md")
    }
    for limit in [1, 4, 9, 1000] {
      let run = try program.run("--format", "trec", "--limit", "\(limit)", input: "1\twalrus\n")
      let documents = run.outputLines.map { $0.components(separatedBy: " ")[2] }
      #expect(Set(documents).count == documents.count)
      #expect(documents.count == min(limit, 9))
    }
  }

  @Test func `TREC numbers lines without an id and keeps white space out of names`() throws {
    let program = try SmallCorpus.program()
    try program.folder.write("walrus\n", to: "Corpus/a walrus.txt")
    let run = try program.run("--format", "trec", input: "zebra\nwalrus\nmy id\twalrus\n")
    #expect(run.outputLines.map { $0.components(separatedBy: " ")[0] } == ["2", "my_id"])
    #expect(run.outputLines.allSatisfy { $0.components(separatedBy: " ")[2] == "a_walrus.txt" })
  }
}
