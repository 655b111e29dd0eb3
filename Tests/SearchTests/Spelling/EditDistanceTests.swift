import Testing

@testable import Search

@Suite struct EditDistanceTests {
  func plain(_ one: String, _ other: String) -> Float {
    EditDistance.plain.between(Array(one.utf8), Array(other.utf8))
  }

  func weighted(_ one: String, _ other: String) -> Float {
    EditDistance.weighted.between(Array(one.utf8), Array(other.utf8))
  }

  @Test(
    arguments: [
      ("", "", 0), ("", "abc", 3), ("abc", "", 3), ("scan", "scan", 0), ("scan", "scam", 1),
      ("scan", "sca", 1), ("scan", "sacn", 1), ("kitten", "sitting", 3), ("ca", "abc", 3),
    ] as [(String, String, Float)])
  func `every edit counts one, a swap too`(one: String, other: String, edits: Float) {
    #expect(plain(one, other) == edits)
    #expect(plain(other, one) == edits)
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
}
