import Testing

@testable import Corpus

@Suite struct CitationMarksTests {
  @Test(
    arguments: [
      ("", []), ("no marks", []), ("It is rare [@mnt].", ["mnt"]),
      ("[@a][@b] and [@a]", ["a", "b", "a"]),
      ("[@a; @b;@c]", ["a", "b", "c"]),
      ("[see @a, p. 5; also @b]", ["a", "b"]),
      ("[-@a]", ["a"]),
      ("[@a.] [@b:]", ["a", "b"]),
      ("[@doi:10.1/x_y-2]", ["doi:10.1/x_y-2"]),
      ("[@müller2020]", ["müller2020"]),
      ("[see [@a] there]", ["a"]),
      ("[[@a]]", ["a"]),
      ("[open and [@a]", ["a"]),
    ] as [(String, [String])])
  func `keys come in their order`(text: String, keys: [String]) {
    #expect(CitationMarks.keys(in: text) == keys)
  }

  @Test(arguments: [
    "@a", "[a]", "[@]", "[@ a]", "[@a", "@a]", "[me@example.org]", "[@a; b]", "[@a;]", "[1]",
    "[@[", "]@[", "(@a)", "[write to @ home]",
  ])
  func `other brackets cite nothing and stay as typed`(text: String) {
    var numbers: [String] = []
    #expect(CitationMarks.keys(in: text).isEmpty)
    #expect(CitationMarks.numbered(text, &numbers) == text)
    #expect(numbers.isEmpty)
  }

  @Test func `numbers follow the first use and go on from one text to the next`() {
    var numbers: [String] = []
    #expect(CitationMarks.numbered("A [@x]. B [@y; @x].", &numbers) == "A [1]. B [2][1].")
    #expect(CitationMarks.numbered("é [see @z, p. 5] – [@x]", &numbers) == "é [3] – [1]")
    #expect(numbers == ["x", "y", "z"])
  }

  @Test func `many opening brackets take no more than one look each`() {
    let text = "@" + String(repeating: "[", count: 100_000)
    #expect(CitationMarks.keys(in: text).isEmpty)
  }
}
