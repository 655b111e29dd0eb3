import Testing

@testable import lmask

@Suite struct AbsentToldRuleTests {
  private static let entry = "parking\n  also: car park\n  absent: yes\n\nsteroid\n"

  @Test func `what is marked absent and no passage tells of is well marked`() throws {
    let fixture = try CheckFixture()
    try fixture.replace("steroid\n", with: Self.entry, in: "thesaurus.txt")
    #expect(try fixture.findings() == [])
  }

  @Test func `without the mark the same entry is found unused`() throws {
    let fixture = try CheckFixture()
    try fixture.replace("steroid\n", with: Self.entry, in: "thesaurus.txt")
    try fixture.replace("  absent: yes\n", with: "", in: "thesaurus.txt")
    #expect(try fixture.findings().map { $0.contains("concept-unused") } == [true])
  }

  @Test func `a mention or two in passing leave the mark right`() throws {
    let fixture = try CheckFixture()
    try fixture.replace("steroid\n", with: Self.entry, in: "thesaurus.txt")
    try fixture.replace("take off their rings", with: "wait at the car park", in: "scan.md")
    try fixture.replace("before the scan [@two]", with: "after parking [@two]", in: "scan.md")
    #expect(try fixture.findings() == [])
  }

  @Test func `a passage that tells of it is named`() throws {
    let fixture = try CheckFixture()
    try fixture.replace("steroid\n", with: Self.entry, in: "thesaurus.txt")
    try fixture.replace("What happens before the scan?", with: "Where can we park?", in: "scan.md")
    try fixture.replace("what do I do before it", with: "parking at the scan", in: "scan.md")
    try fixture.replace("take off their rings", with: "wait at the car park", in: "scan.md")
    let place = try fixture.place(of: "parking", in: "thesaurus.txt")
    #expect(
      try fixture.findings() == [
        "\(place): absent-told: \"parking\" is marked absent, but \"Where can we park?\" in scan.md has "
          + "it 3 times; if it is told there, take the wording or the mark away"
      ])
  }
}
