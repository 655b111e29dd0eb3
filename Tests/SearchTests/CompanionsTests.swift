import Analysis
import Corpus
import Testing

@testable import Search

@Suite struct CompanionsTests {
  static let thesaurus = """
    lumbar puncture
      also: spinal tap
      see: spinal fluid, scan

    spinal fluid
      see: scan, lumbar puncture

    scan
      also: picture of the inside
      see: photograph

    photograph
      absent: yes

    parking
      also: car park
      absent: yes

    """

  func query(_ text: String) throws -> Query {
    var analyzer = Analyzer.standard()
    let concepts = try Thesaurus(
      SourceText(path: "thesaurus.txt", bytes: Array(Self.thesaurus.utf8)), analyzer: &analyzer)
    return Query(text, analyzer: &analyzer, concepts: concepts)
  }

  @Test(
    arguments: [
      ("hurts", []), ("", []), ("the kitchen tap", []),
      // The exact words share their weight; then what to see also, in the order of the thesaurus.
      ("photograph", ["photograph 0.3 photograph"]),
      (
        "a spinal tap",
        [
          "spine 0.15 spinal", "tap 0.15 tap", "=spinal fluid 0.4 spinal tap",
          "=scan 0.4 spinal tap",
        ]
      ),
      // Little words between carry no weight.
      (
        "pictures of the inside",
        ["pictur 0.15 pictures", "insid 0.15 inside", "=photograph 0.4 pictures of the inside"]
      ),
      // Each concept once, at its first wording; one step only; a concept named is not seen also.
      ("photograph, photographs", ["photograph 0.3 photograph"]),
      (
        "spinal fluid by spinal tap",
        [
          "spine 0.15 spinal", "fluid 0.15 fluid", "tap 0.15 tap",
          "=scan 0.4 spinal fluid",
        ]
      ),
      // A word that is asked for anyway is not added.
      (
        "tap, tap, spinal tap",
        ["spine 0.15 spinal", "=spinal fluid 0.4 spinal tap", "=scan 0.4 spinal tap"]
      ),
    ] as [(String, [String])])
  func `exact words and concepts to see also go with a concept`(
    text: String, expected: [String]
  ) throws {
    let query = try query(text)
    #expect(query.companions.map { "\($0.term) \($0.weight) \($0.word)" } == expected)
    #expect(query.scoredTerms == query.terms + query.companions)
    #expect(Set(query.scoredTerms.map(\.term)).count == query.scoredTerms.count)
  }

  @Test(
    arguments: [
      ("scan", []), ("", []), ("a photograph, photographs of a scan", ["=photograph"]),
    ] as [(String, [String])])
  func `what the corpus does not tell of is known where it is named, not where it is seen also`(
    text: String, absent: [String]
  ) throws {
    #expect(try query(text).absentTopics == absent)
  }

  @Test func `wordings are those of the concepts named and of those to see also`() throws {
    func wordings(_ text: String) throws -> [[String]] {
      let query = try query(text)
      return (0..<4).map { query.wordings.phrases(ofConcept: $0).map(\.text) }
    }
    #expect(try wordings("kitchen") == [[], [], [], []])
    #expect(try wordings("scan") == [[], [], ["picture of the inside", "scan"], ["photograph"]])
    #expect(
      try wordings("scan and spinal fluid") == [
        ["lumbar puncture", "spinal tap"], ["spinal fluid"], ["picture of the inside", "scan"],
        ["photograph"],
      ])
  }

  private static let story = """
    My brother was told on Monday that the scan of his spine shows something new, and now the doctor \
    wants a spinal tap.
    """

  @Test(
    arguments: [
      ("parking", ["=parking"]), ("where is the car park", ["=parking"]), ("a scan", []),
      // A short question is about everything it names; each is named once.
      ("I am at the car park. Where is parking, and the scan?", ["=parking"]),
      ("We are in the car park. Where is the scan?", ["=parking"]),
      // A long one is about what its asking sentences name.
      (story + " We sat in the car park and cried. Does it hurt?", []),
      (story + " We cried. Is there parking at the hospital?", ["=parking"]),
      (story + " Is there parking? We cried.", ["=parking"]),
      (story + " Is there parking at 1.5 miles? We cried.", ["=parking"]),
      (story + " Parking\nDoes it hurt?", []),
      // Or about everything, if it asks nowhere.
      (story + " We sat in the car park and cried.", ["=parking"]),
      (story + " Tell me about parking", ["=parking"]),
    ] as [(String, [String])])
  func `what is asked for and the corpus does not tell of`(
    text: String, absent: [String]
  ) throws {
    #expect(try query(text).absentTopics == absent)
  }
}
