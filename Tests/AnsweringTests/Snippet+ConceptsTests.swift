import Analysis
import Corpus
import InvertedIndex
import Search
import TestSupport
import Testing

@testable import Answering

@Suite struct SnippetConceptsTests {
  static let thesaurus = """
    lumbar puncture
      also: spinal tap
      only: tap with back

    proton therapy
      also: proton beam therapy

    proton

    chemotherapy
      also: chemo

    """

  /// The first passage's snippet for a question, as words.
  func snippet(
    _ question: String, of text: String
  ) throws -> (highlights: [String], matched: [String], unmatched: [String], best: String) {
    var analyzer = Analyzer.standard()
    let thesaurus = try Thesaurus(
      SourceText(path: "thesaurus.txt", bytes: Array(Self.thesaurus.utf8)), analyzer: &analyzer)
    let folder = try TemporaryFolder()
    try folder.write(text, to: "a.txt")
    let reader = CorpusReader(root: folder.path)
    let file = try #require(try reader.listing().documents.first)
    let contents = try reader.contents(of: file, citing: nil)
    var writer = IndexWriter(analyzer: .standard(), thesaurus: thesaurus)
    writer.add(
      path: file.path, title: contents.title, frontMatter: contents.frontMatter,
      passages: contents.passages)
    let index = try IndexReader(path: folder.write(writer.finish().bytes, to: "a.index"))
    var answerer = Answerer(Searcher(index))
    let answer = try answerer.answer(question, limit: 1)
    let result = try #require(answer.results.first)
    let words = result.snippet.highlights.map(result.passage.text.slice)
    let best = result.passage.text.slice(result.snippet.best)
    return (words, result.snippet.matched, answer.unmatched, best)
  }

  @Test(
    arguments: [
      (
        "a tap in the back", "Doctors do a lumbar puncture at the back.",
        ["lumbar puncture", "back"], ["tap = lumbar puncture"]
      ),
      (
        "spinal tap", "A spinal tap is a lumbar puncture.", ["spinal tap", "lumbar puncture"], []
      ),
      ("spinal taps", "A Spinal Tap it is.", ["Spinal Tap"], ["spinal taps = spinal tap"]),
      ("chemo", "Chemotherapy, then chemo.", ["Chemotherapy", "chemo"], []),
      ("chemo", "Chemotherapy it is.", ["Chemotherapy"], ["chemo = chemotherapy"]),
      ("proton", "Proton beam therapy helps.", ["Proton"], []),
      (
        "proton beam therapy", "Proton therapy helps.", ["Proton therapy"],
        ["proton beam therapy = proton therapy"]
      ),
    ] as [(String, String, [String], [String])])
  func `wordings of a concept are highlighted and named`(
    question: String, text: String, highlights: [String], matched: [String]
  ) throws {
    let snippet = try snippet(question, of: text)
    #expect(snippet.highlights == highlights)
    #expect(snippet.matched == matched)
    #expect(snippet.unmatched == [])
  }

  @Test func `highlights never overlap and stand in order`() throws {
    let snippet = try snippet(
      "proton proton therapy chemo", of: "Chemo, proton beam therapy, a proton and proton therapy.")
    #expect(snippet.highlights == ["Chemo", "proton beam therapy", "proton", "proton therapy"])
  }

  @Test func `the sentence that speaks of the concept is the best`() throws {
    let snippet = try snippet(
      "tap in the back", of: "The back is numb. A lumbar puncture at the back follows. It is over.")
    #expect(snippet.best == "A lumbar puncture at the back follows.")
  }

  @Test func `what no wording covers is unmatched, as typed`() throws {
    let snippet = try snippet("chemo on a Spinal Tap", of: "Chemotherapy is given.")
    #expect(snippet.unmatched == ["Spinal Tap"])
  }
}
