import Testing

@Suite struct AnalysisSmokeTests {
  @Test func `the target builds`() { #expect(Bool(true)) }
}
