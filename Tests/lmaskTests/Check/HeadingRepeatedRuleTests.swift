import Testing

@Suite struct HeadingRepeatedRuleTests {
  @Test func `a heading that stands twice is found where it stands again`() throws {
    let fixture = try CheckFixture()
    try fixture.replace("Why are names hard?", with: "Which Drugs slow LM?", in: "more/drugs.md")
    let first = try fixture.place(of: "## Which drugs", in: "drugs.md")
    let again = try fixture.place(of: "## Which Drugs", in: "more/drugs.md")
    let finding =
      "\(again): heading-repeated: \"Which Drugs slow LM?\" also heads \(first); ask each only once"
    #expect(try fixture.findings() == [finding])
  }
}
