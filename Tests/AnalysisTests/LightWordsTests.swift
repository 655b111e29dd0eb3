import Analysis
import Testing

@Suite struct LightWordsTests {
  @Test(arguments: [
    "told", "Yesterday", "my husband", "getting", "it", "72", "kind", "NOTHING", "",
  ])
  func `words of everyday talk are light`(typed: String) {
    #expect(LightWords.contains(typed))
  }

  @Test(arguments: [
    "vaccine", "drive", "fly", "pregnant", "headache", "told the vaccine", "cost", "LM", "breast",
    "hereditary", "no", "never", "without",
  ])
  func `words that tell of a subject are not, nor are negations`(typed: String) {
    #expect(!LightWords.contains(typed))
  }
}
