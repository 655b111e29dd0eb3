import Testing

@Suite struct LinkBrokenRuleTests {
  @Test(
    arguments: [
      "drug.md", "drugs.md#drug", "#foundd", "more/drug.md", "../drugs.md#nothing", "#", "",
      "sources.json",
    ])
  func `a link that leads nowhere is found in its block's line`(target: String) throws {
    let fixture = try CheckFixture()
    try fixture.replace("HER2", with: "[Cells](\(target))", in: "scan.md")
    // A paragraph's links have no line of their own.
    let place = try fixture.place(of: "Doctors look", in: "scan.md")
    #expect(
      try fixture.findings() == [
        "\(place): link-broken: the link to \"\(target)\" leads nowhere; correct or remove it"
      ])
  }

  @Test(
    arguments: [
      "#found", "#before", "scan.md", "./drugs.md", "more/drugs.md#names", "more/../drugs.md#drugs",
      "http://example.org/#x", "tel:999",
    ])
  func `a link that leads somewhere is not`(target: String) throws {
    let fixture = try CheckFixture()
    try fixture.replace("HER2", with: "[Cells](\(target))", in: "scan.md")
    #expect(try fixture.findings() == [])
  }
}
