import Analysis
import Corpus
import TestSupport
import Testing

@testable import InvertedIndex

@Suite struct UrgentLexiconTests {
  private static let text = """
    numbers: UK
    emergency: 999 [@a]
    crisis: 116 123

    sign: fit
    kind: urgent
    title: Fit
    when: fits, can't stop + she, her
    when: fits + her, she, she
    not: fit and well
    card: Stay [@a].
    call: {emergency}

    sign: dark
    kind: crisis
    title: Größe 🧠
    when: want to die
    card: Listen.
    call: {crisis}
    """

  private func signs() throws -> UrgentSigns {
    try UrgentSigns(SourceText(path: "urgent.txt", bytes: Array(Self.text.utf8)))
  }

  @Test func `words, phrases and groups are written once`() throws {
    let lexicon = UrgentLexicon(try signs())
    let words = lexicon.words.map(\.folded)
    #expect(
      words == [
        "fits", "can", "not", "stop", "she", "her", "fit", "and", "well", "want", "to", "die",
      ])
    #expect(lexicon.words[0].stem == lexicon.words[6].stem)
    #expect(
      lexicon.phrases == [[0], [1, 2, 3], [4], [5], [6, 7, 8], [9, 10, 11]])
    #expect(lexicon.groups == [[0, 1], [2, 3], [0], [3, 2], [5]])
    #expect(lexicon.signs.map(\.ways) == [[[0, 1], [2, 3]], [[4]]])
    #expect(lexicon.signs.map(\.excluded) == [[4], []])
  }

  @Test func `an index gives back what was put in`() throws {
    let folder = try TemporaryFolder()
    let bytes = IndexWriter(analyzer: .standard(), urgentSigns: try signs()).finish()
    let index = try IndexReader(path: folder.write(bytes, to: "a.index"))
    try index.verify()
    let kept = try index.urgentSigns()
    #expect(kept == UrgentLexicon(try signs()))
    #expect(kept.signs.map(\.title) == ["Fit", "Größe 🧠"])
    #expect(kept.numbers.map(\.emergency) == ["999 [@a]"])
  }

  @Test func `an index without signs has none`() throws {
    let folder = try TemporaryFolder()
    let bytes = IndexWriter(analyzer: .standard()).finish()
    let index = try IndexReader(path: folder.write(bytes, to: "a.index"))
    #expect(try index.urgentSigns() == UrgentLexicon(UrgentSigns()))
  }
}
