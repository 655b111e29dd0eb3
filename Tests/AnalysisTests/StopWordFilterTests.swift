import Testing

@testable import Analysis

@Suite struct StopWordFilterTests {
  @Test(arguments: [
    "how", "what", "when", "who", "can", "should", "is", "there", "do", "i", "the", "a", "its",
    "etc", "s", "were", "mine", "t",
  ])
  func `how a question is put is no part of the score`(word: String) {
    #expect(StopWordFilter().term(for: word) == nil)
    #expect(StopWordFilter.isStopWord(word))
  }

  @Test(arguments: [
    "no", "not", "without", "never", "none", "nor", "neither", "nothing", "cannot", "cant", "dont",
  ])
  func `negations stay`(word: String) {
    #expect(StopWordFilter().term(for: word) == word)
  }

  @Test(arguments: [
    "before", "after", "during", "more", "most", "other", "same", "long", "first", "all", "between",
    "lm", "mri", "pain", "ill", "mum", "help", "", "ho", "hows", "thea", "how\n", "How", "日",
  ])
  func `words with a subject or an order stay`(word: String) {
    #expect(StopWordFilter().term(for: word) == word)
    #expect(!StopWordFilter.isStopWord(word))
  }

  @Test(arguments: [
    "I'll", "I'm", "I’ve", "I'd", "we're", "We’ve", "you're", "he's", "she'd", "they'll", "what's",
    "who's", "it's", "that's",
  ])
  func `pronouns with a verb hung on are stop words once folded`(word: String) throws {
    let folded = try #require(CaseFoldingFilter().term(for: word))
    #expect(StopWordFilter.isStopWord(folded))
  }
}
