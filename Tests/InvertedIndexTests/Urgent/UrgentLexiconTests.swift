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

  private func bytes(_ text: String) throws -> [UInt8] {
    let signs = try UrgentSigns(SourceText(path: "urgent.txt", bytes: Array(text.utf8)))
    return IndexWriter(analyzer: .standard(), urgentSigns: signs).finish().bytes
  }

  private func lexicon(_ text: String) throws -> UrgentLexicon {
    let folder = try TemporaryFolder()
    let index = try IndexReader(path: folder.write(bytes(text), to: "a.index"))
    try index.verify()
    return try index.urgentSigns()
  }

  /// The words of each phrase and its groups, by the word it stands with.
  private func phrases(of lexicon: UrgentLexicon) throws -> [String] {
    var stems: [String] = []
    for letter in UInt8(ascii: "a")...UInt8(ascii: "z") {
      try lexicon.forEachWord(startingWith: letter) { number, stem in
        #expect(number == stems.count)
        stems.append(String(decoding: stem, as: UTF8.self))
      }
    }
    #expect(stems.count == lexicon.wordCount)
    var found: [String] = []
    for (number, stem) in stems.enumerated() {
      #expect(try lexicon.word(ofStem: Array(stem.utf8)) == number)
      try lexicon.forEachPhrase(with: number) { phrase in
        let words = phrase.words.map { stems[$0] }.joined(separator: " ")
        found.append("\(stem): \(words) \(phrase.groups)")
      }
    }
    return found
  }

  @Test func `a phrase stands once, with the rarest of its words`() throws {
    #expect(
      try phrases(of: lexicon(Self.text)) == [
        "and: fit and well [0]", "can: can not stop [1]", "fit: fit [1, 3]", "her: her [2, 4]",
        "she: she [2, 4]", "want: want to die [5]",
      ])
  }

  @Test func `an index gives back what was put in`() throws {
    let lexicon = try lexicon(Self.text)
    #expect(lexicon.signCount == 2 && !lexicon.isEmpty)
    let fit = try lexicon.sign(0)
    #expect(fit.kind == .urgent && fit.ways == [[1, 2], [3, 4]] && fit.excluded == 0)
    let dark = try lexicon.sign(1)
    #expect(dark.kind == .crisis && dark.ways == [[5]] && dark.excluded == nil)
    #expect(
      try lexicon.card(ofSign: 1)
        == UrgentLexicon.Card(
          id: "dark", title: "Größe 🧠", text: "Listen.", call: "{crisis}"))
    #expect(
      try lexicon.numbers() == [
        UrgentSigns.Numbers(country: "UK", emergency: "999 [@a]", crisis: "116 123", line: 1)
      ])
  }

  @Test(arguments: ["", "a", "fi", "fits", "zzz", "ä"])
  func `a word that no phrase holds is not found`(stem: String) throws {
    #expect(try lexicon(Self.text).word(ofStem: Array(stem.utf8)) == nil)
  }

  @Test func `an index without signs has none`() throws {
    let lexicon = try lexicon("")
    #expect(lexicon.isEmpty && lexicon.wordCount == 0)
    #expect(try lexicon.numbers().isEmpty)
    #expect(try lexicon.word(ofStem: Array("fit".utf8)) == nil)
  }

  @Test func `no damaged byte of the section traps`() throws {
    let bytes = try bytes(Self.text)
    let entry = IndexFormat.fixedHeaderSize + 14 * IndexFormat.sectionEntrySize
    let numbers = [entry + 8, entry + 16].map { offset in
      bytes[offset..<offset + 8].reversed().reduce(0) { $0 << 8 | Int($1) }
    }
    let section = numbers[0]..<numbers[0] + numbers[1]
    for place in section {
      for value in [0, 0x7F, 0xFF] as [UInt8] where bytes[place] != value {
        var damaged = bytes
        damaged[place] = value
        let file = try MappedFile.sample(damaged)
        _ = try reportsDamage {
          let lexicon = try UrgentLexicon(file, section)
          try lexicon.verify()
          for number in 0..<lexicon.signCount {
            #expect(try lexicon.sign(number).ways.allSatisfy { !$0.isEmpty })
          }
        }
      }
    }
  }
}
