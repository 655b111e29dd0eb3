import Testing

@testable import Corpus

@Suite struct JSONOutlineTests {
  @Test(
    arguments: [
      ("[]", []),
      ("\u{FEFF} [ ]\n", []),
      ("[1]", [1]),
      ("[\n{}, {},\n[\n[]],\n\"a\", null, -1.5e3\n]", [2, 2, 3, 5, 5, 5]),
      ("[{\"a\": [1, {\"b\": \"]}\\\"\"}],\n \"c\": true},\n{\"d\": {}}]", [1, 3]),
      ("{\"a\": [1]}", []),
      ("7", []),
    ] as [(String, [Int])])
  func `sound JSON has no fault, and its elements have lines`(json: String, lines: [Int]) {
    let outline = JSONOutline(Array(json.utf8))
    #expect(outline.faultLine == nil)
    #expect(outline.elementLines == lines)
  }

  @Test(
    arguments: [
      ("", 1), ("\n\n", 1), ("[", 1), ("[\n1,\n2\n\n", 3), ("[\n1\n2]", 3), ("[1,\n]", 2),
      ("[\n{\"a\": 1\n\"b\": 2}]", 3), ("[{\"a\"\n1}]", 2), ("[{\"a\":\n}]", 2), ("[{1: 2}]", 1),
      ("[\n\"a\n\"]", 2), ("[\n\"a\\\"]\n", 2), ("[]\n[]", 2), ("[]\n]", 2), ("[\n}", 2),
      ("{\n]", 2), ("[\nnone]", 2), ("{\"a\": 1,\n}", 2), ("[,]", 1), ("nonsense", 1),
      ("{\"a\": 1\n\n", 1),
    ])
  func `a fault has the line of the first token that is wrong`(json: String, line: Int) {
    #expect(JSONOutline(Array(json.utf8)).faultLine == line)
  }

  @Test func `nesting of any depth is followed`() {
    let json = String(repeating: "[", count: 100_000) + String(repeating: "]", count: 100_000)
    #expect(JSONOutline(Array(json.utf8)).faultLine == nil)
    #expect(JSONOutline(Array(json.dropLast().utf8)).faultLine == 1)
  }
}
