import Testing

@Suite struct RankingSmokeTests {
  @Test func `the target builds`() { #expect(Bool(true)) }
}
