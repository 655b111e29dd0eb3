import Foundation
import TestSupport
import Testing

@testable import lmask

@Suite struct ReplPapersTests {
  @Test func `the sheet holds saved and unanswered questions of the session`() throws {
    let session = try PromptSession()
    #expect(try session.ask(":ask").contains("Ask a question first."))
    #expect(try session.ask(":sheet").contains("The sheet is empty"))
    try session.ask("fly")
    try session.ask("zebra?")
    try session.ask("MRI")
    #expect(try session.ask(":ask").contains("Saved."))
    let sheet = try session.ask(":sheet")
    #expect(sheet.contains("\nPlease show this page to your team.\n"))
    #expect(sheet.contains("\n1. zebra? (not answered)\n"))
    #expect(sheet.contains("\n2. MRI (saved)\n"))
    #expect(!sheet.contains("fly"))
  }

  @Test func `the handout holds the passages seen, each once, with sources and dates`() throws {
    let session = try PromptSession()
    #expect(try session.ask(":handout x.md").contains("No passage was shown yet"))
    try session.ask("thin needle")
    try session.ask("MRI")
    try session.ask("fly")
    #expect(try session.ask(":handout x.md").contains("2 passages written to x.md."))
    let text = String(decoding: try session.program.folder.bytes(of: "x.md"), as: UTF8.self)
    #expect(text.components(separatedBy: "\n## How is LM diagnosed?\n").count == 2)
    #expect(text.contains("\n- The scan shows the brain.\n- The needle is thin [2].\n"))
    #expect(text.contains("\n- From diagnosis.md, lines 5 to 9\n"))
    #expect(text.contains("[2] Lumbar puncture. NHS. 2025-03-04. <https://example.org/nhs>\n"))
    #expect(text.contains("\n## May I fly?\n"))
    #expect(try session.program.names(in: ".").allSatisfy { !$0.hasSuffix(".tmp") })
  }

  @Test func `a file that exists stays as it is`() throws {
    let session = try PromptSession()
    try session.program.folder.write("mine", to: "x.md")
    try session.ask("fly")
    let refusal = try session.ask(":handout x.md")
    #expect(refusal.contains("x.md: there is such a file; it stays as it is."))
    #expect(refusal.contains("Name another file"))
    #expect(try session.program.folder.bytes(of: "x.md") == Array("mine".utf8))
  }

  @Test(arguments: [
    (":handout", "Name a file"),
    (":handout Corpus", "Corpus: this is a folder; name a file in it."),
    (":handout none/x.md", "none/x.md: cannot be written (no such file or directory)"),
  ])
  func `a handout that cannot be written is said so`(line: String, sentence: String) throws {
    let session = try PromptSession()
    try session.ask("fly")
    #expect(try session.ask(line).contains(sentence))
  }

  @Test func `a file in the home is named with a tilde`() throws {
    let session = try PromptSession()
    try session.ask("fly")
    try session.ask(":handout ~/x.md")
    #expect(session.program.exists("home/x.md"))
  }
}
