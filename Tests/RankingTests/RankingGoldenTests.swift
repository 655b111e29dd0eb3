import Search
import TestSupport
import Testing

@Suite struct RankingGoldenTests {
  @Test func `the measures by style are those of the golden`() throws {
    let run = try RankingRun.shared(.bm25)
    let complaint = try ShippedCorpus.golden("stats.txt").complaint(about: run.stats)
    if let complaint { Issue.record("\(complaint)") }
  }

  @Test func `every question has the results of the golden`() throws {
    let run = try RankingRun.shared(.bm25)
    let complaint = try ShippedCorpus.golden("results.txt").complaint(about: run.results)
    if let complaint { Issue.record("\(complaint)") }
  }

  @Test func `two builds and two runs give the same text`() throws {
    #expect(try ShippedCorpus.indexBytes() == ShippedCorpus.indexBytes())
    let again = try RankingRun(ShippedCorpus.makeIndex())
    let first = try RankingRun.shared(.bm25)
    #expect(LineDifference(from: first.results, to: again.results).lines == [])
    #expect(first.stats == again.stats)
  }
}
