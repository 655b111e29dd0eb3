import TestSupport
import Testing

@testable import lmask

@Suite struct ReplSessionTests {
  @Test func `set lists the settings, changes one for the session and no file`() throws {
    let session = try PromptSession()
    let list = try session.ask(":set")
    for setting in Setting.all(in: .session) { #expect(list.contains("\(setting.name) is ")) }
    #expect(try session.ask(":set limit 1").contains("limit is now 1"))
    #expect(try session.ask("MRI fly").contains("1. "))
    #expect(try session.ask(":set format json").contains("format is now json"))
    #expect(try session.ask("fly").hasPrefix("{\"schema_version\":1"))
    #expect(!session.program.exists("home/config"))
    #expect(
      try PromptSession(session.program).ask(":set limit")
        == "limit is 3 (a number from 1 to 1000)\n")
  }

  @Test(arguments: [
    (":set limt 2", "There is no setting limt; did you mean limit?"),
    (":set zebra 2", "There is no setting zebra; :set lists them."),
    (":set limit 0", "limit cannot be 0; it is a number from 1 to 1000."),
    (":set limit many", "limit cannot be many; it is a number from 1 to 1000."),
    (":set color pink", "color cannot be pink; it is auto, always or never."),
    (":set plain maybe", "plain cannot be maybe; it is on or off."),
    (":set corpus /tmp", "There is no setting corpus"),
  ])
  func `a setting that is none, or a value that is none, is said so`(
    line: String, sentence: String
  ) throws {
    #expect(try PromptSession().ask(line).hasPrefix(sentence))
  }

  @Test func `explain and color take effect at once`() throws {
    let session = try PromptSession()
    #expect(!(try session.ask("fly").contains("score")))
    try session.ask(":set explain on")
    #expect(try session.ask("fly").contains("score"))
    try session.ask(":set color never")
    let before = session.terminal.transcript.utf8.count
    try session.ask("fly")
    let answer = String(decoding: session.terminal.transcript.utf8.dropFirst(before), as: UTF8.self)
    #expect(!answer.contains("\u{1B}[1m"))
  }

  @Test func `history lists what was typed and is remembered, and says where it is kept`() throws {
    let session = try PromptSession()
    try session.ask("may I fly?")
    try session.ask(" a secret")
    let list = try session.ask(":history")
    #expect(list.hasPrefix("1. may I fly?\n2. :history\nThey are kept in"))
    #expect(list.split(separator: "\n").joined().contains("state/lmask/history."))
  }

  @Test func `history can be switched off and on in the session`() throws {
    let session = try PromptSession()
    try session.ask("fly 1")
    try session.ask(":set history off")
    #expect(try session.ask(":history").contains("The history is off"))
    try session.ask("fly 2")
    try session.ask(":set history on")
    try session.ask("fly 3")
    #expect(
      try session.program.history() == ["fly 1", ":set history off", "fly 3"])
  }
}
