import TestSupport
import Testing

/// Notices that are told in passing: a passage held back, a document due for review.
@Suite struct AsideTests {
  private static let shunts = """
    ---
    title: Shunts
    review-by: REVIEW
    ---

    ## What is a shunt for?

    A shunt drains fluid from the brain.

    ## Can a shunt become blocked?

    A shunt may become blocked.

    ## How long do people live with a shunt? {#survival .sensitive}

    <!-- asked as
    shunt life expectancy
    -->

    With a shunt, people lived for 4 months.

    """

  private func program(reviewBy: String = "2999-01-01") throws -> Program {
    let program = try Program()
    try program.folder.write(
      Self.shunts.replacing("REVIEW", with: reviewBy), to: "Corpus/shunts.md")
    try program.makeFolder("Index")
    _ = try program.run("index", "--quiet")
    return program
  }

  private static let offer =
    "Not shown unless you want it. To read it, ask: How long do people live with a shunt?"

  @Test func `a passage held back is offered in one quiet line below the answer`() throws {
    let run = try program().run("what is a shunt for?")
    #expect(run.status == 0)
    #expect(run.outputLines.first == "1. What is a shunt for?")
    #expect(run.outputLines.last == Self.offer)
    #expect(run.outputLines.dropLast().last?.isEmpty == true)
    #expect(!run.output.contains("!!"))
    #expect(!run.output.contains("4 months"))
  }

  @Test func `in JSON it is a notice and no result`() throws {
    let object = try #require(
      try program().run("--json", "what is a shunt for?").objects.first)
    #expect(object["status"] as? String == "answered")
    let notices = try #require(object["notices"] as? [[String: String]])
    #expect(
      notices == [
        [
          "kind": "sensitive", "id": "survival",
          "title": "How long do people live with a shunt?", "text": Self.offer,
        ]
      ])
    let results = try #require(object["results"] as? [[String: Any]])
    #expect(results.map { $0["rank"] as? Int } == [1, 2])
    #expect(
      results.allSatisfy { ($0["headings"] as? [String])?.last?.contains("live") == false })
  }

  @Test(arguments: [["--limit=1"], ["--limit=3"], ["--chat"], ["--format=tsv"]])
  func `a question that asks for it is shown it, whatever the options`(options: [String]) throws {
    let arguments = options + ["--", "how long do people live with a shunt?"]
    let run = try program().run(bytes: arguments.map { Array($0.utf8) })
    #expect(run.status == 0)
    #expect(run.outputLines.first?.contains("ow long do people live") == true)
    #expect(run.output.contains("4 months"))
    #expect(!run.output.contains("Not shown"))
  }

  @Test func `one result is the best of those that are not held back`() throws {
    let program = try program()
    for question in ["shunt", "can a shunt become blocked?", "tell me about shunts"] {
      let run = try program.run("--limit=1", "--", question)
      #expect(run.status == 0)
      #expect(!run.output.contains("4 months"), "\(question)")
    }
  }

  @Test func `what only a passage held back mentions is shown`() throws {
    let run = try program().run("months")
    #expect(run.status == 0)
    #expect(run.output.contains("4 months"))
    #expect(!run.output.contains("Not shown"))
  }

  @Test func `in a conversation it stays held back until it is asked for`() throws {
    let run = try program().run(
      "--chat", "--json", "--limit=2",
      input: "what is a shunt for?\ncan it become blocked?\nhow long do people live with it?\n")
    let texts = try run.objects.map { object in
      (object["results"] as? [[String: Any]] ?? []).map { $0["text"] as? String ?? "" }.joined()
    }
    #expect(texts.count == 3)
    #expect(texts.map { $0.contains("4 months") } == [false, false, true])
  }

  @Test func `a document due for review is named below the answer, once`() throws {
    let run = try program(reviewBy: "2000-01-01").run("can a shunt become blocked?")
    #expect(run.status == 0)
    #expect(
      run.outputLines.suffix(3) == [
        "", Self.offer,
        "Due for review since 2000-01-01: Shunts (shunts.md) may be out of date; check it with "
          + "your team.",
      ])
    #expect(run.outputLines.first == "1. Can a shunt become blocked?")
    #expect(try !program().run("can a shunt become blocked?").output.contains("Due for review"))
  }

  @Test func `in JSON that is a notice of kind stale, with the document as id`() throws {
    func stale(_ reviewBy: String) throws -> [[String: String]] {
      let run = try program(reviewBy: reviewBy).run("--json", "can a shunt become blocked?")
      let notices = try run.objects.first?["notices"] as? [[String: String]]
      return try #require(notices).filter { $0["kind"] == "stale" }
    }
    #expect(
      try stale("2000-01-01") == [
        [
          "kind": "stale", "id": "shunts.md", "title": "Due for review since 2000-01-01",
          "text": "Shunts (shunts.md) may be out of date; check it with your team.",
        ]
      ])
    #expect(try stale("2999-01-01").isEmpty)
  }
}
