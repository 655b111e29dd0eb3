import Testing

@testable import InvertedIndex

@Suite struct TFIDFWeightTests {
  @Test func `rarity is ln(1 + N over n)`() {
    #expect(abs(TFIDFWeight.idf(passageCount: 10, holding: 10) - 0.693147) < 1e-6)  // ln 2
    #expect(abs(TFIDFWeight.idf(passageCount: 9, holding: 1) - 2.302585) < 1e-6)  // ln 10
    #expect(TFIDFWeight.idf(passageCount: 10, holding: 0) == 0)
  }

  @Test func `frequency counts by its logarithm`() {
    #expect(TFIDFWeight.weight(frequency: 0, idf: 3) == 0)
    #expect(TFIDFWeight.weight(frequency: 1, idf: 3) == 3)
    // (1 + ln 10) · 2
    #expect(abs(TFIDFWeight.weight(frequency: 10, idf: 2) - 6.605170) < 1e-5)
  }
}
