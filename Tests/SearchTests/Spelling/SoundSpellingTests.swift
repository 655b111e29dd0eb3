import Testing

@testable import Search

@Suite struct SoundSpellingTests {
  func sounds(_ word: String) -> String {
    String(decoding: SoundSpelling.sounds(of: Array(word.utf8)), as: UTF8.self)
  }

  @Test(arguments: [
    ("physician", "fysician"), ("operation", "operashun"), ("passion", "pashun"),
    ("knee", "nee"), ("pneumonia", "newmonia"), ("weight", "wate"), ("limbs", "lims"),
    ("apple", "aple"), ("stomach", "stumack"), ("exercise", "exersize"), ("tired", "tyred"),
    ("picture", "pikcher"), ("wrist", "rist"), ("queue", "queue"), ("diarrhoea", "diarea"),
  ])
  func `spellings of one sound come out about alike`(one: String, other: String) {
    var distance = SlipDistance(.sounds)
    #expect(distance.between(Array(sounds(one).utf8), Array(sounds(other).utf8)) <= 0.5)
  }

  @Test(arguments: [("", ""), ("e", "e"), ("he", "he"), ("x", "s"), ("the", "T"), ("sss", "s")])
  func `the shortest words keep what they have`(word: String, expected: String) {
    #expect(sounds(word) == expected)
  }
}
