import Corpus
import Testing

@testable import lmask

@Suite struct ReplHelpTests {
  @Test func `help on a command tells of that one, named with or without its colon`() throws {
    let session = try PromptSession()
    for name in [":open", "open", "OPEN"] {
      let help = try session.ask(":help \(name)")
      #expect(help.hasPrefix(":open N: show result N in its document.\n"))
      #expect(!help.contains(":quit"))
    }
    #expect(try session.ask(":help opne").contains("did you mean :open?"))
    #expect(try session.ask(":help set").contains("limit is 3"))
  }

  @Test func `define gives the meaning of a word, whichever word for the thing is typed`() throws {
    let session = try PromptSession(SmallCorpus.programWithThesaurus())
    let meaning = "a needle takes fluid from the lower back."
    #expect(try session.ask(":define lumbar puncture") == "lumbar puncture: \(meaning)\n")
    #expect(try session.ask(":define LP") == "LP, here the same as lumbar puncture: \(meaning)\n")
    #expect(try session.ask(":define Spinal  Tap").folded.contains("lumbar puncture: \(meaning)"))
    #expect(try session.ask(":define tiredness") == "tiredness: also fatigue.\n")
  }

  @Test func `define meets an unknown word with the nearest, or says that there is none`() throws {
    let session = try PromptSession(SmallCorpus.programWithThesaurus())
    #expect(
      try session.ask(":define seziure") == """
        seziure is not in the thesaurus; the nearest word is seizure.
        seizure: a storm of signals in the brain.

        """)
    #expect(try session.ask(":define football").contains("football is not in the thesaurus."))
    #expect(try session.ask(":define").contains("Name a word"))
    let bare = try PromptSession()
    #expect(try bare.ask(":define MRI").contains("not in the thesaurus"))
  }
}
