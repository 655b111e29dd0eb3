import Analysis
import InvertedIndex
import Testing

@testable import Answering

@Suite struct SpokenStemsTests {
  private static let text = """
    sign: a
    kind: urgent
    title: A
    when: seizure, breathing, unconscious, suicidal, stiff, mouth, limp, vomiting
    card: A.
    call: B.
    """

  /// The stem of what a word is taken for.
  private func meant(by word: String) throws -> [String] {
    let lexicon = try UrgentLexicon.sample(Self.text)
    var stems = SpokenStems(lexicon)
    let spoken = try #require(SpokenWords().words(of: word).first)
    let numbers = try stems.numbers(of: spoken)
    #expect(try stems.numbers(of: spoken) == numbers)
    var names: [Int: String] = [:]
    for letter in UInt8(ascii: "a")...UInt8(ascii: "z") {
      try lexicon.forEachWord(startingWith: letter) {
        names[$0] = String(decoding: $1, as: UTF8.self)
      }
    }
    return numbers.compactMap { names[$0] }
  }

  @Test(arguments: [
    ("seizures", "seizur"), ("siezure", "seizur"), ("seezure", "seizur"), ("seizzure", "seizur"),
    ("brething", "breath"), ("unconsious", "unconsci"), ("stif", "stiff"),
    ("vommiting", "vomit"),
  ])
  func `a word with slips of the hand is the word meant`(word: String, stem: String) throws {
    #expect(try meant(by: word) == [stem])
  }

  @Test(arguments: ["month", "lime", "stuff", "lip", "38.5", "mri", "9999999"])
  func `another word is not`(word: String) throws {
    #expect(try meant(by: word).isEmpty)
  }

  @Test func `of a pasted page the first unknown words alone are looked at`() throws {
    var stems = SpokenStems(try UrgentLexicon.sample(Self.text))
    for letter in 0..<60 {
      let word = SpokenWords().words(of: "unknown" + String(repeating: "y", count: letter))[0]
      #expect(try stems.numbers(of: word).isEmpty)
    }
    #expect(try stems.numbers(of: SpokenWords().words(of: "siezure")[0]).isEmpty)
    #expect(try stems.numbers(of: SpokenWords().words(of: "seizure")[0]).count == 1)
  }
}
