import TestSupport
import Testing

/// Notices as people and programs see them.
@Suite struct NoticeTests {
  private static let urgent = """
    numbers: UK
    emergency: 999 [@nhs]
    crisis: 116 123

    numbers: US
    emergency: 911 [@mnt]
    crisis: 988

    sign: fit
    kind: urgent
    title: A fit
    when: is fitting + she, my
    card: Stay with the person until it is over [@nhs].
    call: {emergency}

    """

  private func program() throws -> Program {
    let program = try SmallCorpus.program()
    try program.folder.write(Self.urgent, to: "Corpus/urgent.txt")
    return program
  }

  @Test func `at the prompt the passage gives way, so that a card stays in sight`() throws {
    let terminal = try PseudoTerminal(try program())
    try terminal.read(until: "lmask> ")
    func answer(rows: Int) throws -> String {
      terminal.resize(columns: 80, rows: rows)
      terminal.type("she is fitting, is a lumbar puncture needed?\r")
      try terminal.read(until: "A fit")
      return try terminal.read(until: "lmask> ")
    }
    #expect(try answer(rows: 40).contains("The scan shows the brain."))
    let short = try answer(rows: 18)
    #expect(short.contains("1. How is LM diagnosed?\n   » "))
    #expect(!short.contains("The scan shows the brain."))
    #expect(short.contains("\n   :open 1 shows number 1 whole"))
    #expect(short.split(separator: "\n", omittingEmptySubsequences: false).count <= 18)
  }

  @Test func `a notice stands above the answer, marked line by line without colour`() throws {
    let program = try program()
    let result = try program.run("she is fitting, is a lumbar puncture needed?")
    #expect(
      result.outputLines.prefix(7) == [
        "!! A fit", "!", "!  Call: (UK) 999; (US) 911", "!",
        "!  Stay with the person until it is over.", "!",
        "!  Sources: NHS; Medical News Today.",
      ])
    #expect(result.outputLines[7].isEmpty)
    #expect(result.outputLines[8...].contains { $0.hasPrefix("1. ") })
    #expect(result.status == 0)
  }

  @Test func `a question that is declined keeps its notice`() throws {
    let result = try program().run("--quiet", "she is fitting")
    #expect(result.outputLines.first == "!! A fit")
    #expect(result.status == 1)
  }

  @Test func `LMASK_COUNTRY gives the numbers of one country`() throws {
    let result = try program().run("she is fitting", set: ["LMASK_COUNTRY": "us"])
    #expect(result.output.contains("Call: (US) 911\n"))
    #expect(!result.output.contains("999"))
  }

  @Test func `the JSON names kind, id, title and text`() throws {
    let result = try program().run("--json", "she is fitting")
    let notices = try #require(try result.objects.first?["notices"] as? [[String: String]])
    #expect(notices.count == 1)
    #expect(notices[0]["kind"] == "urgent")
    #expect(notices[0]["id"] == "fit")
    #expect(notices[0]["title"] == "A fit")
    #expect(notices[0]["text"]?.hasPrefix("Call: (UK) 999; (US) 911\n") == true)
  }

  @Test func `a plain question brings none`() throws {
    let result = try program().run("how is LM diagnosed?")
    #expect(result.outputLines.first == "1. How is LM diagnosed?")
  }
}
