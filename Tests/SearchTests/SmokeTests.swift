import Testing

@Suite struct SearchSmokeTests {
  @Test func `the target builds`() { #expect(Bool(true)) }
}
