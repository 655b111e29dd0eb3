import TestSupport
import Testing

@Suite struct StatusCommandTests {
  @Test func `status says what the index holds, where it is, its size and that it is up to date`()
    throws
  {
    let program = try SmallCorpus.indexedProgram()
    let run = try program.run("status")
    let size = try program.folder.bytes(of: "Index/lmask.index").count
    #expect(run.status == 0)
    #expect(run.errors.isEmpty)
    #expect(run.output.contains("Corpus\n"))
    #expect(run.output.contains("Index/lmask.index (\(size) bytes"))
    #expect(run.output.contains("3 documents, 3 passages"))
    #expect(run.output.contains("2 sources"))
    #expect(run.output.contains("up to date yes\n"))
  }

  @Test func `status says that the index is outdated and does not rebuild it`() throws {
    let program = try SmallCorpus.indexedProgram()
    let before = try program.folder.bytes(of: "Index/lmask.index")
    try program.folder.write("More.\n", to: "Corpus/new.txt")
    let run = try program.run("status")
    #expect(run.status == 0)
    #expect(run.output.contains("up to date no: new.txt is new; run \"lmask index\"\n"))
    #expect(try program.folder.bytes(of: "Index/lmask.index") == before)
    #expect(
      try program.run("status", "--json").objects.first?["stale"] as? String == "new.txt is new")
  }

  @Test func `status says when the texts were compared with their sources, and by whom not`()
    throws
  {
    let program = try SmallCorpus.indexedProgram()
    #expect(try !program.run("status").output.contains("reviewed"))
    try program.folder.write(
      "---\nreviewed: 2026-01-02\n---\n\n# A\n\nText.\n", to: "Corpus/a.md")
    _ = try program.run("index")
    #expect(
      try program.run("status").output.contains(
        "compared with its sources on 2026-01-02; no clinician has reviewed it\n"))
  }

  @Test func `status without an index ends with 2 and says how to get one`() throws {
    let run = try SmallCorpus.program().run("status")
    #expect(run.status == 2)
    #expect(run.output.isEmpty)
    #expect(run.errors == "lmask: Index/lmask.index: no such index; run \"lmask index\"\n")
  }

  @Test func `status in JSON is one object with the figures`() throws {
    let program = try SmallCorpus.indexedProgram()
    let object = try #require(try program.run("status", "--json").objects.first)
    #expect(object["documents"] as? Int == 3)
    #expect(object["passages"] as? Int == 3)
    #expect(object["bytes"] as? Int == (try program.folder.bytes(of: "Index/lmask.index").count))
    #expect(object["index"] as? String == "Index/lmask.index")
  }
}
