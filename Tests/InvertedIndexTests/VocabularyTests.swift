import Analysis
import Corpus
import TestSupport
import Testing

@testable import InvertedIndex

@Suite struct VocabularyTests {
  func index(_ passages: [Passage], thesaurus text: String = "") throws -> IndexReader {
    var analyzer = Analyzer.standard()
    let thesaurus = try Thesaurus(
      SourceText(path: "thesaurus.txt", bytes: Array(text.utf8)), analyzer: &analyzer)
    var writer = IndexWriter(analyzer: analyzer, thesaurus: thesaurus)
    writer.add(path: "a.md", title: "", frontMatter: FrontMatter(), passages: passages)
    let folder = try TemporaryFolder()
    let index = try IndexReader(path: folder.write(writer.finish().bytes, to: "a.index"))
    try index.verify()
    return index
  }

  /// Every word with its numbers: `scan 2`, `thiotepa 0 medicine 1`.
  func words(_ index: IndexReader) throws -> [String] {
    var words: [String] = []
    for letter in UInt8(ascii: "a")...UInt8(ascii: "z") {
      try index.vocabulary.forEachWord(startingWith: letter) { word, entry in
        let medicine = entry.medicine.map { " medicine \($0)" } ?? ""
        words.append(String(decoding: word, as: UTF8.self) + " \(entry.passageCount)\(medicine)")
      }
    }
    return words
  }

  @Test func `words come back folded and sorted, little ones too, counted once a passage`() throws {
    let index = try index([
      .sample("The scan. A Scan of the brain's lining", title: "Scans", askedAs: ["Café?"]),
      .sample("No scan", headings: ["Brain"]),
    ])
    #expect(
      try words(index) == [
        "a 1", "brain 2", "cafe 1", "lining 1", "no 1", "of 1", "scan 2", "scans 1", "the 1",
      ])
  }

  @Test func `words with other than plain letters are left out`() throws {
    let index = try index([.sample("7T MRI2 水腫 größe ж ok 🧠")])
    #expect(try words(index) == ["grosse 1", "ok 1"])
  }

  @Test func `the thesaurus's words are there, and single names of medicines are marked`() throws {
    let text = """
      headache
        also: sore head

      thiotepa
        also: thio tepa, tepadina
        meaning: a chemotherapy drug

      """
    let index = try index([.sample("tepadina is given")], thesaurus: text)
    #expect(
      try words(index) == [
        "given 1", "head 0", "headache 0", "is 1", "sore 0", "tepa 0", "tepadina 1 medicine 1",
        "thio 0", "thiotepa 0 medicine 1",
      ])
  }

  @Test(arguments: ["`", "{", "A", "é", "0"])
  func `nothing starts with what is no plain letter`(letter: String) throws {
    let index = try index([.sample("apple Zebra été 0")])
    let first = try #require(letter.utf8.first)
    try index.vocabulary.forEachWord(startingWith: first) { word, _ in
      Issue.record("\(word)")
    }
  }

  @Test(arguments: [1, 2, 3] as [UInt64])
  func `random words come back with the number of passages that hold them`(seed: UInt64) throws {
    var random = SeededGenerator(seed: seed)
    var counts: [String: Int] = [:]
    let passages: [Passage] = (0..<40).map { _ in
      let words = (0..<30).map { _ in
        (0..<Int.random(in: 1...6, using: &random)).map { _ in
          ["a", "b", "z"].randomElement(using: &random) ?? "a"
        }.joined()
      }
      for word in Set(words) { counts[word, default: 0] += 1 }
      return .sample(words.joined(separator: " "))
    }
    let expected = counts.map { "\($0.key) \($0.value)" }.sorted()
    #expect(try words(index(passages)).sorted() == expected, "seed \(seed)")
  }
}
