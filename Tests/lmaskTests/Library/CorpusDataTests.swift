import TestSupport
import Testing

/// Data that is wrong stops the build and is named with file and line; the old index stays.
@Suite struct CorpusDataTests {
  struct Fault: Sendable, CustomTestStringConvertible {
    let name: String
    let file: String
    let text: String
    /// What stderr says after the program's name, or its beginning.
    let sentence: String

    init(_ name: String, _ file: String, _ text: String, _ sentence: String) {
      self.name = name
      self.file = file
      self.text = text
      self.sentence = sentence
    }

    var testDescription: String { name }
  }

  static let faults = [
    Fault(
      "bibliography cut short", "sources.json", "[\n{\"id\": \"one\",\n",
      "sources.json:2: is not CSL-JSON ("),
    Fault(
      "a comma that is missing", "sources.json", "[\n{\"id\": \"one\"}\n{\"id\": \"two\"}]",
      "sources.json:3: is not CSL-JSON ("),
    Fault("no bibliography", "sources.json", "{}", "sources.json:1: is not CSL-JSON ("),
    Fault(
      "a source without an id", "sources.json", "[{\"id\": \"one\"},\n {\"title\": \"x\"}]",
      "sources.json:2: is not CSL-JSON (entry 2: no \"id\"); export it again from the reference "
        + "manager"),
    Fault(
      "a source twice", "sources.json", "[{\"id\": \"one\"},\n\n {\"id\": \"one\"}]",
      "sources.json:3: is not CSL-JSON (the id \"one\" stands twice); export it again from the "
        + "reference manager"),
    Fault(
      "unknown key in a document", "a.md", "Text [@one].\n\nMore\nand [@tow].\n",
      "a.md:4: citation \"@tow\" is not in sources.json; add it there or correct the key"),
    Fault(
      "unknown key in a card", "urgent.txt",
      "\nsign: fit\nkind: urgent\ntitle: A\nwhen: b\ncard: C [@tow].\ncall: D\n",
      "urgent.txt:2: citation \"@tow\" is not in sources.json; add it there or correct the key"),
    Fault(
      "unknown key in a number", "urgent.txt", "numbers: UK\nemergency: 999\ncrisis: 1 [@tow]\n",
      "urgent.txt:1: citation \"@tow\" is not in sources.json; add it there or correct the key"),
    Fault(
      "front matter without a colon", "a.md", "---\ntitle: T\nreviewed\n---\n\nText.\n",
      "a.md:3: front matter \"reviewed\" is not \"key: value\"; correct the line"),
    Fault(
      "a date that is none", "a.md", "---\nreviewed: 2026-02-30\n---\n\nText.\n",
      "a.md:2: reviewed \"2026-02-30\" is not a date; write it as 2026-01-31"),
    Fault(
      "front matter without an end", "a.md", "---\ntitle: T\n\n- Text.\n",
      "a.md:1: front matter opens here and never closes; end it with a line of three dashes"),
    Fault(
      "thesaurus with an unknown keyword", "thesaurus.txt", "scan\n  alos: picture\n",
      "thesaurus.txt:2: \"alos: picture\" is none of also:, only:, not:, see:, absent: yes, "
        + "meaning:; correct the word"),
    Fault(
      "a phrase in two concepts", "thesaurus.txt",
      "scan\n  also: picture\n\nphoto\n  also: pictures\n",
      "thesaurus.txt:4: \"pictures\" already belongs to \"scan\" in line 1; keep it in one"),
    Fault(
      "a wording of ten words", "thesaurus.txt",
      "\nscan\n  also: one two three four five six seven eight nine ten\n",
      "thesaurus.txt:2: \"one two three four five six seven eight nine ten\" is longer than eight "
        + "words; shorten it"),
    Fault(
      "guards that contradict each other", "thesaurus.txt",
      "scan\n\ntap\n  only: tap with spine, water\n  not: tap with water\n",
      "thesaurus.txt:3: \"water\" both lets a wording count and forbids it; keep it on one side"),
    Fault(
      "a concept that says to see itself", "thesaurus.txt", "tap\n\nscan\n  see: tap, scan\n",
      "thesaurus.txt:3: \"scan\" says to see \"scan\", which is no other entry; use an entry's name"
    ),
    Fault(
      "a concept to see that there is not", "thesaurus.txt", "scan\n  see: tap\n",
      "thesaurus.txt:1: \"scan\" says to see \"tap\", which is no other entry; use an entry's name"),
    Fault(
      "absent without yes", "thesaurus.txt", "scan\n  absent: no\n",
      "thesaurus.txt:2: \"absent: no\" is none of also:, only:, not:, see:, absent: yes, "
        + "meaning:; correct the word"),
    Fault(
      "an urgent sign without a card", "urgent.txt",
      "sign: fit\nkind: urgent\ntitle: A\nwhen: b\ncall: D\n",
      "urgent.txt:1: sign: fit has no card:; see the corpus's README for the form"),
    Fault(
      "a keyword that is none", "urgent.txt", "# note\nsgin: fit\n",
      "urgent.txt:2: \"sgin\" is no keyword of this file; see the corpus's README for the form"),
    Fault(
      "an anchor twice", "a.md", "## A {#x}\n\nOne.\n\n## B {#x}\n\nTwo.\n",
      "a.md:5: anchor \"#x\" is already used in line 1; choose another"),
  ]

