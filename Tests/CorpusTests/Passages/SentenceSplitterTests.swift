import TestSupport
import Testing

@testable import Corpus

@Suite struct SentenceSplitterTests {
  /// Sentences as they should be cut, written with ‖ between them.
  @Test(arguments: [
    // Plain prose.
    "", "One", "One.", "One.‖Two.", "Is it?‖Yes!‖Good.", "Wait…‖Then go.", "Really?!‖Yes.",
    "He waited... and waited.", "So...‖Then he left.", "One. two stays with it.",
    "The end is pH.‖7 people came.",
    // Numbers.
    "It takes 1.2 to 2 years.‖Then it stops.", "About 5–10% have it.‖Few live.",
    "Around 110,000.5 people.‖More.", "It was 2019.‖Then 2020.", "See v1.2.3 for more.",
    "Take approx. 5 mg.‖Rest.", "See no. 5 and Fig. 2 on p. 7.‖Done.", "Since Jan. 5 it grows.",
    "Scan on 5 Sept. 2019.‖Then home.", "Call tel. 999.‖Wait.",
    // Abbreviations.
    "Dr. Smith and Mrs. Jones met.‖They spoke.", "MRI vs. CT is asked.‖Ask.",
    "Tests (e.g. MRI) help.‖Others do not.", "Tests [e.g. MRI] help.", "Use drugs, i.e. Gefitinib.",
    "Kim et al. 2020 found it.‖So did J. R. Lee.", "The U.S. Food and Drug Administration agrees.",
    "Seen by St. Mary's.‖Good.", "Open 9 a.m. Monday to Friday.",
    "Found by J. Smith and K. Jones.‖Good.", "J. Smith met Ann B. Lee.", "Asked (J. R. Lee).‖Yes.",
    // Words that look like abbreviations and end a sentence.
    "Can it be cured?‖The answer is no.‖Doctors can help.", "Do you say no?‖Yes.",
    "This is stage I.‖It is early.", "He has hemophilia A.‖It is rare.", "It is type E.‖Rest.",
    "He has MS.‖It is not LM.", "He has pain, etc.‖He rests.",
    "I saw Dr!‖Really.", "Nobody saw it in the fig.‖Then they did.",
    "It is not so, as I can't.‖So?",
    // Quotations and brackets.
    "She said \"stop.\"‖Then he did.", "She said “stop.”‖Then he did.", "(It is rare.)‖It is bad.",
    "Ask: ‘why?’‖They tell.", "He asked \"why?\" and left.", "One.‖“Two,” he said.", "One.‖(Two.)",
    // Citations belong to the sentence before them.
    "LM is rare [@mnt].‖It is serious [@mnt; @b].", "LM is rare.[1][2]‖It is serious.",
    "LM is rare. [1]‖It is serious.", "LM is rare. [@mnt] [@b]‖It is serious. [@b]",
    "LM is rare. [see @mnt, p. 5]‖It is serious.", "Is it rare? [12]‖Yes.",
    "LM is rare.‖[Note] It is serious.", "LM is rare.‖[1 of 2] It goes on.",
  ])
  func `sentences end where a reader ends them`(marked: String) {
    let expected = marked.split(separator: "‖").map(String.init)
    let text = expected.joined(separator: " ")
    #expect(SentenceSplitter().sentences(of: text).map { String(text[$0]) } == expected)
  }

  @Test(
    arguments: [
      ("  One.   Two.  ", ["  One.", "Two."]), ("\n\nOne.\n \nTwo", ["One.", "Two"]),
      ("one\ntwo\nthree.", ["one", "two", "three."]), ("Pain. • Fits.", ["Pain.", "• Fits."]),
      ("Does it?\nno.\nIt can.", ["Does it?", "no.", "It can."]),
      ("   ", []), ("...", ["..."]), ("?", ["?"]), ("One.\u{A0}Two.", ["One.", "Two."]),
      ("e\u{301}. É. Ok.", ["e\u{301}.", "É. Ok."]),
    ] as [(String, [String])])
  func `odd white space and lone marks`(text: String, expected: [String]) {
    #expect(SentenceSplitter().sentences(of: text).map { String(text[$0]) } == expected)
  }

  @Test(arguments: 0..<50)
  func `in random text sentences tile all but white space`(seed: UInt64) {
    var generator = SeededGenerator(seed: seed)
    let parts = [
      "Word", "word", ".", "?", "!", " ", "  ", "\n", "[1]", "[@a]", "(", ")", "\"", "”", "e.g.",
      "Dr.", "5", "1.2", "é", "e\u{301}", "…", "日本", "😀", "\u{A0}", "[", "]", "'",
    ]
    let text = (0..<120).map { _ in parts.randomElement(using: &generator) ?? "" }.joined()
    let ranges = SentenceSplitter().sentences(of: text)
    var position = text.startIndex
    for range in ranges {
      #expect(range.lowerBound >= position, "seed \(seed)")
      #expect(text[position..<range.lowerBound].trimmed.isEmpty, "seed \(seed)")
      #expect(!text[range].trimmed.isEmpty, "seed \(seed)")
      position = range.upperBound
    }
    #expect(text[position...].trimmed.isEmpty, "seed \(seed)")
  }

  @Test(arguments: 0..<200)
  func `in random text the bytes tell what the scalars tell`(seed: UInt64) {
    var generator = SeededGenerator(seed: seed)
    let plain = [
      "Word", "word", " ", " ", "  ", ".", ". ", "? ", "! ", "\n", "J.", "by ", "and", "Dr", "no",
      "e.g", "pains", "approx", "5", "I", "[1]", " [12]", "[@a; @b]", "[", "]", "(", ")", "\"", "'",
      "abbreviations", "u.s", "Fig", "@", ";", "\t",
    ]
    let wide = [
      "é", "É", "e\u{301}", "…", "… ", "日本", "😀", "\u{A0}", "\u{2003}", "“", "”", "‘", "’", "•",
      "–", "½", "٣", "ﬁ", "ß",
    ]
    let parts = seed % 2 == 0 ? plain : plain + wide
    for length in [3, 20, 150] {
      let text = (0..<length).map { _ in parts.randomElement(using: &generator) ?? "" }.joined()
      let sentences = SentenceSplitter().sentences(of: text).map { String(text[$0]) }
      #expect(sentences == SentenceModel.sentences(of: text), "seed \(seed): \(text)")
      let ranges = SentenceSplitter().utf8Ranges(of: text)
      let bytes = Array(text.utf8)
      #expect(ranges.map { String(decoding: bytes[$0], as: UTF8.self) } == sentences)
    }
  }

  /// In time that grows with the text alone: with its square, each would take minutes.
  @Test(arguments: [
    ".", "…", "A B. ", "a.b.", "? ", "( ! ", ".]", ". [1]", "[1] ", "e.g. ", "J. ", " ",
  ])
  func `long lines of marks are read in linear time`(part: String) {
    let text = String(repeating: part, count: 300_000 / part.utf8.count)
    let ranges = SentenceSplitter().utf8Ranges(of: text)
    #expect(ranges.last?.upperBound ?? 0 <= text.utf8.count)
    #expect(zip(ranges, ranges.dropFirst()).allSatisfy { $0.upperBound <= $1.lowerBound })
  }
}
