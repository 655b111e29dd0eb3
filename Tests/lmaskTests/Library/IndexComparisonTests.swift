import TestSupport
import Testing

@Suite struct IndexComparisonTests {
  let program: Program

  /// A document of two passages and its index.
  init() throws {
    program = try Program()
    try program.folder.write(
      """
      ## What slows LM? {#slow}

      <!-- asked as
      medicines against it
      -->

      Tablets slow it.

      ## What stops pain? {#pain}

      Creams stop it too.

      """, to: "Corpus/a.md")
    try program.folder.write("", to: "Index/.keep")
    _ = try program.run("index", "--quiet")
  }

  /// Changes the document and asks what is found otherwise.
  func compare(_ old: String, _ new: String, _ options: String...) throws -> Program.Result {
    let text = String(decoding: try program.folder.bytes(of: "Corpus/a.md"), as: UTF8.self)
    try program.folder.write(text.replacing(old, with: new), to: "Corpus/a.md")
    return try program.run(bytes: (["index", "--compare"] + options).map { Array($0.utf8) })
  }

  @Test func `no change prints nothing`() throws {
    let run = try compare("", "")
    #expect(run.output.isEmpty)
    #expect(run.status == 0)
    #expect(run.errorLines.last == "lmask: 0 of 3 questions find another passage first")
    let quiet = try compare("", "", "--quiet")
    #expect(quiet.output.isEmpty && quiet.errors.isEmpty)
  }

  @Test func `a change of words that moves no question prints nothing`() throws {
    let run = try compare("Creams stop it too.", "Creams stop it too, and fast.")
    #expect(run.output.isEmpty)
    #expect(run.errorLines.last == "lmask: 0 of 3 questions find another passage first")
  }

  @Test func `a new heading shows its question and the old one's, before and after`() throws {
    let run = try compare("What stops pain?", "Which pills help?")
    #expect(
      run.output == """
        ? Which pills help?
          - nothing
          + a.md › Which pills help?
        ? What stops pain?
          - a.md › What stops pain?
          + a.md › Which pills help?

        """)
    #expect(run.status == 0)
    #expect(run.errorLines.last == "lmask: 2 of 4 questions find another passage first")
  }

  @Test func `a passage that draws another's question away is shown`() throws {
    let run = try compare("What stops pain?", "Are there medicines against it and pain?", "--quiet")
    #expect(
      run.output.contains(
        """
        ? What stops pain?
          - a.md › What stops pain?
          + a.md › Are there medicines against it and pain?

        """))
    #expect(!run.output.contains("? What slows LM?"))
    #expect(run.errors.isEmpty)
  }

  @Test func `the index is the new one afterwards`() throws {
    _ = try compare("Creams stop it too.", "Zebras stop it too.", "--quiet")
    let answer = try program.run("--no-refresh", "zebras")
    #expect(answer.status == 0)
    #expect(answer.output.contains("Zebras"))
    #expect(answer.errors.isEmpty)
  }

  @Test func `without an index there is nothing to compare with`() throws {
    let run = try program.run("index", "--compare", "--index", "none.index")
    #expect(run.status == 2)
    #expect(run.output.isEmpty)
    #expect(run.errors == "lmask: none.index: no such index; run \"lmask index\"\n")
  }

  @Test func `a change that stops the build compares nothing and keeps the old index`() throws {
    let before = try program.folder.bytes(of: "Index/lmask.index")
    let run = try compare("{#pain}", "{#slow}")
    #expect(run.status == 2)
    #expect(run.output.isEmpty)
    #expect(run.errors.contains("a.md:9: anchor \"#slow\" is already used in line 1"))
    #expect(try program.folder.bytes(of: "Index/lmask.index") == before)
  }

  @Test func `comparing and verifying exclude each other`() throws {
    let run = try program.run("index", "--compare", "--verify")
    #expect(run.status == 64)
    #expect(run.errors.contains("--verify and --compare exclude each other."))
  }
}
