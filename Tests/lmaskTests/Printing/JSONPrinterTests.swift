import Foundation
import TestSupport
import Testing

@testable import lmask

@Suite struct JSONPrinterTests {
  @Test(arguments: ["how is LM diagnosed?", "zebra", "", "🧠", "fly zebra"])
  func `every key is there, in the order of the contract, whatever was found`(
    question: String
  ) throws {
    let run = try SmallCorpus.indexedProgram().run("--json", "--", question)
    #expect(run.outputLines.count == 1)
    #expect(run.output.hasSuffix("\n"))
    let object = try #require(try run.objects.first)
    let keys = [
      "schema_version", "question", "status", "reason", "unmatched", "corrections", "context",
      "notices", "results", "nearest",
    ]
    #expect(Set(object.keys) == Set(keys))
    let places = keys.compactMap { run.output.firstRange(of: "\"\($0)\":")?.lowerBound }
    #expect(places == places.sorted())
    #expect(object["schema_version"] as? Int == 1)
    #expect(object["question"] as? String == question)
  }

  @Test func `every key of a result is there`() throws {
    let program = try SmallCorpus.indexedProgram()
    let keys: Set = [
      "rank", "score", "document", "title", "headings", "lines", "text", "best", "highlights",
      "matched", "citations",
    ]
    let plain = try results(of: "needle fly fatigue", program)
    #expect(plain.count == 3)
    for result in plain { #expect(Set(result.keys) == keys) }
    let explained = try results(of: "needle fly fatigue", program, "--explain")
    for result in explained { #expect(Set(result.keys) == keys.union(["explanation"])) }
  }

  @Test func `a result says where it stands and what it cites`() throws {
    let program = try SmallCorpus.indexedProgram()
    let result = try #require(try results(of: "how is LM diagnosed?", program).first)
    #expect(result["rank"] as? Int == 1)
    #expect(result["document"] as? String == "diagnosis.md")
    #expect(result["title"] as? String == "Finding LM")
    #expect(result["headings"] as? [String] == ["How is LM diagnosed?"])
    #expect(result["lines"] as? [Int] == [5, 9])
    #expect(
      result["text"] as? String == "Doctors find LM with an MRI scan 🧠 [1]. A lumbar puncture 👩‍⚕️ "
        + "confirms the diagnosis [2][1]. The scan shows the brain. The needle is thin [2].")
    #expect(result["matched"] as? [String] == ["diagnosed = diagnosis"])
    let citations = try #require(result["citations"] as? [[String: String]])
    #expect(
      citations == [
        [
          "key": "mnt", "title": "Leptomeningeal metastases", "publisher": "Medical News Today",
          "url": "https://example.org/mnt", "date": "",
        ],
        [
          "key": "nhs", "title": "Lumbar puncture", "publisher": "NHS",
          "url": "https://example.org/nhs", "date": "2025-03-04",
        ],
      ])
  }

  @Test(arguments: [
    ("how is LM diagnosed?", ["LM", "diagnosis"]), ("thin needle 🧠", ["needle", "thin"]),
    ("cafe Zurich fly", ["cafe\u{301}", "fly", "Zürich"]), ("rest", ["Rest"]),
  ])
  func `highlights are ranges of Unicode scalars that hold the matching words`(
    question: String, words: [String]
  ) throws {
    let program = try SmallCorpus.indexedProgram()
    let result = try #require(try results(of: question, program).first)
    let text = Array(try #require(result["text"] as? String).unicodeScalars)
    let ranges = try #require(result["highlights"] as? [[Int]])
    let found = ranges.map { range in
      var word = String.UnicodeScalarView()
      word.append(contentsOf: text[range[0]..<range[1]])
      return String(word)
    }
    #expect(found == words)
  }

  @Test func `the best sentence is a part of the text and answers`() throws {
    let program = try SmallCorpus.indexedProgram()
    let table = [
      "the needle": "The needle is thin [2].",
      "lumbar puncture": "A lumbar puncture 👩‍⚕️ confirms "
        + "the diagnosis [2][1].", "MRI scan": "Doctors find LM with an MRI scan 🧠 [1].",
      "does rest help?": "Rest helps.",
    ]
    for (question, best) in table {
      let result = try #require(try results(of: question, program).first)
      #expect(result["best"] as? String == best)
      #expect((result["text"] as? String)?.contains(best) == true)
    }
  }

  @Test func `results are sorted by score and ties by passage order`() throws {
    let program = try SmallCorpus.program()
    try program.folder.write("Walrus one.\n\nMore.\n", to: "Corpus/w1.txt")
    try program.folder.write("Walrus one.\n\nMore.\n", to: "Corpus/w2.txt")
    try program.folder.write("Walrus walrus walrus.\n", to: "Corpus/a0.txt")
    let results = try results(of: "walrus", program)
    let scores = results.compactMap { $0["score"] as? Double }
    #expect(scores == scores.sorted(by: >))
    #expect(scores.allSatisfy { $0 > 0 })
    #expect(results.compactMap { $0["rank"] as? Int } == [1, 2, 3])
    #expect(results.compactMap { $0["document"] as? String } == ["a0.txt", "w1.txt", "w2.txt"])
    #expect(scores.count == 3 && scores[1] == scores[2])
  }

  @Test func `an explanation adds up to the score`() throws {
    let program = try SmallCorpus.indexedProgram()
    for ranker in ["bm25", "tfidf"] {
      for result in try results(of: "thin needle scan", program, "--explain", "--ranker", ranker) {
        let explanation = try #require(result["explanation"] as? [String: Any])
        #expect(Set(explanation.keys) == ["name", "value", "parts"])
        #expect(explanation["value"] as? Double == result["score"] as? Double)
        let parts = try #require(explanation["parts"] as? [Any])
        #expect(!parts.isEmpty)
      }
    }
  }

  @Test func `a declined question has no results and names its words as typed`() throws {
    let object = try #require(
      try SmallCorpus.indexedProgram().run("--json", "Zebras & OKAPI").objects.first)
    #expect(object["status"] as? String == "declined")
    #expect(object["reason"] as? String == "unknown_words")
    #expect(object["unmatched"] as? [String] == ["Zebras", "OKAPI"])
    #expect((object["results"] as? [Any])?.isEmpty == true)
  }

