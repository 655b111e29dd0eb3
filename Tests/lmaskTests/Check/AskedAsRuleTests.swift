import Testing

@Suite struct AskedAsRuleTests {
  @Test func `a line that finds another passage first is found`() throws {
    let fixture = try CheckFixture()
    try fixture.replace("how is LM seen", with: "which drugs slow LM", in: "scan.md")
    let place = try fixture.place(of: "which drugs slow LM", in: "scan.md")
    #expect(
      try fixture.findings() == [
        "\(place): asked-as: \"which drugs slow LM\" finds \"Which drugs slow LM?\" first; "
          + "reword it"
      ])
  }

  @Test func `a passage that none of its own lines finds first is found at its heading`() throws {
    let fixture = try CheckFixture()
    try fixture.replace("what do I do before it", with: "which drugs slow LM", in: "scan.md")
    let heading = try fixture.place(of: "## What happens before", in: "scan.md")
    let line = try fixture.place(of: "which drugs slow LM", in: "scan.md")
    #expect(
      try fixture.findings() == [
        "\(heading): asked-as: no wording of its own finds this passage first; add one",
        "\(line): asked-as: \"which drugs slow LM\" finds \"Which drugs slow LM?\" first; "
          + "reword it",
      ])
  }

  @Test func `a line of little words only finds nothing`() throws {
    let fixture = try CheckFixture()
    try fixture.replace("how is LM seen", with: "what is it", in: "scan.md")
    let place = try fixture.place(of: "what is it", in: "scan.md")
    #expect(
      try fixture.findings() == ["\(place): asked-as: \"what is it\" finds nothing; reword it"])
  }
}
