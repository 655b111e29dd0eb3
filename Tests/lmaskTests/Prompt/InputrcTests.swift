import TestSupport
import Testing

@testable import lmask

/// The person's own settings of readline hold at the prompt.
@Suite struct InputrcTests {
  @Test func `vi mode edits as in vi, if the inputrc wants it for lmask alone`() throws {
    let session = try session("$if lmask\nset editing-mode vi\n$endif\n")
    session.terminal.type("flz")
    try session.terminal.read(until: "flz")
    // Escape leaves insertion with the cursor on the z; x takes it away, A goes on at the end.
    session.terminal.type("\u{1B}xAy\r")
    #expect(try session.terminal.read(until: PromptSession.prompt).contains("before you fly"))
    // Up and down the history with k and j, and first to the beginning with 0.
    try session.ask("fatigue")
    session.terminal.type("\u{1B}kk0iMRI \r")
    #expect(try session.terminal.read(until: PromptSession.prompt).contains("1. "))
    #expect(try session.leave() == 0)
    #expect(try session.program.history() == ["fly", "fatigue", "MRI fly"])
  }

  @Test func `what the inputrc says of other programs is passed over`() throws {
    let session = try session("$if bash\nset editing-mode vi\n$endif\n")
    session.terminal.type("\u{01}fly\u{05} \r")
    #expect(try session.terminal.read(until: PromptSession.prompt).contains("before you fly"))
  }

  @Test func `keys do what the inputrc binds them to`() throws {
    let session = try session(
      """
      $if lmask
      "\\C-g": "may I fly?"
      "\\C-xh": ":help open\\C-m"
      "\\C-o": backward-kill-line
      $endif

      """)
    session.terminal.type("zebra\u{0F}\u{07}\r")
    let answer = try session.terminal.read(until: PromptSession.prompt)
    #expect(answer.contains("before you fly"))
    session.terminal.type("\u{18}h")
    #expect(try session.terminal.read(until: PromptSession.prompt).contains(":open N: show"))
    #expect(try session.program.history() == ["may I fly?", ":help open"])
  }

  @Test func `the home's inputrc is read when no variable names another`() throws {
    let program = try SmallCorpus.indexedProgram()
    program.environment["INPUTRC"] = nil
    try program.folder.write("\"\\C-g\": \"may I fly?\"\n", to: "home/.inputrc")
    let session = try PromptSession(program)
    session.terminal.type("\u{07}\r")
    #expect(try session.terminal.read(until: PromptSession.prompt).contains("before you fly"))
  }

  @Test func `an inputrc with mistakes stops nothing`() throws {
    let session = try session("set zebra on\n\"\\C-\": nothing\n$if\n\u{FF}\u{0}\n")
    #expect(try session.ask("fly").contains("before you fly"))
    #expect(try session.leave() == 0)
  }

  /// What readline sends before and after a line to have pastes marked.
  private static let pasteMark = "\u{1B}[?2004h"

  @Test(arguments: [true, false])
  func `plain mode and back leaves pastes marked as the inputrc wants`(isOn: Bool) throws {
    let session = try session("set enable-bracketed-paste \(isOn ? "on" : "off")\n")
    #expect(session.terminal.transcript.contains(Self.pasteMark) == isOn)
    try session.ask(":set plain on")
    try session.ask(":set plain off")
    let before = session.terminal.transcript.utf8.count
    try session.ask("fly")
    let later = String(decoding: session.terminal.transcript.utf8.dropFirst(before), as: UTF8.self)
    #expect(later.contains(Self.pasteMark) == isOn)
  }

  private func session(_ inputrc: String) throws -> PromptSession {
    let program = try SmallCorpus.indexedProgram()
    program.environment["INPUTRC"] = try program.folder.write(inputrc, to: "inputrc")
    return try PromptSession(program)
  }
}
