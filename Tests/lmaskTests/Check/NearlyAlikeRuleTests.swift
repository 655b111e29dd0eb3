import Testing

@Suite struct NearlyAlikeRuleTests {
  /// A sentence, another, and what sets them apart.
  @Test(
    arguments: [
      ("The scan lasts 20 minutes for most people [@one].", "20", "30", true),
      ("The scan lasts 20 minutes for most people.", "20", "30", true),
      ("The scan does not hurt most people at all.", " not", "", true),
      ("The scan never hurts most people at all.", " never", "", true),
      ("The scan does not hurt most people at all.", "people", "persons", false),
      ("The scan lasts 20 minutes for most people [@one].", "20", "20", false),
      ("The scan lasts 20 minutes for most people [@one].", "minutes", "hours", false),
      ("Scans last 20 minutes each [@one].", "20", "30", false),
    ])
  func `sentences that differ only in a number or a negation are found`(
    sentence: String, old: String, new: String, isFound: Bool
  ) throws {
    let fixture = try CheckFixture()
    // Figures are cited, or another rule would speak.
    let isCited = sentence.contains("[@one]") || !sentence.contains("20")
    let other = sentence.replacing(old, with: new)
    try fixture.replace("Names of drugs", with: sentence + "\nNames of drugs", in: "more/drugs.md")
    try fixture.replace("The picture", with: other + " The picture", in: "scan.md")
    let first = try fixture.place(of: sentence, in: "more/drugs.md")
    let second = try fixture.place(of: other, in: "scan.md")
    let findings = try fixture.findings().filter { $0.contains(": nearly-alike: ") }
    let finding =
      "\(second): nearly-alike: nearly the same as \(first) but for a number or a negation: "
      + "\"\(other)\"; make sure that both hold"
    #expect(findings == (isFound ? [finding] : []))
    if isCited { #expect(try fixture.findings().count == findings.count) }
  }

  @Test func `sentences of different sources may differ`() throws {
    let fixture = try CheckFixture()
    // The clean fixture holds two; citing one source they would be a fault.
    try fixture.replace(
      "It takes about 20 minutes\nto get ready for it, and nobody is in a hurry [@two]",
      with: "It takes about 20 minutes\nto get ready for it, and nobody is in a hurry [@one]",
      in: "scan.md")
    let findings = try fixture.findings()
    #expect(findings.count == 1)
    let place = try fixture.place(of: "It takes about 20", in: "scan.md")
    #expect(findings.first?.hasPrefix("\(place): nearly-alike: ") == true)
  }
}
