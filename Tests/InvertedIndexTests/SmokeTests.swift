import Testing

@Suite struct InvertedIndexSmokeTests {
  @Test func `the target builds`() { #expect(Bool(true)) }
}
