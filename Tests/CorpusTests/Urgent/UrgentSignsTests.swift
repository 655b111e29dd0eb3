import Testing

@testable import Corpus

@Suite struct UrgentSignsTests {
  func signs() throws -> UrgentSigns {
    let text = """
      numbers: UK
      emergency: 999 [@nhs]
      crisis: 116 123 [@help]

      sign: fit
      kind: urgent
      title: A fit [@never]
      when: a fit
      card: Stay
        [@utmb; @nhs].
      call: {emergency}

      """
    return try UrgentSigns(SourceText(path: "urgent.txt", bytes: Array(text.utf8)))
  }

  func bibliography(_ keys: String...) -> Bibliography {
    Bibliography(
      references: keys.map { Reference(key: $0, title: "", publisher: "", url: "", date: "") })
  }

  @Test func `cards and numbers cite, each with the line of its record`() throws {
    let texts = try signs().citingTexts
    #expect(texts.map(\.text) == ["Stay [@utmb; @nhs].", "999 [@nhs] 116 123 [@help]"])
    #expect(texts.map(\.line) == [5, 1])
  }

  @Test func `citations are looked up`() throws {
    let signs = try signs()
    try signs.checkCitations(path: "urgent.txt", in: bibliography("help", "nhs", "utmb"))
    try signs.checkCitations(path: "urgent.txt", in: nil)
    for (known, missing, line) in [
      (bibliography("nhs", "utmb"), "help", 1), (bibliography("nhs", "help"), "utmb", 5),
    ] {
      let error = #expect(throws: CorpusError.self) {
        try signs.checkCitations(path: "urgent.txt", in: known)
      }
      #expect(error == .citationUnknown(path: "urgent.txt", line: line, key: missing))
      #expect(
        error?.description
          == "urgent.txt:\(line): citation \"@\(missing)\" is not in sources.json; "
          + "add it there or correct the key")
    }
  }
}
