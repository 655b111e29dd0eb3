import Corpus
import Testing

@testable import Analysis

@Suite struct ThesaurusTests {
  static func thesaurus(_ text: String) throws(ThesaurusError) -> Thesaurus {
    var analyzer = Analyzer.standard()
    return try Thesaurus(
      SourceText(path: "thesaurus.txt", bytes: Array(text.utf8)), analyzer: &analyzer)
  }

  @Test func `wordings are found by their first term, the longest first`() throws {
    let thesaurus = try Self.thesaurus(
      "headache\n  also: head, head ache\n\nscalp\n  also: head of the hair growth\n")
    let phrases = thesaurus.phrases(startingWith: "head")
    #expect(phrases.map(\.text) == ["head of the hair growth", "head ache", "head"])
    #expect(phrases.map(\.concept) == [1, 0, 0])
    #expect(phrases.map(\.conceptTerm) == ["=scalp", "=headache", "=headache"])
    #expect(phrases.map(\.terms.count) == [3, 2, 1])
    #expect(thesaurus.phrases(startingWith: "heads").isEmpty)
    #expect(thesaurus.phrases(startingWith: "").isEmpty)
  }

  @Test func `wordings and guards are analysed as texts are`() throws {
    let thesaurus = try Self.thesaurus(
      "seizures\n  only: the Fits with SHAKING, in the bath\n  not: the Fits with shoes\n")
    let phrase = try #require(thesaurus.phrases(startingWith: "fit").first)
    #expect(phrase.terms == ["fit"])
    #expect(phrase.text == "the Fits")
    #expect(phrase.required == ["shake", "bath"])
    #expect(phrase.excluded == ["shoe"])
    #expect(thesaurus.phrases(startingWith: "seizur").count == 1)
  }

  @Test func `first terms are sorted by their bytes`() throws {
    let thesaurus = try Self.thesaurus("zebra\n\nÖdem\n\napple\n  also: zebra crossing, 水, 9\n")
    let terms = thesaurus.firstTerms
    #expect(Set(terms).count == terms.count)
    #expect(terms.count == 5)
    #expect(terms == terms.sorted { Array($0.utf8).lexicographicallyPrecedes(Array($1.utf8)) })
  }

  @Test func `concepts to see also are found by their names, before or after, in a circle too`()
    throws
  {
    let thesaurus = try Self.thesaurus(
      "a1\n  see: c3, b2\n\nb2\n  see: a1\n\nc3\n  also: d4\n")
    #expect((0..<3).map { thesaurus.related(toConcept: $0) } == [[2, 1], [0], []])
  }

  @Test func `an empty thesaurus knows nothing`() throws {
    for thesaurus in [Thesaurus(), try Self.thesaurus("# note\n")] {
      #expect(thesaurus.concepts.isEmpty)
      #expect(thesaurus.firstTerms.isEmpty)
      #expect(thesaurus.phrases(startingWith: "lm").isEmpty)
    }
  }

  @Test func `two forms of one word in one concept count once`() throws {
    let thesaurus = try Self.thesaurus("headache\n  also: headaches, Headache, the headache\n")
    #expect(thesaurus.phrases(startingWith: "headach").map(\.text) == ["headache"])
  }

  @Test func `eight words are not too long`() throws {
    let thesaurus = try Self.thesaurus("word\n  also: one two three four five six seven eight\n")
    #expect(thesaurus.phrases(startingWith: "one").map(\.terms.count) == [8])
  }

  @Test(
    arguments: [
      (
        "x\n\nword\n  also: one two three four five six seven eight nine\n",
        .phraseTooLong(
          path: "thesaurus.txt", line: 3, phrase: "one two three four five six seven eight nine"),
        "thesaurus.txt:3: \"one two three four five six seven eight nine\" is longer than eight "
          + "words; shorten it"
      ),
      (
        "word\n  also: how is it\n",
        .phraseEmpty(path: "thesaurus.txt", line: 1, phrase: "how is it"),
        "thesaurus.txt:1: \"how is it\" holds only little words that are never searched for; "
          + "choose another"
      ),
      (
        "?!\n", .phraseEmpty(path: "thesaurus.txt", line: 1, phrase: "?!"),
        "thesaurus.txt:1: \"?!\" holds only little words that are never searched for; "
          + "choose another"
      ),
      (
        "scan\n  also: pictures\n\nphoto\n  also: the picture\n",
        .phraseRepeated(
          path: "thesaurus.txt", line: 4, phrase: "the picture", concept: "scan", firstLine: 1),
        "thesaurus.txt:4: \"the picture\" already belongs to \"scan\" in line 1; keep it in one"
      ),
      (
        "x\n\nscan\n  also: picture\n  see: x, photo\n\ncamera\n  also: photo\n",
        .relatedUnknown(path: "thesaurus.txt", line: 3, concept: "scan", name: "photo"),
        "thesaurus.txt:3: \"scan\" says to see \"photo\", which is no other entry; use an entry's "
          + "name"
      ),
      (
        "scan\n  see: scan\n",
        .relatedUnknown(path: "thesaurus.txt", line: 1, concept: "scan", name: "scan"),
        "thesaurus.txt:1: \"scan\" says to see \"scan\", which is no other entry; use an entry's "
          + "name"
      ),
      (
        "scan\n\nscan\n",
        .phraseRepeated(
          path: "thesaurus.txt", line: 3, phrase: "scan", concept: "scan", firstLine: 1),
        "thesaurus.txt:3: \"scan\" already belongs to \"scan\" in line 1; keep it in one"
      ),
    ] as [(String, ThesaurusError, String)])
  func `a wording that cannot work is named with its concept's line`(
    text: String, expected: ThesaurusError, sentence: String
  ) {
    let error = #expect(throws: ThesaurusError.self) { try Self.thesaurus(text) }
    #expect(error == expected)
    #expect(error?.description == sentence)
  }
}
