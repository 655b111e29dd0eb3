import Corpus
import InvertedIndex
import Search
import Testing
import TestSupport

@Suite struct BM25ScorerTests {
  /// Ten passages, 20 words of titles, 40 of headings, none of asked-as, 500 of bodies.
  private func scorer() throws -> BM25Scorer {
    let passages = (0..<10).map { _ in
      Passage.sample(
        Array(repeating: "word", count: 50).joined(separator: " "), title: "title title",
        headings: ["heading heading heading heading"])
    }
    let index = try SampleIndex.reader(of: [passages])
    // Written out, so that tuning the defaults leaves the arithmetic below alone.
    var parameters = BM25Parameters()
    parameters.k1 = 1.2
    parameters.weights = FieldVector(0.6, 2.0, 1.6, 1.0)
    parameters.b = FieldVector(0.3, 0.5, 0.3, 0.75)
    return BM25Scorer(index.summary, parameters: parameters)
  }

  @Test func `rarity is ln(1 + (N - n + 0.5) over (n + 0.5)), above zero even for n = N`() throws {
    let scorer = try scorer()
    #expect(abs(scorer.rarity(holding: 1) - 1.992430) < 1e-5)  // ln(1 + 9.5/1.5) = ln 7.333333
    #expect(abs(scorer.rarity(holding: 3) - 1.145132) < 1e-5)  // ln(1 + 7.5/3.5) = ln 3.142857
    #expect(abs(scorer.rarity(holding: 10) - 0.046520) < 1e-5)  // ln(1 + 0.5/10.5) = ln 1.047619
  }

  @Test func `fields are weighted, normalised, added up and saturated once`() throws {
    let posting = Posting(
      passage: PassageID(0), frequencies: FieldFrequencies(SIMD4(0, 1, 0, 3)))
    // Heading of mean length: 2 · 1 / (0.5 + 0.5 · 4/4) = 2.
    // Body twice the mean: 3 / (0.25 + 0.75 · 100/50) = 3 / 1.75 = 1.714286.
    // Together 3.714286; saturated 3.714286 · 2.2 / (3.714286 + 1.2) = 1.662791.
    let score = try scorer().score(
      of: posting, rarity: try scorer().rarity(holding: 3), lengths: FieldVector(2, 4, 0, 100))
    #expect(abs(score - 1.145132 * 1.662791) < 1e-4)
  }

  @Test func `a field that is empty everywhere does no harm`() throws {
    let posting = Posting(
      passage: PassageID(0), frequencies: FieldFrequencies(SIMD4(0, 0, 1, 0)))
    // The mean counts as 1: 1.6 / (0.7 + 0.3 · 1) = 1.6; saturated 1.6 · 2.2 / 2.8 = 1.257143.
    let score = try scorer().score(
      of: posting, rarity: try scorer().rarity(holding: 1), lengths: FieldVector(0, 0, 1, 0))
    #expect(abs(score - 1.992430 * 1.257143) < 1e-4)
  }

  @Test func `more occurrences score more, but never more than k1 + 1 times the rarity`() throws {
    let scorer = try scorer()
    var last: Float = 0
    for count: UInt32 in [1, 2, 5, 100, 1_000_000] {
      let posting = Posting(
        passage: PassageID(0), frequencies: FieldFrequencies(SIMD4(0, 0, 0, count)))
      let score = scorer.score(
        of: posting, rarity: scorer.rarity(holding: 1), lengths: FieldVector(0, 0, 0, 50))
      #expect(score > last)
      last = score
    }
    #expect(last < 2.2 * 1.992431)
  }
}
