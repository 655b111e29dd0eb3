import TestSupport
import Testing

@testable import lmask

@Suite struct CompleterTests {
  @Test func `commands stand at the line's start only`() {
    var completer = Completer()
    #expect(completer.candidates(for: ":", after: "") == ReplCommand.all.map(\.name))
    #expect(completer.candidates(for: ":hel", after: "") == [":help"])
    #expect(completer.candidates(for: "he", after: "").isEmpty)
    #expect(completer.candidates(for: ":he", after: "what is ").isEmpty)
    #expect(completer.candidates(for: "x", after: ":more ").isEmpty)
  }

  @Test func `help is followed by names of commands, with or without the colon`() {
    var completer = Completer()
    #expect(completer.candidates(for: "op", after: ":help ") == ["open"])
    #expect(completer.candidates(for: ":op", after: ":help ") == [":open"])
    #expect(completer.candidates(for: "", after: ":help ").count == ReplCommand.all.count)
  }

  @Test(arguments: [":open ", ":sources ", ":why "])
  func `numbers of results follow the commands that take one`(line: String) {
    var completer = Completer()
    #expect(completer.candidates(for: "", after: line).isEmpty)
    completer.resultCount = 3
    #expect(completer.candidates(for: "", after: line) == ["1", "2", "3"])
    #expect(completer.candidates(for: "2", after: line) == ["2"])
  }

  @Test func `set is followed by names, a name by its values`() {
    var completer = Completer()
    #expect(completer.candidates(for: "l", after: ":set ") == ["limit"])
    #expect(completer.candidates(for: "", after: ":set color ") == ["auto", "always", "never"])
    #expect(completer.candidates(for: "al", after: ":set color ") == ["always"])
    #expect(completer.candidates(for: "", after: ":set zebra ").isEmpty)
  }

  @Test func `a question gets words of headings and of the thesaurus`() throws {
    let session = try PromptSession(SmallCorpus.programWithThesaurus())
    #expect(try session.press("is it a seiz\t", until: "seizure ").hasSuffix("seizure "))
    _ = try session.press("\u{03}", until: PromptSession.prompt)
    #expect(
      try session.press("how is LM diag\t\r", until: PromptSession.prompt).contains("1. How is"))
  }

  @Test func `define is followed by phrases, open by headings, whatever their case`() throws {
    let session = try PromptSession(SmallCorpus.programWithThesaurus())
    #expect(
      try session.press(":define lumbar p\t\r", until: PromptSession.prompt)
        .contains("lumbar puncture: a needle"))
    #expect(
      try session.press(":open may i f\t\r", until: PromptSession.prompt).contains("▸ May I fly?"))
  }

  @Test func `a heading can be opened by its beginning, and one that is none is said so`() throws {
    let session = try PromptSession()
    #expect(try session.ask(":open how is lm").contains("▸ How is LM diagnosed?"))
    #expect(try session.ask(":open zebra").contains("No passage is headed zebra"))
  }
}
