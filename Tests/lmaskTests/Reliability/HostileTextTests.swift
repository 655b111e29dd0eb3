import Foundation
import TestSupport
import Testing

/// `Tests/stress words 10000000` and `Tests/stress files 1000000` go to the ends.
@Suite struct HostileTextTests {
  @Test func `a word of a megabyte and a line of some are read like any other`() throws {
    let program = try SmallCorpus.program()
    let word = String(repeating: "walrus", count: 170_000)
    try program.folder.write("Tusks \(word) tusks.\n", to: "Corpus/word.txt")
    try program.folder.write("# \(word)\n\n\(word)\n", to: "Corpus/word.md")
    let line = String(repeating: "Ivory tusks grow. ", count: 120_000)
    try program.folder.write(line, to: "Corpus/line.md")
    #expect(try program.run("index", "--quiet").status == 0)
    #expect(try program.run("index", "--verify").status == 0)
    #expect(try program.run("--json", "--limit", "50", "tusks").status == 0)
    #expect([0, 1].contains(try program.run("--json", "-", input: word + "\n").status))
  }

  @Test func `two hundred thousand distinct words make a sound index`() throws {
    let program = try SmallCorpus.program()
    for file in 0..<4 {
      // Letters only, so that each is a word of its own.
      let words = (0..<50_000).map { "w" + letters(file * 50_000 + $0) }
      try program.folder.write(words.joined(separator: " "), to: "Corpus/w\(file).txt")
    }
    #expect(try program.run("index", "--quiet").status == 0)
    #expect(try program.run("index", "--verify").status == 0)
    let answer = try program.run("--json", "w" + letters(123_456))
    #expect(try answer.objects.first?["status"] as? String == "answered")
    #expect(
      ((try answer.objects.first?["results"] as? [[String: Any]])?.first?["document"] as? String)
        == "w2.txt")
  }

  /// A number written in the letters from a to j, with x between so that no stem is cut.
  private func letters(_ number: Int) -> String {
    String(String(number).map { Character(UnicodeScalar($0.asciiValue! + 49)) }) + "x"
  }
}
