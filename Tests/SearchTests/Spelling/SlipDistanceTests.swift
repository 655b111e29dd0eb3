import Testing

@testable import Search

@Suite struct SlipDistanceTests {
  /// The lesser of the distances in letters and in sound.
  func weighted(_ one: String, _ other: String) -> Float {
    var (letters, sounds) = (SlipDistance(.letters), SlipDistance(.sounds))
    let (one, other) = (Array(one.utf8), Array(other.utf8))
    return min(
      letters.between(one, other),
      0.4 + sounds.between(SoundSpelling.sounds(of: one), SoundSpelling.sounds(of: other)))
  }

  @Test(arguments: [
    ("wieght", "weight"), ("apetite", "appetite"), ("tummer", "tumer"), ("medacine", "medicine"),
    ("fysician", "physician"), ("kemotherapy", "chemotherapy"), ("seesure", "seezure"),
    ("nite", "night"), ("hospitel", "hospitle"), ("rumatic", "rhumatic"),
  ])
  func `common slips cost less than an edit`(typed: String, meant: String) {
    #expect(weighted(typed, meant) < 1)
    #expect(weighted(typed, meant) > 0)
    #expect(weighted(typed, meant) == weighted(meant, typed))
  }

  @Test(arguments: [("cost", "most"), ("dog", "fog"), ("lung", "lunt")])
  func `unrelated letters cost at least an edit`(typed: String, other: String) {
    #expect(weighted(typed, other) >= 1)
  }

  @Test(arguments: [("symptom", "simptoms"), ("kitten", "sitting"), ("spien", "spine")])
  func `beyond the limit is infinitely far, within it the same`(one: String, other: String) {
    var distance = SlipDistance(.letters)
    let (one, other) = (Array(one.utf8), Array(other.utf8))
    let cost = distance.between(one, other)
    #expect(distance.between(one, other, atMost: cost) == cost)
    #expect(distance.between(one, other, atMost: cost - 0.1) == .infinity)
  }
}
