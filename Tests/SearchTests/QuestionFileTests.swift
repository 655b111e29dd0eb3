import Search
import Testing
import TestSupport

@Suite struct QuestionFileTests {
  private func read(_ text: String) throws -> [EvaluationQuestion] {
    let folder = try TemporaryFolder()
    return try QuestionFile.read(folder.write(text, to: "questions.jsonl"))
  }

  @Test func `every key is read`() throws {
    let questions = try read(
      """
      {"id":"q1","q":"how is LM diagnosed?","answerable":true,"context":"what is LM?",\
      "style":"plain","must_match":["MRI","\\\\bpuncture\\\\b"],"document":"a.md","lines":[[3,5],[7,7]]}
      {"id":"q2","q":"","answerable":false}
      """)
    try #require(questions.count == 2)
    #expect(questions[0].id == "q1")
    #expect(questions[0].question == "how is LM diagnosed?")
    #expect(questions[0].isAnswerable)
    #expect(questions[0].context == "what is LM?")
    #expect(questions[0].style == "plain")
    #expect(questions[0].mustMatch == ["MRI", "\\bpuncture\\b"])
    #expect(questions[0].document == "a.md")
    #expect(questions[0].lines == [3...5, 7...7])
    #expect(!questions[1].isAnswerable)
    #expect(questions[1].context == nil)
    #expect(questions[1].mustMatch == [])
    #expect(questions[1].lines == [])
  }

  @Test func `blank lines, line ends of Windows, nulls and unknown keys are no trouble`() throws {
    let questions = try read(
      "\n{\"id\":\"1\",\"q\":\"a\",\"answerable\":true,\"lines\":null,\"new\":{}}\r\n  \r\n\t\n"
        + "{\"id\":\"2\",\"q\":\"é\\u2019\",\"answerable\":false}")
    #expect(questions.map(\.question) == ["a", "é’"])
  }

  static let malformed: [(line: String, reason: String)] = [
    ("not JSON", "not JSON"),
    ("{\"id\":\"1\",\"q\":\"a\",\"answerable\":true", "not JSON"),
    ("{\"id\":\"1\",\"q\":\"a\"}", "no \"answerable\""),
    ("{\"q\":\"a\",\"answerable\":true}", "no \"id\""),
    ("{\"id\":\"1\",\"answerable\":true}", "no \"q\""),
    ("{\"id\":1,\"q\":\"a\",\"answerable\":true}", "\"id\" is of the wrong type"),
    ("{\"id\":\"1\",\"q\":null,\"answerable\":true}", "\"q\" is of the wrong type"),
    ("{\"id\":\"1\",\"q\":\"a\",\"answerable\":\"yes\"}", "\"answerable\" is of the wrong type"),
    ("[1, 2]", "not an object"),
    ("\"text\"", "not an object"),
    (
      "{\"id\":\"1\",\"q\":\"a\",\"answerable\":true,\"must_match\":[\"MRI\",\"(\"]}",
      "expected ')'"
    ),
  ]

  @Test(arguments: malformed)
  func `what is malformed is named with its line`(line: String, reason: String) throws {
    let good = "{\"id\":\"1\",\"q\":\"a\",\"answerable\":true}"
    let folder = try TemporaryFolder()
    let path = try folder.write("\(good)\n\n\(line)\n\(good)\n", to: "questions.jsonl")
    let error = #expect(throws: QuestionFile.Failure.self) { try QuestionFile.read(path) }
    #expect(error == .malformed(path: path, line: 3, reason: reason))
    #expect(
      error?.description
        == "\(path):3: not a question (\(reason)); each line is a JSON object with id, q and answerable"
    )
  }

  @Test func `a file that cannot be read or holds nothing is an error`() throws {
    let folder = try TemporaryFolder()
    let none = folder.path + "/none"
    #expect(
      throws: QuestionFile.Failure.unreadable(path: none, reason: "no such file or directory")
    ) { try QuestionFile.read(none) }
    #expect(
      throws: QuestionFile.Failure.unreadable(path: folder.path, reason: "is a directory")
    ) { try QuestionFile.read(folder.path) }
    for text in ["", "\n \r\n"] {
      let path = try folder.write(text, to: "empty")
      #expect(throws: QuestionFile.Failure.empty(path: path)) { try QuestionFile.read(path) }
    }
  }

  @Test func `bytes that are not UTF-8 are malformed`() throws {
    let folder = try TemporaryFolder()
    let path = try folder.write(
      Array("{\"id\":\"1\",\"answerable\":true,\"q\":\"".utf8) + [0xFF] + Array("\"}".utf8),
      to: "questions")
    #expect(throws: QuestionFile.Failure.malformed(path: path, line: 1, reason: "not JSON")) {
      try QuestionFile.read(path)
    }
  }
}
