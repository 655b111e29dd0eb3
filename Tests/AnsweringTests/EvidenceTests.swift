import Analysis
import Corpus
import InvertedIndex
import Search
import Testing
import TestSupport

@testable import Answering

@Suite struct EvidenceTests {
  /// One passage about flying with an implant, among enough others for rarity to mean something.
  private static let passages: [Passage] =
    [
      .sample(
        "People with an implant may travel by train.", headings: ["May I travel with an implant?"])
    ]
    + (1...30).map { number in
      .sample(
        "Passage \(number) speaks of pain and rest.", headings: ["What helps pain \(number)?"])
    }

  private func evidence(_ question: String) throws -> Evidence {
    let searcher = Searcher(try SampleIndex.reader(of: [Self.passages]))
    var analyzer = Analyzer.standard()
    let query = Query(question, analyzer: &analyzer)
    let best = try #require(try searcher.search(query, limit: 1).first)
    return try Evidence(query, best: best.passage, searcher: searcher)
  }

  @Test func `a question whose every telling word is held is answered`() throws {
    let evidence = try evidence("may people with an implant travel?")
    #expect(evidence.coverage == 1)
    #expect(!evidence.lacksWord)
    #expect(evidence.verdict == .answered)
  }

  @Test func `words of everyday talk that are missing hardly count`() throws {
    let evidence = try evidence("my husband told me yesterday to travel with an implant")
    #expect(evidence.coverage > 0.7)
    #expect(!evidence.lacksWord)
    #expect(evidence.verdict == .answered)
  }

  @Test func `a telling word that no passage holds makes the answer doubtful`() throws {
    let evidence = try evidence("travel with an implant by submarine, spaceship")
    #expect(evidence.lacksWord)
    #expect(evidence.verdict == .uncertain(.offTopic))
  }

  @Test func `words of an earlier question prove little`() throws {
    let searcher = Searcher(try SampleIndex.reader(of: [Self.passages]))
    var analyzer = Analyzer.standard()
    func evidence(share: Float) throws -> Evidence {
      let query = Query(
        "implant submarine", analyzer: &analyzer, concepts: Thesaurus(),
        inherited: [InheritedWords(range: 0..<7, share: share)])
      return try Evidence(query, best: PassageID(0), searcher: searcher)
    }
    #expect(try evidence(share: 0.2).coverage < evidence(share: 1).coverage)
    #expect(try evidence(share: 0.2).verdict.isDeclined)
  }

  @Test func `a common word alone does not carry a question of rare ones`() throws {
    #expect(try evidence("pain in a submarine").verdict == .declined(.offTopic))
  }

  @Test func `in a handful of passages nothing that matches is declined`() throws {
    let searcher = Searcher(try SampleIndex.reader(of: [[.sample("Rest helps pain.")]]))
    var analyzer = Analyzer.standard()
    let query = Query("pain in a submarine or spaceship", analyzer: &analyzer)
    let evidence = try Evidence(query, best: PassageID(0), searcher: searcher)
    #expect(evidence.verdict == .uncertain(.offTopic))
  }
}
