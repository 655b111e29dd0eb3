import TestSupport
import Testing

/// What the fields of an answer in JSON say, where it is more than that they are there.
@Suite struct JSONFieldsTests {
  @Test func `a correction names the word typed and the word used`() throws {
    let object = try object("is fatige common?")
    let corrections = try #require(object["corrections"] as? [[String: String]])
    #expect(corrections == [["typed": "fatige", "used": "fatigue"]])
    #expect(object["question"] as? String == "is fatige common?")
  }

  @Test func `a word that matched another is named with it`() throws {
    let program = try SmallCorpus.programWithThesaurus()
    let object = try #require(
      try program.run("--json", "what is a spinal tap?").objects.first)
    let results = try #require(object["results"] as? [[String: Any]])
    let matched = try #require(results.first?["matched"] as? [String])
    #expect(matched.contains("spinal tap = lumbar puncture"))
  }

  @Test func `no result has a score of zero, and ranks count from 1`() throws {
    for question in ["how is LM diagnosed?", "needle fly fatigue", "scan", "Zürich"] {
      let results = try object(question, "--limit", "1000")["results"] as? [[String: Any]] ?? []
      #expect(!results.isEmpty)
      #expect(results.allSatisfy { ($0["score"] as? Double ?? 0) > 0 })
      #expect(results.map { $0["rank"] as? Int } == (1...results.count).map { $0 })
    }
  }

  @Test func `a crisis is a notice of its own kind`() throws {
    let program = try SmallCorpus.program()
    try program.folder.write(
      """
      numbers: UK
      emergency: 999
      crisis: 116 123

      sign: despair
      kind: crisis
      title: Thoughts of ending it
      when: end it all
      card: You are not alone.
      call: {crisis}

      """, to: "Corpus/urgent.txt")
    let object = try #require(try program.run("--json", "I want to end it all").objects.first)
    let notices = try #require(object["notices"] as? [[String: String]])
    #expect(notices.map { $0["kind"] } == ["crisis"])
    #expect(notices.first?["id"] == "despair")
    #expect(notices.first?["text"]?.contains("116 123") == true)
  }

  @Test func `a question that is not covered points to what is nearest`() throws {
    let program = try SmallCorpus.program()
    try program.folder.write("price\n  also: cost\n  absent: yes\n", to: "Corpus/thesaurus.txt")
    let run = try program.run("--json", "what does an MRI scan cost?")
    let object = try #require(run.objects.first)
    #expect(run.status == 1)
    #expect(object["reason"] as? String == "not_covered")
    let nearest = try #require(object["nearest"] as? [[String: Any]])
    #expect(nearest.first?["document"] as? String == "diagnosis.md")
    #expect(nearest.first?["headings"] as? [String] == ["How is LM diagnosed?"])
  }

  private func object(_ question: String, _ options: String...) throws -> [String: Any] {
    let run = try SmallCorpus.indexedProgram().run(
      bytes: (["ask", "--json"] + options + [question]).map { Array($0.utf8) })
    return try #require(run.objects.first)
  }
}
