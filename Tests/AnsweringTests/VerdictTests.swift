import Answering
import Testing

@Suite struct VerdictTests {
  static let verdicts: [(verdict: Verdict, status: String, reason: String?)] = [
    (.answered, "answered", nil),
    (.uncertain(.notCovered), "uncertain", "not_covered"),
    (.uncertain(.wordsApart), "uncertain", "words_apart"),
    (.declined(.empty), "declined", "empty"),
    (.declined(.unknownWords), "declined", "unknown_words"),
    (.declined(.offTopic), "declined", "off_topic"),
    (.declined(.notCovered), "declined", "not_covered"),
    (.declined(.wordsApart), "declined", "words_apart"),
  ]

  @Test(arguments: verdicts)
  func `status and reason have the names that programs read`(
    verdict: Verdict, status: String, reason: String?
  ) {
    #expect(verdict.status == status)
    #expect(verdict.reason?.rawValue == reason)
    #expect(verdict.isDeclined == (status == "declined"))
  }
}
