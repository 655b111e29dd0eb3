import Testing

@testable import Answering

@Suite struct EditDistanceTests {
  @Test(arguments: [
    ("seizure", "seizure", 0), ("seizure", "siezure", 1), ("seizure", "seizur", 1),
    ("seizure", "seizzure", 1), ("seizure", "seixure", 1), ("unconscious", "unconsious", 1),
    ("suicidal", "suicidle", 2), ("kitten", "sitting", 3), ("abc", "cba", 2), ("", "ab", 2),
    ("ab", "", 2), ("a", "b", 1),
  ])
  func `two words are as far apart as the slips between them`(a: String, b: String, slips: Int) {
    for limit in 0...4 {
      #expect(EditDistance.isWithin(limit, Array(a.utf8), Array(b.utf8)) == (slips <= limit))
    }
  }

  @Test(arguments: [(1, 0), (4, 0), (5, 1), (7, 1), (8, 2), (20, 2)])
  func `longer words may hold more slips, short ones none`(length: Int, slips: Int) {
    #expect(EditDistance.allowed(length) == slips)
  }
}
