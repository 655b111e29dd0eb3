import TestSupport
import Testing

@testable import lmask

@Suite struct ConfigurationFileTests {
  @Test func `defaults come from the file; comments and empty lines say nothing`() throws {
    let program = try program(
      """
      # what I like

      limit = 1   # one is enough
      history=off
        color = always
      """)
    let result = try program.run("ask", "--color", "auto", "MRI", "fly")
    #expect(result.output.contains("1. "))
    #expect(!result.output.contains("\n2. "))
    let session = try PromptSession(program)
    let list = try session.ask(":set")
    for line in ["limit is 1", "history is off", "color is always"] { #expect(list.contains(line)) }
    #expect(try session.leave() == 0)
    #expect(!program.exists("home/state"))
  }

  @Test func `flags beat the environment, which beats the file`() throws {
    let program = try program("limit = 1\nhistory = off\nplain = on\n")
    #expect(try PromptSession(program, "--limit", "2").ask(":set limit").contains("limit is 2"))
    let kept = program.path("kept")
    let other = try PromptSession(program, set: ["LMASK_HISTORY": kept])
    #expect(try other.ask(":set history").contains("kept"))
    let off = try PromptSession(program, "--no-history", set: ["LMASK_HISTORY": kept])
    #expect(try off.ask(":set history").contains("history is off"))
    #expect(
      try PromptSession(program, set: ["ACCESSIBLE": "0"]).ask(":set plain").contains(
        "plain is off"))
  }

  @Test func `NO_COLOR beats a colour kept in the file`() throws {
    let program = try program("color = always\n")
    let result = try program.run("fly", set: ["NO_COLOR": "1"])
    #expect(result.output.contains("before you fly"))
  }

  @Test func `the corpus may be kept in the file, below environment and flag`() throws {
    let program = try program("corpus = ~/leaflets\n")
    try program.folder.write("A walrus.\n", to: "home/leaflets/walrus.txt")
    #expect(try program.run("walrus").output.contains("A walrus."))
    #expect(try program.run("status").output.contains("home/leaflets"))
    #expect(try program.run("fly", set: ["LMASK_CORPUS": "Corpus"]).status == 0)
    #expect(try program.run("ask", "--corpus", "Corpus", "fly").status == 0)
  }

  @Test(arguments: [
    ("limit = 3\nlimt = 2\n", ":2: there is no setting \"limt\"; did you mean limit?"),
    ("zebra = 2\n", ":1: there is no setting \"zebra\"; there are corpus, limit, color"),
    ("\n\nlimit 3\n", ":3: there is no \"=\"; write name = value"),
    ("limit = 0\n", ":1: limit cannot be \"0\"; it is a number from 1 to 1000"),
    ("limit =\n", ":1: limit cannot be \"\"; it is"),
    ("corpus = leaflets\n", ":1: corpus cannot be \"leaflets\"; it is a folder, from / or ~/"),
    ("explain = on\n", ":1: there is no setting \"explain\""),
    ("pl\u{1B}[31m = on\n", ":1: there is no setting \"pl␛[31m\""),
  ])
  func `a line that cannot be read is told with file and line`(
    text: String, sentence: String
  ) throws {
    let result = try program(text).run("fly")
    #expect(result.status == 2)
    #expect(result.errors.hasPrefix("lmask: "))
    #expect(result.errors.contains("home/config/lmask/config" + sentence))
    #expect(result.errorLines.count == 1)
    #expect(result.output.isEmpty)
  }

  @Test func `a folder in the file's place is told; bytes that are not UTF-8 do not crash`() throws
  {
    let program = try SmallCorpus.indexedProgram()
    try program.makeFolder("home/config/lmask/config")
    let result = try program.run("fly")
    #expect(result.status == 2)
    #expect(result.errors.contains("lmask/config: this is no file"))
    try program.remove("home/config/lmask/config")
    try program.folder.write([0xFF, 0xFE, 0x0A], to: "home/config/lmask/config")
    #expect(try program.run("fly").status == 2)
  }

  @Test func `a relative XDG_CONFIG_HOME is ignored, and help needs no configuration`() throws {
    let program = try program("nonsense\n")
    #expect(try program.run("fly", set: ["XDG_CONFIG_HOME": "home/config"]).status == 0)
    #expect(try program.run("--help").status == 0)
  }

  private func program(_ configuration: String) throws -> Program {
    let program = try SmallCorpus.indexedProgram()
    try program.folder.write(configuration, to: "home/config/lmask/config")
    return program
  }
}
