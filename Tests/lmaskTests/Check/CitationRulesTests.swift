import Testing

@Suite struct CitationRulesTests {
  @Test func `a key that the bibliography lacks is found in its line`() throws {
    let fixture = try CheckFixture()
    try fixture.replace(
      "rings and watches before the scan [@two]", with: "rings [@tow]", in: "scan.md")
    #expect(
      try fixture.findings() == [
        "\(fixture.place(of: "@tow", in: "scan.md")): citation-missing: \"@tow\" is not in "
          + "sources.json; add it there or correct the key"
      ])
  }

  @Test func `a key that a card or a number lacks is found at its record`() throws {
    let fixture = try CheckFixture()
    try fixture.replace("116 123", with: "116 123 [@four]", in: "urgent.txt")
    try fixture.replace("Stay with", with: "Stay [@five] with", in: "urgent.txt")
    #expect(
      try fixture.findings() == [
        "urgent.txt:1: citation-missing: \"@four\" is not in sources.json; add it there or "
          + "correct the key",
        "\(fixture.place(of: "sign: fit", in: "urgent.txt")): citation-missing: \"@five\" is not "
          + "in sources.json; add it there or correct the key",
      ])
  }

  @Test func `a source that nothing cites is found at its id`() throws {
    let fixture = try CheckFixture()
    try fixture.replace("[@three]", with: "[@one]", in: "urgent.txt")
    #expect(
      try fixture.findings() == [
        "\(fixture.place(of: "\"three\"", in: "sources.json")): source-unused: nothing cites "
          + "\"three\"; cite it or remove it"
      ])
  }

  /// What is put in place of what, and how the sentence then begins.
  @Test(
    arguments: [
      ("scan.md", "hurt, says one page [@one; @two].", "hurt.", "It takes about 40 minutes"),
      ("drugs.md", "4 a day [@one]", "4 a day", "dexamethasone, 4 a day"),
      ("scan.md", "HER2 is no", "A 2 is no", "A 2 is no part of it."),
      ("scan.md", "HER2 is no", "So 50% is no", "So 50% is no part of it."),
      ("scan.md", "HER2 is no", "Its (3) is no", "Its (3) is no part of it."),
      ("scan.md", "HER2 is no", "From 5–8 is no", "From 5–8 is no part of it."),
    ])
  func `a figure without a citation is found where its sentence begins`(
    file: String, old: String, new: String, sentence: String
  ) throws {
    let fixture = try CheckFixture()
    try fixture.replace(old, with: new, in: file)
    let findings = try fixture.findings()
    let place = try fixture.place(of: String(sentence.prefix(9)), in: file)
    #expect(findings.count == 1)
    let finding = "\(place): figure-uncited: a figure without a citation: \"\(sentence)"
    #expect(findings.first?.hasPrefix(finding) == true)
    #expect(findings.first?.hasSuffix("\"; say where it comes from") == true)
  }

  @Test func `a corpus without a bibliography need not cite`() throws {
    let fixture = try CheckFixture()
    try fixture.program.folder.write("", to: "Plain/empty.txt")
    try fixture.program.folder.write(
      "Tea has 2 parts.\n\n" + .words(26) + ", one [@nobody].\n", to: "Plain/tea.txt")
    let run = try fixture.check("--corpus", "Plain")
    #expect(run.output == "Plain: nothing to mend\n")
  }
}
