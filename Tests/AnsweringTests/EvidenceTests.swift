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

  private func evidence(_ question: String, thesaurus: String = "") throws -> Evidence {
    var analyzer = Analyzer.standard()
    let source = SourceText(path: "thesaurus.txt", bytes: Array(thesaurus.utf8))
    let concepts = try Thesaurus(source, analyzer: &analyzer)
    let searcher = Searcher(try SampleIndex.reader(of: [Self.passages], thesaurus: concepts))
    let query = try Query(question, analyzer: &analyzer, concepts: searcher.index.concepts)
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

  @Test func `what the thesaurus says the corpus does not tell of is not covered`() throws {
    var analyzer = Analyzer.standard()
    let entries = "aeroplane\n  also: plane\n  absent: yes\n\ntrain\n  absent: yes\n"
    let concepts = try Thesaurus(
      SourceText(path: "thesaurus.txt", bytes: Array(entries.utf8)), analyzer: &analyzer)
    let searcher = Searcher(try SampleIndex.reader(of: [Self.passages], thesaurus: concepts))
    func verdict(_ question: String) throws -> Verdict {
      let query = Query(question, analyzer: &analyzer, concepts: concepts)
      return try Evidence(query, best: PassageID(0), searcher: searcher).verdict
    }
    #expect(try verdict("may I travel with an implant?") == .answered)
    #expect(try verdict("may I travel with an implant by plane?") == .declined(.notCovered))
    // The passage found tells of it after all.
    #expect(try verdict("may I travel with an implant by train?") == .answered)
  }

  @Test func `a common word alone does not carry a question of rare ones`() throws {
    #expect(try evidence("pain in a submarine").verdict == .declined(.offTopic))
  }

  @Test func `three unknown words and more than half of all are foreign, whatever else is held`()
    throws
  {
    let foreign = try evidence("wie implant geht krank")
    #expect(foreign.isForeign)
    #expect(foreign.verdict == .declined(.offTopic))
    #expect(try !evidence("implant travel people krank geht wie").isForeign)
    #expect(try !evidence("implant wie geht").isForeign)
    // Words of everyday talk are English.
    #expect(try !evidence("my daughter told me yesterday implant wie geht krank").isForeign)
  }

  @Test func `what is known to be absent is not covered, unless the passage speaks of it`() throws {
    let thesaurus = "price\n  also: cost\n  absent: yes\n\ntrain\n  absent: yes\n"
    let question = "may people with an implant travel at no cost?"
    #expect(try evidence(question, thesaurus: thesaurus).verdict == .declined(.notCovered))
    #expect(try evidence(question, thesaurus: thesaurus).asksForAbsent)
    #expect(try !evidence("travel by train with an implant", thesaurus: thesaurus).asksForAbsent)
    #expect(try !evidence(question).asksForAbsent)
  }

  @Test func `in a handful of passages nothing that matches is declined`() throws {
    let searcher = Searcher(try SampleIndex.reader(of: [[.sample("Rest helps pain.")]]))
    var analyzer = Analyzer.standard()
    let query = Query("pain in a submarine or spaceship", analyzer: &analyzer)
    let evidence = try Evidence(query, best: PassageID(0), searcher: searcher)
    #expect(evidence.verdict == .uncertain(.offTopic))
  }
}
