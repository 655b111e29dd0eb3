import Testing

@Suite struct LengthRulesTests {
  /// The text of the one passage of `more/drugs.md`.
  func passage(in fixture: CheckFixture) throws -> String {
    let text = try fixture.text(of: "more/drugs.md")
    let start = try #require(text.firstRange(of: "Names of drugs")).lowerBound
    return String(text[start...])
  }

  @Test(arguments: [24, 25, 150, 151])
  func `a passage of fewer than 25 or more than 150 words is found at its heading`(
    count: Int
  ) throws {
    let fixture = try CheckFixture()
    let sentences = stride(from: 0, to: count, by: 25).map { start in
      String.words(min(25, count - start)).capitalized + "."
    }
    try fixture.replace(
      passage(in: fixture), with: sentences.joined(separator: "\n"), in: "more/drugs.md")
    let place = try fixture.place(of: "## Why are names hard?", in: "more/drugs.md")
    let expected = [
      24: ["\(place): passage-length: 24 words; say more or join it to another"],
      151: ["\(place): passage-length: 151 words; split it by question"],
    ]
    #expect(try fixture.findings() == expected[count, default: []])
  }

  @Test func `citations are no words`() throws {
    let fixture = try CheckFixture()
    let text = "\(String.words(24)) [@one; @two] [@three]."
    try fixture.replace(passage(in: fixture), with: text, in: "more/drugs.md")
    #expect(try fixture.findings().map { $0.contains(": 24 words;") } == [true])
  }

  @Test(arguments: [30, 31])
  func `a sentence of more than 30 words is found in its own line`(count: Int) throws {
    let fixture = try CheckFixture()
    let text = "Short.\nShort too [@one]. So\n\(String.words(count - 1)) [@one]. The end.\n"
    try fixture.replace(passage(in: fixture), with: text, in: "more/drugs.md")
    let place = try fixture.place(of: "Short too", in: "more/drugs.md")
    let finding =
      "\(place): sentence-length: a sentence of 31 words: \"So \(String.words(30).prefix(46))…\"; "
      + "cut it in two"
    #expect(try fixture.findings() == (count > 30 ? [finding] : []))
  }
}
