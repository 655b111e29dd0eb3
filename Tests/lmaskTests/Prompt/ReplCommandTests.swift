import Testing

@testable import lmask

@Suite struct ReplCommandTests {
  @Test(arguments: [
    "/help me", "?!", "??", "--helpful", "q?", "good bye", "-", "/", "\\",
    "how is LM diagnosed?", "", "help me", "quit smoking", "what is :help", ":", ":)", ": help",
    ":3 help", "exit?", "::help",
  ])
  func `a plain line is a question`(line: String) {
    guard case .question(line) = ReplCommand.parse(line) else {
      Issue.record("\(ReplCommand.parse(line))")
      return
    }
  }

  @Test(arguments: [
    (":help", ":help", ""), (":HELP", ":help", ""), ("help", ":help", ""), ("Quit", ":quit", ""),
    ("exit", ":quit", ""), (":open 2", ":open", "2"), (":open   12", ":open", "12"),
    (":why", ":why", ""), (":sources x y", ":sources", "x y"),
    ("?", ":help", ""), ("/help", ":help", ""), ("\\?", ":help", ""), (":?", ":help", ""),
    (":h", ":help", ""), ("--help", ":help", ""), (":q", ":quit", ""), (":Q", ":quit", ""),
    ("q", ":quit", ""), ("bye", ":quit", ""), (":exit", ":quit", ""), ("\\q", ":quit", ""),
  ])
  func `a command is known by its name and keeps its argument`(
    line: String, name: String, argument: String
  ) {
    guard case .command(let command, let rest) = ReplCommand.parse(line) else {
      Issue.record("\(ReplCommand.parse(line))")
      return
    }
    #expect(command.name == name)
    #expect(rest == argument)
  }

  @Test(arguments: [
    (":hlep", ":help"), (":helpme", ":help"), (":topic", ":topics"), (":sauces", ":sources"),
    (":reidnex", ":reindex"), (":x", nil), (":openn 2", ":open"), (":quti", ":quit"),
    (":histroy", ":history"), (":defien x", ":define"), (":sets", ":set"), (":hand", ":handout"),
    (":football", nil),
  ])
  func `an unknown command is met with the nearest`(line: String, nearest: String?) {
    guard case .unknown(let name, let found) = ReplCommand.parse(line) else {
      Issue.record("\(ReplCommand.parse(line))")
      return
    }
    #expect(line.hasPrefix(name))
    #expect(found == nearest)
  }

  @Test func `names start with a colon, are lower case and differ`() {
    let names = ReplCommand.all.map(\.name)
    #expect(Set(names).count == names.count)
    for name in names { #expect(name.hasPrefix(":") && name == name.lowercased()) }
  }
}
