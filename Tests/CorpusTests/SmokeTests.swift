import Testing

@Suite struct CorpusSmokeTests {
  @Test func `the target builds`() { #expect(Bool(true)) }
}
