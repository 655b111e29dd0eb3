import Corpus
import TestSupport
import Testing

@testable import Analysis

@Suite struct ConceptFinderTests {
  static let thesaurus = """
    lumbar puncture
      also: spinal tap, needle in the spine
      only: tap, LP with back, spine
      not: tap with water

    proton therapy
      also: proton beam therapy

    proton

    seizure
      also: fit
      not: fit with shoes

    headache
      also: head ache, sore head

    """

  func tokens(_ text: String) -> [Token] {
    var analyzer = Analyzer.standard()
    return analyzer.tokens(of: text)
  }

  /// The concepts met, each with the words it was met in.
  func matches(
    _ text: String, all: Bool = false, from source: String = thesaurus
  ) throws -> [String] {
    let thesaurus = try ThesaurusTests.thesaurus(source)
    let tokens = tokens(text)
    let matches =
      all
      ? ConceptFinder.allMatches(in: tokens, from: thesaurus)
      : ConceptFinder.matches(in: tokens, from: thesaurus)
    return matches.map { match in
      let token = match.token(in: tokens)
      return token.term.dropFirst() + ": "
        + String(decoding: Array(text.utf8)[token.range], as: UTF8.self)
    }
  }

  @Test(
    arguments: [
      ("", []),
      ("nothing of the kind", []),
      ("Is a lumbar puncture bad?", ["lumbar puncture: lumbar puncture"]),
      ("LUMBAR PUNCTURES", ["lumbar puncture: LUMBAR PUNCTURES"]),
      ("lumbar", []),
      ("puncture lumbar", []),
      ("a needle into my spine", ["lumbar puncture: needle into my spine"]),
      ("proton beam therapy", ["proton therapy: proton beam therapy"]),
      ("proton therapy, proton", ["proton therapy: proton therapy", "proton: proton"]),
      ("a sore head ache", ["headache: sore head"]),
      ("seizure seizures fits", ["seizure: seizure", "seizure: seizures", "seizure: fits"]),
    ] as [(String, [String])])
  func `a question asks for the longest wording at each place`(
    text: String, expected: [String]
  ) throws {
    #expect(try matches(text) == expected)
  }

  @Test(
    arguments: [
      ("proton therapy", ["proton therapy: proton therapy", "proton: proton"]),
      (
        "proton beam therapy works",
        ["proton therapy: proton beam therapy", "proton: proton"]
      ),
      ("a sore head ache", ["headache: sore head"]),
      ("sore head, head ache", ["headache: sore head", "headache: head ache"]),
    ] as [(String, [String])])
  func `a passage speaks of every wording, but of a concept once at one place`(
    text: String, expected: [String]
  ) throws {
    #expect(try matches(text, all: true) == expected)
  }

  @Test(
    arguments: [
      ("a tap in the back", true), ("the back will be tapped with a tap", true), ("a tap", false),
      ("water from the tap at the back", false), ("LP near the spine", true), ("an LP", false),
      ("water for the LP in my back", true),
    ])
  func `a guarded wording counts only beside the right words`(text: String, isMet: Bool) throws {
    #expect(try !matches(text).isEmpty == isMet)
    #expect(try !matches(text, all: true).isEmpty == isMet)
  }

  @Test(arguments: ["having a fit", "fit", "she fits"])
  func `a wording that is only forbidden counts alone`(text: String) throws {
    #expect(try matches(text).count == 1)
    #expect(try matches(text + " shoes").isEmpty)
  }

  @Test(arguments: [0, 1, 8, 9, 10, 11, 30])
  func `a guard looks ten words to either side, little words counted`(between: Int) throws {
    let isNear = between < ConceptFinder.reach
    for filler in ["word", "the"] {
      let gap = String(repeating: filler + " ", count: between)
      #expect(try !matches("tap \(gap)back").isEmpty == isNear)
      #expect(try !matches("back \(gap)tap").isEmpty == isNear)
      #expect(try matches("fit \(gap)shoes").isEmpty == isNear)
    }
  }

  @Test(arguments: [0, 1, 3, 4, 9])
  func `up to three little words may stand inside a wording`(count: Int) throws {
    let gap = String(repeating: "the ", count: count)
    #expect(try !matches("head \(gap)ache").isEmpty == (count <= 3))
  }

  @Test func `a word that counts may not stand inside a wording`() throws {
    #expect(try matches("head kitchen ache").isEmpty)
    #expect(try matches("head no ache").isEmpty)
  }

  @Test func `a wording does not guard itself`() throws {
    let source = "fit\n  only: back pain with back\n"
    #expect(try matches("back pain", from: source).isEmpty)
    #expect(try matches("back pain in my back", from: source) == ["fit: back pain"])
  }

  @Test func `folding puts one token in place of a wording`() throws {
    let thesaurus = try ThesaurusTests.thesaurus(Self.thesaurus)
    let text = "Does a needle into the spine hurt?"
    func folded(_ text: String) -> [Token] {
      let words = tokens(text)
      return ConceptFinder.folded(words, ConceptFinder.matches(in: words, from: thesaurus))
    }
    #expect(
      folded(text) == [
        Token(term: "=lumbar puncture", range: 7..<28, position: 2),
        Token(term: "hurt", range: 29..<33, position: 6),
      ])
    let plain = "nothing of the kind"
    #expect(folded(plain) == tokens(plain))
    #expect(folded("").isEmpty)
  }

  @Test(arguments: [1, 2, 3, 4, 5, 6, 7, 8] as [UInt64])
  func `random texts meet what a search for every wording meets`(seed: UInt64) throws {
    var random = SeededGenerator(seed: seed)
    let words = ["red", "blue", "green", "gold"]
    var wordings: Set<[String]> = []
    while wordings.count < 9 {
      let count = Int.random(in: 1...3, using: &random)
      wordings.insert((0..<count).map { _ in words.randomElement(using: &random) ?? "red" })
    }
    // Three concepts of three wordings each.
    let lists = wordings.sorted { $0.joined() < $1.joined() }.shuffled(using: &random)
    let concepts = (0..<3).map { concept in Array(lists[concept * 3..<concept * 3 + 3]) }
    let source = concepts.map { phrases in
      let texts = phrases.map { $0.joined(separator: " ") }
      return "\(texts[0])\n  also: \(texts[1]), \(texts[2])\n"
    }.joined()
    let thesaurus = try ThesaurusTests.thesaurus(source)
    let text = (0..<60).map { _ in words.randomElement(using: &random) ?? "red" }
    let found = ConceptFinder.matches(in: tokens(text.joined(separator: " ")), from: thesaurus)
    #expect(
      found.map { "\($0.phrase.concept) \($0.tokens)" } == Self.naive(text, concepts),
      "seed \(seed): \(source)")
  }

  /// The longest wording at each place, found by trying them all.
  private static func naive(_ text: [String], _ concepts: [[[String]]]) -> [String] {
    var found: [String] = []
    var index = 0
    while index < text.count {
      let fitting = concepts.enumerated().flatMap { ordinal, phrases in
        phrases.filter { text[index...].starts(with: $0) }.map { (ordinal, $0.count) }
      }
      if let best = fitting.max(by: { $0.1 < $1.1 }) {
        found.append("\(best.0) \(index..<index + best.1)")
        index += best.1
      } else {
        index += 1
      }
    }
    return found
  }
}
