import Foundation
import TestSupport
import Testing

@Suite struct EvaluateCommandTests {
  // Right at rank 1 with the right sentence; found nowhere; right by lines; unanswerable and
  // declined; unanswerable and answered.
  static let questions = #"""
    {"id": "a", "q": "thin needle", "answerable": true, "must_match": ["NEEDLE.is thin"], "style": "plain"}
    {"id": "b", "q": "fatigue", "answerable": true, "must_match": ["walrus"], "style": "lay"}

    {"id": "c", "q": "may I fly?", "answerable": true, "document": "travel.md", "lines": [[1, 2], [5, 5]], "style": "lay"}
    {"id": "d", "q": "zebra", "answerable": false, "style": "plain"}
    {"id": "e", "q": "fly to the moon", "answerable": false}
    """#

  @Test func `the table grades every measure`() throws {
    let program = try SmallCorpus.indexedProgram()
    try program.folder.write(Self.questions, to: "questions.jsonl")
    let run = try program.run("evaluate", "questions.jsonl")
    #expect(run.status == 0)
    for name in [
      "questions", "success@1", "success@3", "MRR@10", "best sentence", "unanswerable declined",
      "answerable declined",
    ] { #expect(run.outputLines[0].contains(name)) }
    let all = run.outputLines[1].split(separator: " ")
    // 5 questions; 2 of 3 answerable right at once; best sentence 1 of 1; 1 of 2 declined,
    // the other one uncertain.
    #expect(all == ["all", "5", "0.667", "0.667", "0.667", "1.000", "0.500", "1.000", "0.000"])
    #expect(run.outputLines[2...].map { $0.prefix { $0 != " " } } == ["lay", "plain"])
  }

  @Test func `JSON prints the same as one object`() throws {
    let program = try SmallCorpus.indexedProgram()
    try program.folder.write(Self.questions, to: "questions.jsonl")
    let object = try #require(
      try program.run("evaluate", "--json", "questions.jsonl").objects.first)
    #expect(object["questions"] as? Int == 5)
    #expect(object["answerable"] as? Int == 3)
    let expected = [
      "success_at_1": 2.0 / 3, "success_at_3": 2.0 / 3, "mrr_at_10": 2.0 / 3, "best_sentence": 1,
      "declined_unanswerable": 0.5, "declined_answerable": 0,
    ]
    for (key, value) in expected {
      let number = try #require(object[key] as? Double, "\(key)")
      #expect(abs(number - value) < 1e-9)
    }
    let styles = try #require(object["styles"] as? [String: [String: Any]])
    #expect(styles.mapValues { $0["questions"] as? Int } == ["lay": 2, "plain": 2])
  }

  @Test func `a question with a context is asked after it, every other alone`() throws {
    let program = try SmallCorpus.indexedProgram()
    let followUp = #""q": "and is it thin?", "answerable": true, "must_match": ["needle is thin"]}"#
    func share(_ lines: String...) throws -> Double? {
      try program.folder.write(lines.joined(separator: "\n"), to: "q.jsonl")
      let object = try program.run("evaluate", "--json", "q.jsonl").objects.first
      return object?["success_at_1"] as? Double
    }
    let other = #"{"id": "a", "q": "may I fly?", "answerable": true, "must_match": ["fly"]}"#
    #expect(
      try share(other, #"{"id": "b", "context": "what is the needle for?", "# + followUp) == 1)
  }

  static let signals = [
    "question-lines", "proximity", "answer-kinds", "documents", "feedback", "exact-words",
    "see-also", "spelling",
  ]

  @Test(arguments: signals)
  func `each signal can be left out`(name: String) throws {
    let program = try SmallCorpus.indexedProgram()
    try program.folder.write(Self.questions, to: "questions.jsonl")
    let run = try program.run("evaluate", "--json", "--without", name, "questions.jsonl")
    #expect(run.status == 0)
    #expect(try run.objects.first?["questions"] as? Int == 5)
    #expect(try program.run("evaluate", "--help").output.contains(name))
  }

  @Test func `what is left out is not used`() throws {
    let program = try SmallCorpus.indexedProgram()
    try program.folder.write(
      #"{"id": "a", "q": "fatige", "answerable": true, "must_match": ["fatigue is"]}"#,
      to: "q.jsonl")
    func share(_ options: String...) throws -> Double? {
      let run = try program.run(
        bytes: (["evaluate", "--json"] + options + ["q.jsonl"]).map { Array($0.utf8) })
      return try run.objects.first?["success_at_1"] as? Double
    }
    #expect(try share() == 1)
    #expect(try share("--without", "spelling") == 0)
    #expect(try share("--without", "proximity", "--without", "documents") == 1)
    #expect(try share("--without", "proximity", "--without", "spelling") == 0)
  }

  @Test(arguments: ["zebra", "", "Proximity", "all"])
  func `a signal that there is not ends with 64 and the names of those there are`(name: String)
    throws
  {
    let program = try SmallCorpus.indexedProgram()
    // Told before any file is looked for.
    for file in ["nowhere.jsonl", "Corpus"] {
      let run = try program.run("evaluate", "--without", name, file)
      #expect(run.status == 64)
      #expect(run.output.isEmpty)
      #expect(
        run.errors == "lmask: --without \(name): no such signal; there are "
          + Self.signals.joined(separator: ", ") + "\n")
    }
  }

  @Test func `failures lists what went wrong and nothing else`() throws {
    let program = try SmallCorpus.indexedProgram()
    try program.folder.write(Self.questions, to: "questions.jsonl")
    let table = try program.run("evaluate", "questions.jsonl").output
    let run = try program.run("evaluate", "--failures", "questions.jsonl")
    #expect(run.output.hasPrefix(table))
    let failures = run.output.dropFirst(table.count).split(separator: "\n")
    #expect(
      failures.filter { !$0.hasPrefix(" ") } == [
        "b  not found, answered: fatigue", "e  not declined, uncertain: fly to the moon",
      ])
  }

  @Test func `failures in JSON stay JSON`() throws {
    let program = try SmallCorpus.indexedProgram()
    try program.folder.write(Self.questions, to: "questions.jsonl")
    let run = try program.run("evaluate", "--json", "--failures", "questions.jsonl")
    let object = try #require(try run.objects.first)
    let failures = try #require(object["failures"] as? [[String: Any]])
    #expect(failures.map { $0["id"] as? String } == ["b", "e"])
    #expect(failures.map { $0["status"] as? String } == ["answered", "uncertain"])
  }

  @Test(arguments: [
    ("", "holds no question"), ("\n\n", "holds no question"), ("{}", ":1: not a question"),
    (#"{"id": "1", "q": "x", "answerable": true}"# + "\nnonsense", ":2: not a question"),
    (#"{"id": "1", "q": "x", "answerable": true, "must_match": ["("]}"#, ":1: not a question"),
    (#"{"id": "1", "q": 5, "answerable": true}"#, "\"q\" is of the wrong type"),
  ])
  func `a bad question file ends with 2 and names the line`(text: String, words: String) throws {
    let program = try SmallCorpus.indexedProgram()
    try program.folder.write(text, to: "q.jsonl")
    let run = try program.run("evaluate", "q.jsonl")
    #expect(run.status == 2)
    #expect(run.output.isEmpty)
    #expect(run.errorLines.count == 1)
    #expect(run.errors.hasPrefix("lmask: q.jsonl"))
    #expect(run.errors.contains(words))
  }

  @Test func `a missing file or a folder ends with 2 and one sentence`() throws {
    let program = try SmallCorpus.indexedProgram()
    for file in ["nowhere.jsonl", "Corpus"] {
      let run = try program.run("evaluate", file)
      #expect(run.status == 2)
      #expect(run.errorLines.count == 1)
      #expect(run.errors.hasPrefix("lmask: \(file): cannot be read"))
    }
  }
}
