import Corpus
import TestSupport
import Testing

@testable import lmask

@Suite struct PlainModeTests {
  /// The ways to ask for it: arguments and variables.
  static let ways: [([String], [String: String])] = [
    (["--plain"], [:]), ([], ["ACCESSIBLE": "1"]), ([], ["TERM": "dumb"]),
  ]

  @Test(arguments: ways.indices)
  func `no escape codes, no drawing characters, nothing told by spaces`(way: Int) throws {
    let session = try session(way)
    let lines = [
      "thin needle", ":open 1", ":sources", ":why", ":topics", ":help", ":set", "zebra", ":more",
      "it hurts to ask such a long question that it does not fit into one line of the window, does it?",
    ]
    for line in lines { try session.ask(line) }
    session.terminal.type("flx\u{7F}y\r")
    try session.terminal.read(until: PromptSession.prompt)
    #expect(try session.leave() == 0)
    let transcript = session.terminal.transcript
    for sign in ["\u{1B}", "»", "▸", "›", "•", "—", "–"] { #expect(!transcript.contains(sign)) }
    // Nothing is drawn anew: the cursor goes back only to a new line, or to rub out a letter.
    #expect(
      transcript.replacing("\r\n", with: "").replacing("\u{08} \u{08}", with: "").allSatisfy {
        $0 != "\r" && $0 != "\u{08}"
      })
    for line in transcript.split(separator: "\r\n") { #expect(!line.hasPrefix("  ")) }
  }

  @Test func `the answer is said first, where it stands after it`() throws {
    let session = try PromptSession(nil, "--plain")
    #expect(
      try session.ask("thin needle").folded
        == """
        Answer 1. How is LM diagnosed?
        The needle is thin [2].

        The whole passage:
        Doctors find LM with an MRI scan 🧠 [1]. A lumbar puncture 👩‍⚕️ confirms the
        diagnosis [2][1].
        - The scan shows the brain.
        - The needle is thin [2].

        From diagnosis.md, How is LM diagnosed?, lines 5 to 9.
        Source 1: Leptomeningeal metastases. Medical News Today.
        https://example.org/mnt
        Source 2: Lumbar puncture. NHS. 2025-03-04. https://example.org/nhs
        """.folded)
  }

  @Test func `one passage at a time, the others by more or by their number`() throws {
    let program = try SmallCorpus.program()
    for number in 1...4 {
      try program.folder.write("Walrus number\(number).\n", to: "Corpus/w\(number).txt")
    }
    let session = try PromptSession(program, "--plain")
    let first = try session.ask("walrus")
    #expect(first.contains("Answer 1. ") && !first.contains("Answer 2. "))
    #expect(
      first.contains("3 answers were found. Type \":more\" for the next, or a number from 1 to 3."))
    #expect(try session.ask("3").contains("Answer 3. "))
    #expect(try session.ask(":more").contains("Answer 2. "))
    #expect(try session.ask(":more").contains("Answer 3. "))
    #expect(try session.ask(":more").contains("Answer 4. "))
    #expect(try session.ask(":more").contains("no more results"))
    #expect(try session.ask(":handout x.md").contains("4 passages"))
  }

  @Test func `a number chooses a topic, then a passage of it`() throws {
    let session = try PromptSession(nil, "--plain")
    let topics = try session.ask(":topics")
    #expect(topics.contains("3. Travel (travel.md, 1 passage)\n"))
    #expect(try session.ask("3").hasPrefix("1. May I fly?\n"))
    #expect(try session.ask("1").contains("This passage: May I fly?"))
    #expect(try session.ask("7").contains("mentions: 7"))
  }

  @Test func `it can be switched on and off`() throws {
    let session = try PromptSession()
    #expect(try session.ask("fly").contains("1. May I fly?"))
    try session.ask(":set plain on")
    let before = session.terminal.transcript.utf8.count
    #expect(try session.ask("fly").contains("Answer 1. May I fly?"))
    let plain = String(decoding: session.terminal.transcript.utf8.dropFirst(before), as: UTF8.self)
    #expect(!plain.contains("\u{1B}"))
    try session.ask(":set plain off")
    #expect(try session.ask("fly").contains("1. May I fly?"))
  }

  @Test func `what a pipe gets does not depend on the kind of terminal`() throws {
    let program = try SmallCorpus.indexedProgram()
    let usual = try program.run("fly").output
    #expect(try program.run("fly", set: ["TERM": "dumb"]).output == usual)
    #expect(try program.run("ask", "--plain", "fly").output.hasPrefix("Answer 1. May I fly?\n"))
  }

  private func session(_ way: Int) throws -> PromptSession {
    let (arguments, variables) = Self.ways[way]
    return arguments.isEmpty
      ? try PromptSession(set: variables) : try PromptSession(nil, "--plain", set: variables)
  }
}
