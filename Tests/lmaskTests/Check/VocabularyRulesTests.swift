import Testing

@testable import lmask

@Suite struct VocabularyRulesTests {
  @Test func `a concept that no passage speaks of is found at its name`() throws {
    let fixture = try CheckFixture()
    try fixture.replace(
      "steroid\n", with: "shunt\n  also: bypass\n\nsteroid\n", in: "thesaurus.txt")
    let place = try fixture.place(of: "shunt", in: "thesaurus.txt")
    #expect(
      try fixture.findings() == [
        "\(place): concept-unused: no passage speaks of \"shunt\" in any of its wordings; add a "
          + "wording or remove it"
      ])
  }

  @Test func `a wording whose guard no passage meets is not spoken of`() throws {
    let fixture = try CheckFixture()
    try fixture.replace(
      "steroid\n", with: "jewel\n  only: ring with finger\n\nsteroid\n", in: "thesaurus.txt")
    #expect(try fixture.findings().map { $0.contains("\"jewel\"") } == [true])
    try fixture.replace("with finger", with: "with watch", in: "thesaurus.txt")
    #expect(try fixture.findings() == [])
  }

  @Test func `a hard word without a meaning is found where it first stands`() throws {
    let fixture = try CheckFixture()
    try fixture.replace("HER2", with: "Encephalopathy", in: "scan.md")
    let place = try fixture.place(of: "Encephalopathy", in: "scan.md")
    #expect(
      try fixture.findings() == [
        "\(place): hard-word: \"Encephalopathy\" is a hard word; use a plainer one or give its "
          + "meaning in thesaurus.txt"
      ])
  }

  @Test func `a concept without a meaning explains nothing`() throws {
    let fixture = try CheckFixture()
    try fixture.replace(
      "  meaning: drugs that help the body fight cancer\n", with: "", in: "thesaurus.txt")
    let findings = try fixture.findings()
    #expect(findings.count == 1)
    #expect(findings.first?.contains("hard-word: \"immunotherapy\"") == true)
  }

  @Test(
    arguments: [
      ("scan", 1), ("brain", 1), ("tumour", 2), ("ventricle", 3), ("cancer", 2), ("needle", 2),
      ("hospital", 3), ("immunotherapy", 6), ("radiotherapy", 5), ("leptomeningeal", 5),
      ("encephalopathy", 6), ("weakened", 2), ("treated", 2), ("headache", 2), ("rhythm", 1),
      ("tv", 1), ("", 1), ("BRAIN", 1),
    ])
  func `syllables are counted by their vowels`(word: String, count: Int) {
    #expect(Syllables.count(in: word) == count)
  }
}
