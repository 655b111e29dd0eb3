import Testing

@Suite struct AnsweringSmokeTests {
  @Test func `the target builds`() { #expect(Bool(true)) }
}
