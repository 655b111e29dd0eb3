import Analysis
import Corpus
import InvertedIndex
import Search
import TestSupport
import Testing

@testable import Answering

@Suite struct SignpostsTests {
  /// Enough passages for rarity to mean something.
  private static let passages: [Passage] =
    [
      .sample("A shunt drains fluid.", headings: ["What is a shunt for?"]),
      .sample("Proton beams are aimed.", headings: ["What are protons?"]),
      .sample("Swimming is fine with stitches out.", headings: ["May I go swimming?"]),
    ]
    + (1...30).map { .sample("Passage \($0) speaks of pain and rest.", headings: ["Pain \($0)"]) }

  private func answer(_ question: String, thesaurus: String = "", limit: Int = 3) throws -> Answer {
    var analyzer = Analyzer.standard()
    let concepts = try Thesaurus(
      SourceText(path: "thesaurus.txt", bytes: Array(thesaurus.utf8)), analyzer: &analyzer)
    let index = try SampleIndex.reader(of: [Self.passages], thesaurus: concepts)
    var answerer = Answerer(Searcher(index))
    return try answerer.answer(question, limit: limit)
  }

  @Test func `unknown words bring those of the corpus that look alike`() throws {
    let answer = try answer("\"swimmin\" \"stitchery\"")
    #expect(answer.verdict == .declined(.unknownWords))
    #expect(answer.missing == ["swimmin", "stitchery"])
    #expect(answer.alike == ["swimming", "stitches"])
    #expect(try self.answer("zebra").alike == [])
  }

  @Test func `words known only apart are told each with its place`() throws {
    let thesaurus = "shunt\n\nswimming\n\nproton\n"
    let answer = try answer("protons shunt swimming rest", thesaurus: thesaurus)
    #expect(answer.verdict == .declined(.wordsApart))
    #expect(answer.results.isEmpty)
    #expect(answer.nearest.count == 2)
    let words = answer.nearest.compactMap(\.word)
    #expect(Set(words).isSubset(of: ["protons", "shunt", "swimming"]) && Set(words).count == 2)
    for pointer in answer.nearest {
      let word = try #require(pointer.word)
      #expect(pointer.headings.last?.contains(word) == true)
    }
  }

  @Test func `of a question not covered the unknown words are named, not the rest`() throws {
    let answer = try answer("shunt battery passport", thesaurus: "shunt\n  also: drain pipe\n")
    #expect(answer.verdict == .declined(.notCovered))
    #expect(answer.missing == ["battery", "passport"])
    #expect(answer.nearest.first?.headings == ["What is a shunt for?"])
    #expect(answer.nearest.allSatisfy { $0.word == nil })
  }

  @Test func `a concept that is absent is named as it was typed, though all else is here`() throws {
    let thesaurus = "price\n  also: costs, how dear\n  absent: yes\n"
    let answer = try answer("what does a shunt cost, and is swimming fine?", thesaurus: thesaurus)
    #expect(answer.verdict == .declined(.notCovered))
    #expect(answer.missing == ["cost"])
    #expect(answer.unmatched.contains("cost"))
    #expect(try self.answer("what is a shunt for?", thesaurus: thesaurus).verdict == .answered)
  }

  @Test func `words are named as typed, not as they were read`() throws {
    let answer = try answer("does a shunt drain fluid when swiming", limit: 1)
    #expect(answer.corrections == [Correction(typed: "swiming", used: "swimming")])
    #expect(answer.results.first?.passage.headings == ["What is a shunt for?"])
    #expect(answer.unmatched == ["swiming"])
  }

  @Test func `a little word that another was read as is no sign of English`() {
    var analyzer = Analyzer.standard()
    let query = Query("was can man gegen zebra", analyzer: &analyzer)
    let read = Correction(typed: "kann", used: "can")
    #expect(!Signposts.mayBeForeign(Reading(query: query, corrections: []), missing: 3))
    #expect(Signposts.mayBeForeign(Reading(query: query, corrections: [read]), missing: 3))
  }

  static let foreign: [(question: String, missing: Int, mayBe: Bool)] = [
    ("wie geht das", 3, true), ("wie geht", 2, false), ("what is the price of a zebra", 3, false),
    ("zebra okapi giraffe", 3, true), ("", 0, false), ("这 种 病 怎", 4, true),
  ]

  @Test(arguments: foreign)
  func `many missing words and hardly a little one may be another language`(
    question: String, missing: Int, mayBe: Bool
  ) {
    var analyzer = Analyzer.standard()
    let reading = Reading(query: Query(question, analyzer: &analyzer), corrections: [])
    #expect(Signposts.mayBeForeign(reading, missing: missing) == mayBe)
  }
}
