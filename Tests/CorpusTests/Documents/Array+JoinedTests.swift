import Testing

@testable import Corpus

@Suite struct ArrayJoinedTests {
  @Test(
    arguments: [
      ([], ""), (["a"], "a"), (["a", "b"], "a, b"), (["", ""], ", "), (["ä", "", "c"], "ä, , c"),
    ] as [([String], String)])
  func `texts stand one after another with another between them`(
    texts: [String], expected: String
  ) {
    #expect(texts.joined(separator: ", ") == expected)
    #expect(texts.joined() == expected.replacing(", ", with: ""))
  }
}
