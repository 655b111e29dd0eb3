import Testing

@testable import Search

@Suite struct PatternTests {
  @Test(arguments: [
    (#"stage (4|four)\b"#, "counted as stage 4 cancer", true),
    (#"\b5-7 months"#, "about 5-7 months", true),
    (#"\b5-7 months"#, "about 15-7 months", false),
    (#"\b4\b"#, "4.", true),
    (#"\bL1\b"#, "(L1)", true),
    (#"\bL1\b"#, "L12", false),
  ])
  func `a digit is part of a word`(pattern: String, text: String, matches: Bool) throws {
    #expect(try Pattern(pattern).matches(text) == matches)
  }

  @Test(arguments: [
    (#"\bdon\b"#, "don't", true),
    (#"\b2\b"#, "2.4 months", true),
    (#"\bwell\b"#, "well-known", true),
    (#"\bnœud\b"#, "le nœud.", true),
    (#"\bfit\b"#, "benefit", false),
  ])
  func `a border stands wherever a word meets anything else`(
    pattern: String, text: String, matches: Bool
  ) throws {
    #expect(try Pattern(pattern).matches(text) == matches)
  }

  @Test func `case does not matter and a dot matches a line break`() throws {
    #expect(try Pattern("mri.*NEEDLE").matches("An MRI scan\nor a needle"))
  }

  @Test func `a malformed expression is an error`() {
    #expect(throws: (any Error).self) { try Pattern("(open") }
  }
}
