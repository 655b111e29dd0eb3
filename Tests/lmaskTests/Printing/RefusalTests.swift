import Answering
import Corpus
import Testing

@testable import lmask

@Suite struct RefusalTests {
  private func sentence(
    _ reason: Verdict.Reason, missing: [String] = [], nearest: [Pointer] = [],
    foreign: Bool = false, alike: [String] = [], topics: [String] = []
  ) -> String {
    let answer = Answer(
      question: "q", verdict: .declined(reason), nearest: nearest, missing: missing,
      mayBeForeign: foreign, alike: alike)
    let named = Array(topics.prefix(Topics.mostNamed))
    return Refusal(answer, topics: Topics(named: named, others: topics.count - named.count))
      .sentence
  }

  private static let scan = Pointer(document: "a.md", headings: ["A", "Is a scan safe?"])

  @Test func `without a word to look for, other words are asked for`() {
    #expect(
      sentence(.empty, topics: ["Scans"])
        == "There is no word here to look for. Please ask in a few plain words.")
  }

  @Test func `of unknown words, those that look alike are named; else what is covered`() {
    #expect(
      sentence(.unknownWords, missing: ["symtomz"], alike: ["symptoms", "symptom"], topics: ["A"])
        == "Nothing here mentions: symtomz. Words here that look alike: symptoms, symptom.")
    #expect(
      sentence(.unknownWords, missing: ["zebra", "okapi"], topics: ["Scans", "Pain"])
        == "Nothing here mentions: zebra, okapi. This guide covers: Scans; Pain.")
    #expect(sentence(.unknownWords, missing: ["zebra"]) == "Nothing here mentions: zebra.")
  }

  @Test func `a question about something else is told what is covered`() {
    #expect(
      sentence(.offTopic, missing: ["football"], topics: ["Scans"])
        == "Nothing here mentions: football. This guide covers: Scans.")
    #expect(
      sentence(.offTopic, missing: ["wie", "wo", "wer"], foreign: true, topics: ["Scans"])
        == "Nothing here mentions: wie, wo, wer. If that is not English, please ask in English. "
        + "This guide covers: Scans.")
  }

  @Test func `of many topics and words only some are named, and how many more there are`() {
    let names = (1...14).map { "t\($0)" }
    let topics = "t1; t2; t3; t4; t5; t6; t7; t8; t9; t10; t11; t12 and 2 more."
    #expect(sentence(.offTopic, missing: ["x"], topics: names).hasSuffix("covers: \(topics)"))
    let words = "t1, t2, t3, t4, t5, t6, t7, t8, t9, t10, t11, t12 and 2 more."
    #expect(sentence(.unknownWords, missing: names) == "Nothing here mentions: \(words)")
    let long = String(repeating: "x", count: 41)
    #expect(
      sentence(.unknownWords, missing: [long]) == "Nothing here mentions: \(long.dropLast())….")
  }

  @Test func `what is not covered is named, with the nearest there is`() {
    let other = Pointer(document: "b.md", headings: [])
    #expect(
      sentence(.notCovered, missing: ["price"], nearest: [Self.scan, other], topics: ["Scans"])
        == "This guide does not cover: price. Nearest: Is a scan safe? | b.md")
    #expect(sentence(.notCovered, missing: ["price"]) == "This guide does not cover: price.")
  }

  @Test func `of words that stand apart, each is named with its place`() {
    let scan = Pointer(document: "a.md", headings: ["Is a scan safe?"], word: "scan")
    let shunt = Pointer(document: "b.md", headings: [], word: "shunts")
    #expect(
      sentence(.wordsApart, nearest: [scan, shunt])
        == "These words stand here, but not together: \"scan\" under Is a scan safe?; \"shunts\" under "
        + "b.md. Please ask about one of them at a time.")
    #expect(
      sentence(.wordsApart, nearest: [Self.scan])
        == "These words stand here, but not together, so there is no answer to give. Nearest: "
        + "Is a scan safe?")
  }

  @Test func `control characters of words and titles are shown as signs`() {
    let text = sentence(.unknownWords, missing: ["a\u{1B}[31m"], topics: ["b\u{7}"])
    #expect(text == "Nothing here mentions: a\u{241B}[31m. This guide covers: b\u{2407}.")
  }
}
