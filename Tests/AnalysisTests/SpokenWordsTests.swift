import Analysis
import Testing

@Suite struct SpokenWordsTests {
  @Test(arguments: [
    ("I can't wake HER", ["i", "can", "not", "wake", "her"]), ("cannot", ["can", "not"]),
    ("can’t", ["can", "not"]), ("dont won't", ["do", "not", "will", "not"]),
    ("I'm im ive she's shes", ["i", "i", "i", "she", "she"]), ("38.5c, 101F", ["38.5", "101"]),
    ("Mum's anymore", ["mum", "any", "more"]), ("", []), ("?!", []), ("chic", ["chic"]),
  ])
  func `little words are kept and shortened ones written out`(text: String, words: [String]) {
    #expect(SpokenWords().words(of: text).map(\.folded) == words)
  }

  @Test func `words know their stem, their place and whether a verb hangs on them`() {
    let words = SpokenWords().words(of: "She's fitting, can't stop")
    #expect(words.map(\.stem) == ["she", "fitting", "can", "not", "stop"])
    #expect(words.map(\.range) == [0..<5, 6..<13, 15..<20, 15..<20, 21..<25])
    #expect(words.map(\.carriesVerb) == [true, false, false, false, false])
  }

  @Test(arguments: [
    ("fits", "fit"), ("fit", "fit"), ("fitting", "fitting"), ("fitted", "fitted"),
    ("Shaking", "shake"),
  ])
  func `who is fitting is not fit`(word: String, stem: String) {
    #expect(SpokenWords().words(of: word).map(\.stem) == [stem])
  }
}
