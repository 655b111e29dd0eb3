import TestSupport
import Testing

@testable import lmask

@Suite struct WordMeaningTests {
  private func program() throws -> Program {
    let program = try SmallCorpus.program()
    try program.folder.write(
      """
      # Care

      ## Which drugs are there?

      Amitriptyline, gabapentin, modafinil, CSF and shunts are there. A catheter is a thin tube.
      Doctors take away pain. Dexamethasone helps, for seizures too.

      ## What is a shunt?

      Shunts drain fluid.

      """, to: "Corpus/care.md")
    try program.folder.write(
      """
      amitriptyline
        meaning: first meaning

      gabapentin
        meaning: second meaning

      modafinil
        meaning: third meaning

      cerebrospinal fluid
        also: CSF, fluid
        meaning: fourth meaning

      catheter
        meaning: fifth meaning

      painkiller
        also: take away pain
        meaning: sixth meaning

      shunt
        meaning: seventh meaning

      dexamethasone
        also: dex

      """, to: "Corpus/thesaurus.txt")
    _ = try program.run("index", "--quiet")
    return program
  }

  @Test func `hard words of an answer are explained, at most three`() throws {
    let lines = try program().run("--limit=1", "which drugs are there?").outputLines
    #expect(
      lines.filter { $0.hasPrefix("   = ") } == [
        "   = amitriptyline: first meaning", "   = gabapentin: second meaning",
        "   = modafinil: third meaning",
      ])
  }

  @Test func `words that the question names need no meaning, and short forms get their name`()
    throws
  {
    let lines = try program().run(
      "--limit=1", "which drugs are there, gabapentin, modafinil?"
    ).outputLines
    #expect(
      lines.filter { $0.hasPrefix("   = ") }.sorted() == [
        "   = CSF (cerebrospinal fluid): fourth meaning", "   = amitriptyline: first meaning",
        "   = shunt: seventh meaning",
      ])
  }

  @Test func `neither what the text explains itself nor a paraphrase is explained`() throws {
    let output = try program().run(
      "--limit=1", "which drugs: amitriptyline, gabapentin, modafinil, CSF, shunts"
    ).output
    #expect(output.contains("Which drugs are there?"))
    #expect(!output.contains("   = "))
  }

  @Test func `at the prompt a meaning is told once, alone each answer has its own`() throws {
    let program = try program()
    let session = try PromptSession(program)
    #expect(try session.ask("which drugs are there?").contains("= amitriptyline: first meaning"))
    let again = try session.ask("which drugs are there?")
    #expect(!again.contains("first meaning"))
    #expect(again.contains("fourth meaning"))
    let piped = try program.run(input: "which drugs?\nwhich drugs?\n").output
    #expect(piped.components(separatedBy: "first meaning").count == 3)
  }

  @Test func `in plain mode it is a sentence, and data hold none`() throws {
    let program = try program()
    #expect(
      try program.run("--plain", "which drugs are there?").output
        .contains("Meaning of amitriptyline: first meaning.\n"))
    for form in ["json", "tsv", "trec"] {
      #expect(try !program.run("--format", form, "which drugs?").output.contains("meaning"))
    }
  }
}
