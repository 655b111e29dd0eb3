import Testing

@Suite struct lmaskSmokeTests {
  @Test func `the target builds`() { #expect(Bool(true)) }
}
