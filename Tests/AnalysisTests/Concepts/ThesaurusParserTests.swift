import Corpus
import Testing

@testable import Analysis

@Suite struct ThesaurusParserTests {
  func parse(_ text: String) throws(ThesaurusError) -> [Concept] {
    var parser = ThesaurusParser(path: "thesaurus.txt")
    return try parser.parse(SourceText(path: "thesaurus.txt", bytes: Array(text.utf8)))
  }

  @Test func `a concept has its name, wordings, guards, meaning and line`() throws {
    let concepts = try parse(
      """
      # A note.

      lumbar puncture
        also: spinal tap, needle in the spine
        only: tap, LP with back, spine
        not: tap with water, kitchen
        meaning: a needle in the low back

      CSF
        also: brain water

      """)
    #expect(
      concepts == [
        Concept(
          name: "lumbar puncture",
          wordings: [
            Concept.Wording("lumbar puncture"), Concept.Wording("spinal tap"),
            Concept.Wording("needle in the spine"),
            Concept.Wording("tap", required: ["back", "spine"], excluded: ["water", "kitchen"]),
            Concept.Wording("LP", required: ["back", "spine"]),
          ], meaning: "a needle in the low back", line: 3),
        Concept(
          name: "CSF", wordings: [Concept.Wording("CSF"), Concept.Wording("brain water")],
          meaning: nil, line: 9),
      ])
    #expect(concepts.map(\.term) == ["=lumbar puncture", "=CSF"])
  }

  @Test(
    arguments: [
      ("", []),
      ("\n# only a note\n\n", []),
      ("a\n", ["a"]),
      ("a\r\n\r\nb\r\n", ["a", "b"]),
      ("a\nb\n", ["a", "b"]),
      ("  \na  b\n", ["a b"]),
      ("a\n# note\n\tALSO", nil),
      ("a\n  also:\n", ["a"]),
      ("a\n  also: ,, ,\n", ["a"]),
      ("a\n  also: b , c d ,\n  also: e\n", ["a", "b", "c d", "e"]),
      ("a\n  also: b,\n    c,\n      d e\n", ["a", "b", "c", "d e"]),
      ("a\n\talso: b\n", ["a", "b"]),
      ("a\n  also: b\n# note\n  also: c\n", ["a", "b", "c"]),
      ("a\n  also: b\n\n  also: c\n", ["a", "b", "c"]),
      ("größe\n  also: Ödem, 水, e\u{301}clat\n", ["größe", "Ödem", "水", "e\u{301}clat"]),
      ("a\n  only: b with c\n", ["a", "b"]),
      ("a\n  also: b\n  only: b with c\n", ["a", "b"]),
      ("a\n  not: b with c\n", ["a"]),
      ("a\n  also: come with me\n  only: come with me with c\n", ["a", "come with me"]),
    ] as [(String, [String]?)])
  func `a file gives its wordings`(text: String, wordings: [String]?) {
    let found = try? parse(text).flatMap(\.wordings).map(\.text)
    #expect(found == wordings)
  }

  @Test func `several guards of one wording add up`() throws {
    let concepts = try parse("a\n  only: b with c\n  only: b, d with e\n  not: b with f\n")
    #expect(
      concepts.first?.wordings == [
        Concept.Wording("a"), Concept.Wording("b", required: ["c", "e"], excluded: ["f"]),
        Concept.Wording("d", required: ["e"]),
      ])
  }

  @Test(
    arguments: [
      ("a\n  see: b\n", ["b"]), ("a\n", []), ("a\n  see:\n", []), ("a\n  see: ,, ,\n", []),
      ("a\n  see: c d , b\n  also: x\n  see: ö\n", ["c d", "b", "ö"]),
      ("a\n  see: b,\n    c  d\n", ["b", "c d"]),
    ] as [(String, [String])])
  func `names to see also stand in the order of the file and are no wordings`(
    text: String, names: [String]
  ) throws {
    let concept = try #require(try parse(text).first)
    #expect(concept.related == names)
    #expect(Set(concept.wordings.map(\.text)).isDisjoint(with: names))
  }

  @Test(arguments: [
    ("a\n", false), ("a\n  absent: yes\n", true), ("a\n  absent:   yes  \n  also: b\n", true),
  ])
  func `a concept of which nothing is told says so`(text: String, isAbsent: Bool) throws {
    #expect(try parse(text).map(\.isAbsent) == [isAbsent])
  }

  @Test(arguments: ["absent:", "absent: no", "absent", "Absent: yes"])
  func `what is absent is said with yes alone`(line: String) {
    #expect(
      throws: ThesaurusError.keywordUnknown(path: "thesaurus.txt", line: 2, text: line)
    ) { try parse("a\n  \(line)\n") }
  }

  @Test(
    arguments: [
      ("a\n", false), ("a\n  also: b\n", false), ("a\n  absent: yes\n", true),
      ("a\n  absent: yes\n  also: b\n", true), ("b\n  absent: yes\n\na\n", false),
    ])
  func `an entry may be marked absent`(text: String, isAbsent: Bool) throws {
    #expect(try parse(text).last?.isAbsent == isAbsent)
  }

  @Test(
    arguments: [
      ("a\n  meaning: of b\n", "of b"), ("a\n  meaning:\n", nil), ("a\n  also: b\n", nil),
      ("a\n  meaning: one: two, three\n    and four\n", "one: two, three and four"),
    ] as [(String, String?)])
  func `a meaning is one line of plain words`(text: String, meaning: String?) throws {
    #expect(try parse(text).first?.meaning == meaning)
  }

  @Test(
    arguments: [
      (
        "a\n  alos: b\n",
        .keywordUnknown(path: "thesaurus.txt", line: 2, text: "alos: b"),
        "thesaurus.txt:2: \"alos: b\" is none of also:, only:, not:, see:, absent: yes, meaning:; "
          + "correct the word"
      ),
      (
        "a\n\n# note\n  b, c\n",
        .keywordUnknown(path: "thesaurus.txt", line: 4, text: "b, c"),
        "thesaurus.txt:4: \"b, c\" is none of also:, only:, not:, see:, absent: yes, meaning:; "
          + "correct the word"
      ),
      (
        "\n  also: b\n",
        .outsideConcept(path: "thesaurus.txt", line: 2),
        "thesaurus.txt:2: this line belongs to no concept; start one with its name at the margin"
      ),
      (
        "a\n  only: b, c\n",
        .guardWithoutWords(path: "thesaurus.txt", line: 2, text: "b, c"),
        "thesaurus.txt:2: \"b, c\" is not \"WORDS with WORDS\"; name the words on both sides"
      ),
      (
        "a\n  not: with c\n",
        .guardWithoutWords(path: "thesaurus.txt", line: 2, text: "with c"),
        "thesaurus.txt:2: \"with c\" is not \"WORDS with WORDS\"; name the words on both sides"
      ),
      (
        "a\n  also: b\n  not: b with\n",
        .guardWithoutWords(path: "thesaurus.txt", line: 3, text: "b with"),
        "thesaurus.txt:3: \"b with\" is not \"WORDS with WORDS\"; name the words on both sides"
      ),
      (
        "x\n\na\n  only: b with c, d\n  not: b with d\n",
        .guardContradicts(path: "thesaurus.txt", line: 3, word: "d"),
        "thesaurus.txt:3: \"d\" both lets a wording count and forbids it; keep it on one side"
      ),
    ] as [(String, ThesaurusError, String)])
  func `what is malformed is named with its line`(
    text: String, expected: ThesaurusError, sentence: String
  ) {
    let error = #expect(throws: ThesaurusError.self) { try parse(text) }
    #expect(error == expected)
    #expect(error?.description == sentence)
  }
}
