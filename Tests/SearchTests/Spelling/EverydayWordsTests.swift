import Testing

@testable import Search

@Suite struct EverydayWordsTests {
  @Test func `the list is sorted, each word once`() {
    let words = EverydayWords.words.split(whereSeparator: \.isWhitespace).map(String.init)
    #expect(words == Array(Set(words)).sorted())
  }

  @Test(arguments: [
    "able", "zoo", "gone", "the", "cakes", "boxes", "cities", "stopped", "baking", "louder",
    "happiest", "slowly", "careless", "tried", "darkness",
  ])
  func `listed words, light words and regular forms are common`(word: String) {
    #expect(EverydayWords.contains(word))
  }

  @Test(arguments: ["", "x", "cak", "puting", "stoping", "sess", "ing", "zooish", "tumer"])
  func `slips are not`(word: String) {
    #expect(!EverydayWords.contains(word))
  }

  @Test func `words that start alike come in order`() {
    var words: [String] = []
    EverydayWords.forEachWord(startingLike: Array("z".utf8)) {
      words.append(String(decoding: $0, as: UTF8.self))
    }
    #expect(words.first == "zebra")
    #expect(words.last == "zoster")
  }
}