  /// A sound corpus with its index.
  func program() throws -> Program {
    let program = try Program()
    try program.folder.write("Text [@one].\n", to: "Corpus/a.md")
    try program.folder.write("[{\"id\": \"one\"}]", to: "Corpus/sources.json")
    try program.folder.write("", to: "Index/.keep")
    #expect(try program.run("index", "--quiet").status == 0)
    return program
  }

  @Test(arguments: faults)
  func `a fault is named and the old index stays`(fault: Fault) throws {
    let program = try program()
    let old = try program.folder.bytes(of: "Index/lmask.index")
    try program.folder.write(fault.text, to: "Corpus/" + fault.file)
    for arguments in [["index"], ["text"]] {
      let run = try program.run(bytes: arguments.map { Array($0.utf8) })
      #expect(run.status == 2)
      #expect(run.output.isEmpty)
      #expect(run.errors.hasPrefix("lmask: " + fault.sentence), "\(run.errors)")
      #expect(run.errorLines.count == 1)
      #expect(try program.folder.bytes(of: "Index/lmask.index") == old)
    }
    let answer = try program.run("--no-refresh", "text")
    #expect(answer.status == 0)
    #expect(answer.output.contains("Text"))
  }

  /// "See also" is followed one step, so concepts may name each other.
  @Test func `concepts that say to see each other in a circle build and answer`() throws {
    let program = try program()
    try program.folder.write(
      "text\n  see: page\n\npage\n  see: sheet\n\nsheet\n  see: text\n", to: "Corpus/thesaurus.txt")
    #expect(try program.run("index", "--quiet").status == 0)
    for question in ["text", "sheet", "text page sheet"] {
      #expect(try program.run("--quiet", question).status == 0)
    }
    // Two steps away.
    #expect(try program.run("--quiet", "page").status == 1)
  }

  @Test func `what is right again builds again`() throws {
    let program = try program()
    for (name, text) in [
      ("thesaurus.txt", "text\n  also: words\n"),
      ("urgent.txt", "numbers: UK\nemergency: 999 [@one]\ncrisis: 1\n"),
    ] {
      try program.folder.write("  wrong\n", to: "Corpus/" + name)
      #expect(try program.run("index").status == 2)
      try program.folder.write(text, to: "Corpus/" + name)
      #expect(try program.run("index").status == 0)
    }
    // The thesaurus leads from one word to the other.
    let answer = try program.run("words", "--quiet")
    #expect(answer.status == 0)
    #expect(answer.output.contains("Text"))
  }
}
