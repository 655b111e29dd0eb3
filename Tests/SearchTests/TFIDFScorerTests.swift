import Analysis
import Corpus
import Search
import Testing
import TestSupport

@Suite struct TFIDFScorerTests {
  @Test func `a question of a passage's very words has the cosine 1`() throws {
    let index = try SampleIndex.reader(of: [[.sample("pain fever"), .sample("rash")]])
    var analyzer = Analyzer.standard()
    let hits = try Searcher(index, ranker: .tfidf).search(
      Query("pain and fever", analyzer: &analyzer), limit: 5)
    #expect(hits.map(\.passage) == [PassageID(0)])
    #expect(abs((hits.first?.score ?? 0) - 1) < 1e-6)
  }

  @Test func `a cosine worked out by hand`() throws {
    // Of two passages, pain is in both: idf ln 2. Fever and rash are in one: idf ln 3.
    let index = try SampleIndex.reader(of: [[.sample("pain pain fever"), .sample("pain rash")]])
    var analyzer = Analyzer.standard()
    let hits = try Searcher(index, ranker: .tfidf).search(
      Query("pain rash", analyzer: &analyzer), limit: 5)
    // Question (0.693147, 1.098612), length 1.299000; the second passage is the same vector.
    // First passage: pain (1 + ln 2) ln 2 = 1.173600, fever 1.098612: length 1.607572;
    // product 0.693147 · 1.173600 = 0.813478; cosine 0.813478 / (1.299000 · 1.607572) = 0.389553.
    #expect(hits.map(\.passage.ordinal) == [1, 0])
    #expect(abs(hits[0].score - 1) < 1e-5)
    #expect(abs(hits[1].score - 0.389553) < 1e-5)
  }
}
