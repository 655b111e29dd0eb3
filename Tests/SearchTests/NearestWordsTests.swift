import Corpus
import Search
import TestSupport
import Testing

@Suite struct NearestWordsTests {
  private static let passages = [
    Passage.sample(
      "Symptoms vary. A symptom may pass. Reservoirs and résumés; steroids, sterile, seizure.")
  ]

  @Test(
    arguments: [
      ("symptomless", ["symptom", "symptoms"]), ("symtoms", ["symptoms", "symptom"]),
      ("STEROIDAL", ["steroids"]), ("reservoire", ["reservoirs"]), ("resumee", ["resumes"]),
    ])
  func `words that share most of their pairs of letters, the likest first`(
    typed: String, words: [String]
  ) throws {
    let nearest = NearestWords(try SampleIndex.reader(of: [Self.passages]))
    #expect(try nearest.words(like: typed) == words)
  }

  @Test(arguments: [
    "zebra", "s", "", "ste", "reservation", "水", "🧠", "1234", "ymptoms",
    String(repeating: "s", count: 500),
  ])
  func `what looks like nothing here is given nothing`(typed: String) throws {
    let nearest = NearestWords(try SampleIndex.reader(of: [Self.passages]))
    #expect(try nearest.words(like: typed) == [])
  }
}
