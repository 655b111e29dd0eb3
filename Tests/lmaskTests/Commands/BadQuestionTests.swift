import Foundation
import TestSupport
import Testing

/// Whatever is typed or pasted gets a sentence and a status, and JSON stays JSON.
@Suite struct BadQuestionTests {
  struct Line: Sendable, CustomTestStringConvertible {
    let name: String
    let text: String
    /// nil if it may be answered or not.
    let status: Int32?

    init(_ name: String, _ text: String, _ status: Int32?) {
      self.name = name
      self.text = text
      self.status = status
    }

    var testDescription: String { name }
  }

  static let lines = [
    Line("French", "Quels sont les symptômes de la maladie ?", 1),
    Line("German", "Wie wird die Krankheit festgestellt?", 1),
    Line("Polish", "Jak leczy się tę chorobę?", 1),
    Line("Arabic", "ما هي أعراض المرض؟", 1),
    Line("Chinese", "这种病怎么诊断？", 1),
    Line("only stop words", "what is it and how is the", 1),
    Line("only emoji", "🧠💉👩‍⚕️🇬🇧", 1),
    Line("a regular expression", "^(?:zeb|okap)[a-z]{2,}\\b.*$", 1),
    Line("SQL", "SELECT zebra FROM okapis WHERE id = '1'; DROP TABLE zebras; --", 1),
    Line("a quote that does not close", "\"zebra okapi", 1),
    Line("quotes of all kinds", "'“”‘’\"'`", 1),
    Line("a known word after a quote that does not close", "\"fatigue", 0),
    Line("a known word in a pattern", "(fatigue|rest)+", 0),
    Line("control characters", "\u{1}\u{2}\u{7}\u{8}\u{B}\u{1B}[2J\u{7F}\u{85}\u{202E}", 1),
    Line("zero bytes", "\0\0", 1),
    Line("a zero byte in a word", "fatigue\0", 0),
    Line("combining marks alone", "\u{301}\u{20DD}", 1),
    Line("a word of ten thousand letters", String(repeating: "z", count: 10_000), 1),
    Line("five thousand words", (0..<5_000).map { "zebra\($0)" }.joined(separator: " "), 1),
    Line(
      "five thousand words with a known one",
      (0..<5_000).map { $0 % 50 == 0 ? "fatigue" : "zebra\($0)" }.joined(separator: " "), nil),
    Line(
      "a line of a megabyte",
      String(repeating: String(repeating: "okapi", count: 20) + ", ", count: 10_000), 1),
    Line("a megabyte of punctuation", String(repeating: "?!… ", count: 150_000), 1),
  ]

  @Test(arguments: lines)
  func `gets a sentence and its status`(line: Line) throws {
    let run = try SmallCorpus.indexedProgram().run("-", input: line.text + "\n")
    if let status = line.status { #expect(run.status == status, "\(run.output.suffix(300))") }
    #expect([0, 1].contains(run.status))
    #expect(run.errors.isEmpty)
    let answer = run.outputLines.dropFirst().joined(separator: "\n")
    #expect(!answer.isEmpty)
    if run.status == 1 {
      #expect(answer.count < 1000)
      #expect(answer.hasSuffix("."))
    }
  }

  @Test(arguments: lines)
  func `is one JSON object with every key`(line: Line) throws {
    let run = try SmallCorpus.indexedProgram().run("--json", input: line.text + "\n")
    let object = try #require(try run.objects.first)
    #expect(run.outputLines.count == 1)
    #expect(object["question"] as? String == line.text)
    #expect(object.count == 10)
    let status = try #require(object["status"] as? String)
    #expect((run.status == 1) == (status == "declined"))
    if status == "declined" {
      let reasons = ["empty", "unknown_words", "off_topic", "not_covered", "words_apart"]
      #expect(reasons.contains(object["reason"] as? String ?? ""))
      #expect((object["results"] as? [Any])?.isEmpty == true)
    } else {
      #expect((object["results"] as? [Any])?.isEmpty == false)
    }
  }

  @Test func `all of them on one stdin are answered one by one`() throws {
    let input = Self.lines.map(\.text).joined(separator: "\n")
    let run = try SmallCorpus.indexedProgram().run("--json", "--chat", input: input)
    #expect(try run.objects.map { $0["question"] as? String } == Self.lines.map(\.text))
    #expect(run.status == 0)
  }
}
