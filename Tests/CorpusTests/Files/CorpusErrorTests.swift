import Testing

@testable import Corpus

@Suite struct CorpusErrorTests {
  @Test(
    arguments: [
      (.missing(path: "d"), "d: no such folder; name the documents' folder with --corpus"),
      (
        .notAFolder(path: "d"),
        "d: is a file, not a folder; name the folder that holds it with --corpus"
      ),
      (
        .unreadable(path: "d", reason: "permission denied"),
        "d: cannot be read (permission denied); check its permissions"
      ),
      (
        .frontMatterUnclosed(path: "a.md", line: 1),
        "a.md:1: front matter opens here and never closes; end it with a line of three dashes"
      ),
      (
        .frontMatterMalformed(path: "a.md", line: 3, text: "x"),
        "a.md:3: front matter \"x\" is not \"key: value\"; correct the line"
      ),
      (
        .dateMalformed(path: "a.md", line: 2, key: "reviewed", value: "soon"),
        "a.md:2: reviewed \"soon\" is not a date; write it as 2026-01-31"
      ),
      (
        .bibliographyMalformed(path: "sources.json", line: 4, reason: "why"),
        "sources.json:4: is not CSL-JSON (why); export it again from the reference manager"
      ),
      (
        .citationUnknown(path: "a.md", line: 4, key: "mnt"),
        "a.md:4: citation \"@mnt\" is not in sources.json; add it there or correct the key"
      ),
      (
        .anchorRepeated(path: "b.md", line: 9, anchor: "x", firstLine: 5),
        "b.md:9: anchor \"#x\" is already used in line 5; choose another"
      ),
    ] as [(CorpusError, String)])
  func `an error says what, what happened and what to do`(error: CorpusError, text: String) {
    #expect(error.description == text)
  }
}
