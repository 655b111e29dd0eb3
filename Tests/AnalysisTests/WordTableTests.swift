import TestSupport
import Testing

@testable import Analysis

@Suite struct WordTableTests {
  @Test func `every word leads to the first of its line`() {
    let table = WordTable(families: "one two three\nfour\n\nfive six\n")
    for (word, head) in [
      ("one", "one"), ("two", "one"), ("three", "one"), ("four", "four"), ("five", "five"),
      ("six", "five"),
    ] {
      #expect(table.head(of: word) == head)
      #expect(table.contains(word))
    }
  }

  @Test(arguments: ["", " ", "\n", "on", "ones", "two three", "ONE", "é", "one\0"])
  func `other words have no head`(word: String) {
    let table = WordTable(families: "one two three\nfour")
    #expect(table.head(of: word) == nil)
    #expect(!table.contains(word))
  }

  @Test(arguments: ["", "\n\n", " "])
  func `an empty list holds nothing`(list: String) {
    #expect(!WordTable(families: list).contains(""))
    #expect(!WordTable(families: list).contains("a"))
  }

  @Test func `a word that stands twice keeps its first place`() {
    let table = WordTable(families: "a b\nc b\nb d")
    #expect(table.head(of: "b") == "a")
    #expect(table.head(of: "d") == "b")
  }

  @Test(arguments: 0..<5)
  func `random lists agree with a dictionary`(seed: UInt64) {
    var generator = SeededGenerator(seed: seed)
    func word() -> String {
      String(
        (0..<Int.random(in: 1...4, using: &generator)).map { _ in
          "abcde".randomElement(using: &generator) ?? "a"
        })
    }
    var heads: [String: String] = [:]
    var lines: [String] = []
    for _ in 0..<200 {
      let words = (0..<Int.random(in: 1...5, using: &generator)).map { _ in word() }
      for form in words where heads[form] == nil { heads[form] = words[0] }
      lines.append(words.joined(separator: " "))
    }
    let table = WordTable(families: lines.joined(separator: "\n"))
    for _ in 0..<2_000 {
      let form = word()
      #expect(table.head(of: form) == heads[form], "seed \(seed), \(form)")
    }
  }
}