  @Test func `a question without words is declined as empty`() throws {
    let object = try #require(try SmallCorpus.indexedProgram().run("--json", "").objects.first)
    #expect(object["status"] as? String == "declined")
    #expect(object["reason"] as? String == "empty")
  }

  @Test func `an answered question has no reason, a doubtful one names what is not covered`() throws
  {
    let program = try SmallCorpus.indexedProgram()
    let answered = try #require(try program.run("--json", "may I fly?").objects.first)
    #expect(answered["status"] as? String == "answered")
    #expect(answered["reason"] is NSNull)
    let doubtful = try #require(try program.run("--json", "fly with a Zebra").objects.first)
    #expect(doubtful["status"] as? String == "uncertain")
    #expect(doubtful["reason"] as? String == "off_topic")
    #expect(doubtful["unmatched"] as? [String] == ["Zebra"])
    #expect((doubtful["results"] as? [Any])?.isEmpty == false)
  }

  @Test func `control characters of the corpus are escaped and come back as they were`() throws {
    let program = try SmallCorpus.program()
    try program.folder.write(
      "Walrus \u{1B}[31mred\u{7F}\u{9B}\u{202E}x \u{7}.\n", to: "Corpus/w.txt")
    let run = try program.run("--json", "walrus")
    #expect(!run.output.unicodeScalars.contains { $0.isControl })
    let results = try #require(try run.objects.first?["results"] as? [[String: Any]])
    #expect(results[0]["text"] as? String == "Walrus \u{1B}[31mred\u{7F}\u{9B}\u{202E}x \u{7}.")
  }

  private func results(
    of question: String, _ program: Program, _ options: String...
  ) throws -> [[String: Any]] {
    let arguments = ["--json"] + options + ["--", question]
    let run = try program.run(bytes: arguments.map { Array($0.utf8) })
    return try #require(try run.objects.first?["results"] as? [[String: Any]])
  }
}

@Suite struct FoldedTextTests {
  /// Eight bytes are looked at together: what matters may stand at each of their places.
  @Test(arguments: 0..<20)
  func `what needs folding is found wherever it stands`(place: Int) {
    for odd in ["  ", " \n", "\t", "\u{1}", "\u{7F}", "é", "! ! "] {
      let text = String("abc efg hij klm opq stu".prefix(place)) + odd + "xyz"
      let words = text.unicodeScalars.split { $0 == " " || $0 == "\n" || $0 == "\t" }
      let expected = words.map { String(String.UnicodeScalarView($0)) }.joined(separator: " ")
      #expect(FoldedText(text).text == expected, "\(text)")
    }
  }

  @Test func `white space is folded and trimmed`() {
    #expect(FoldedText(" a \n\t b\u{A0}c  ").text == "a b c")
    #expect(FoldedText(" \n ").text == "")
    #expect(FoldedText("eight by eight  two here").text == "eight by eight two here")
    #expect(FoldedText("").text == "")
  }

  @Test func `offsets of random texts lead to the same words`() {
    let pieces = ["a", "é", "e\u{301}", "🧠", "👩‍⚕️", " ", "\n", "\t", "\u{2003}", "字", "\r\n"]
    for seed in UInt64(1)...200 {
      var random = SeededGenerator(seed: seed)
      let original = (0..<Int.random(in: 0...30, using: &random))
        .map { _ in pieces.randomElement(using: &random)! }.joined()
      let folded = FoldedText(original)
      let borders =
        original.unicodeScalars.indices.map {
          original.utf8.distance(from: original.startIndex, to: $0)
        } + [original.utf8.count]
      let from = Int.random(in: borders.indices, using: &random)
      let to = Int.random(in: from..<borders.count, using: &random)
      let range = borders[from]..<borders[to]
      let part = String(decoding: Array(original.utf8)[range], as: UTF8.self)
      #expect(folded.slice(range).words == part.words, "seed \(seed)")
      let scalars = folded.scalars(range)
      #expect(scalars.upperBound <= folded.text.unicodeScalars.count, "seed \(seed)")
      #expect(folded.text.words == original.words, "seed \(seed)")
    }
  }
}

extension String {
  fileprivate var words: [String] {
    unicodeScalars.split { $0.properties.isWhitespace }.map(String.init)
  }
}
