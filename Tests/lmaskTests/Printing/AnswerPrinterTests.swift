import TestSupport
import Testing

@testable import lmask

@Suite struct AnswerPrinterTests {
  private static let sea = """
    ---
    title: Sea
    country: UK
    reviewed: 2026-01-02
    ---

    # Sea

    ## Walruses

    A walrus swims. It has tusks, says one [@mnt].

    It sleeps on ice. A gull flies.

    ## Seals

    - Seals bark.
    - A walrus is no seal.

    """

  private func program() throws -> Program {
    let program = try SmallCorpus.program()
    try program.folder.write(Self.sea, to: "Corpus/sea.md")
    _ = try program.run("index", "--quiet")
    return program
  }

  @Test func `a sentence that opens its passage is marked, and the passage goes on from it`() throws
  {
    #expect(
      try program().run("--limit=1", "walrus swims").output == """
        1. Walruses
           » A walrus swims.
           It has tusks, says one [1].

           It sleeps on ice. A gull flies.

           — sea.md › Walruses, lines 11–13 · UK · checked 2026-01-02
           [1] Leptomeningeal metastases. Medical News Today. https://example.org/mnt

        """)
  }

  @Test func `any other sentence is marked, and stands out in the passage that follows`() throws {
    let run = try program().run("--color=always", "--limit=1", "gull flies")
    #expect(
      run.output.withoutEscapeSequences.hasPrefix(
        """
        1. Walruses
           » A gull flies.

           A walrus swims. It has tusks, says one [1].

           It sleeps on ice. A gull flies.

        """))
    #expect(run.output.components(separatedBy: "\u{1B}[1mA gull flies.\u{1B}[0m").count == 3)
  }

  @Test func `a list item that answers best stands before its list`() throws {
    let output = try program().run("--limit=1", "walrus seal").output
    #expect(
      output.contains("   » A walrus is no seal.\n\n   • Seals bark.\n   • A walrus is no seal.\n"))
  }

  @Test func `a passage of one sentence is shown once`() throws {
    let output = try SmallCorpus.indexedProgram().run("may I fly?").output
    #expect(output.components(separatedBy: "Ask in the").count == 2)
  }

  @Test func `at the prompt results after the first are short, in as many lines as there is room`()
    throws
  {
    let program = try SmallCorpus.program()
    for number in 1...3 {
      try program.folder.write("Walrus\(number) is big. So it is.\n", to: "Corpus/w\(number).txt")
      try program.folder.write(
        "walrus\n  also: walrus1, walrus2, walrus3\n", to: "Corpus/thesaurus.txt")
    }
    let terminal = try PseudoTerminal(program)
    try terminal.read(until: "lmask> ")
    func answer(rows: Int) throws -> String {
      terminal.resize(columns: 80, rows: rows)
      terminal.type("walrus\r")
      let shown = try terminal.read(until: "finds more.")
      try terminal.read(until: "lmask> ")
      return shown
    }
    let high = try answer(rows: 24)
    #expect(high.components(separatedBy: "» Walrus").count == 4)
    #expect(high.components(separatedBy: "So it is.").count == 2)
    #expect(high.contains("\n   — w3.txt, line 1\n"))
    let low = try answer(rows: 12)
    #expect(low.components(separatedBy: "» Walrus").count == 2)
    #expect(low.contains("\n2. w2\n3. w3\n   :open 2 shows"))
  }

  @Test func `piped answers are whole`() throws {
    let program = try SmallCorpus.program()
    for number in 1...3 {
      try program.folder.write(
        "A walrus is big. So it is \(number).\n", to: "Corpus/w\(number).txt")
    }
    let output = try program.run("walrus").output
    for number in 1...3 { #expect(output.contains("So it is \(number).")) }
    #expect(!output.contains(":open"))
  }

  @Test(arguments: [
    (0, nil, 80), (0, "50", 50), (0, "0", 80), (0, "x", 80), (0, "99999", 90),
    (40, "70", 40), (120, nil, 90), (10_000, nil, 90),
  ])
  func `text is as wide as the window, but no wider than is well read`(
    columns: Int, variable: String?, widest: Int
  ) throws {
    let program = try SmallCorpus.program()
    let text = String(repeating: "walrus 海象 e\u{301}tude ", count: 60)
    try program.folder.write(text + "\n", to: "Corpus/sea.txt")
    let terminal = try PseudoTerminal(
      program, "--quiet", "walrus", columns: columns, set: variable.map { ["COLUMNS": $0] } ?? [:])
    let (status, shown) = try terminal.finish()
    #expect(status == 0)
    let widths = shown.split(separator: "\n").map { String($0).columns }
    #expect(widths.max() ?? 0 <= widest)
    #expect(widths.max() ?? 0 > widest - 8)
  }

  @Test func `addresses become links at a terminal that takes them, and nowhere else`() throws {
    let program = try SmallCorpus.indexedProgram()
    let link = "\u{1B}]8;;https://example.org/nhs\u{1B}\\"
    func shown(_ arguments: [String], _ set: [String: String]) throws -> String {
      let terminal = try PseudoTerminal(
        program, arguments: arguments + ["thin needle"],
        set: ["VTE_VERSION": "6800"].merging(set) { $1 })
      #expect(try terminal.finish().status == 0)
      return terminal.transcript
    }
    #expect(try shown([], [:]).contains(link))
    #expect(try shown([], [:]).withoutEscapeSequences.contains("https://example.org/nhs"))
    for (arguments, set) in [
      ([], ["VTE_VERSION": ""]), (["--color=never"], [:]), ([], ["NO_COLOR": "1"]),
      (["--plain"], [:]), ([], ["TERM": "dumb"]),
    ] as [([String], [String: String])] {
      #expect(try !shown(arguments, set).contains("]8;;"))
    }
    let piped = try program.run("--color=always", "thin needle", set: ["VTE_VERSION": "6800"])
    #expect(!piped.output.contains("]8;;"))
  }
}
