import Analysis
import Corpus
import TestSupport
import Testing

@testable import InvertedIndex

@Suite struct ConceptStoreTests {
  static let text = """
    lumbar puncture
      also: spinal tap, needle in the spine
      only: tap, LP with back, spine
      not: tap with water
      meaning: a needle in the low back, größer als nötig

    Ödem
      also: 水腫, swelling of the brain, spinal fluid 🧠 swelling

    spinal cord
      see: Ödem, lumbar puncture
      absent: yes

    """

  func thesaurus(_ text: String) throws -> Thesaurus {
    var analyzer = Analyzer.standard()
    return try Thesaurus(
      SourceText(path: "thesaurus.txt", bytes: Array(text.utf8)), analyzer: &analyzer)
  }

  /// An index of nothing but a thesaurus, written and read again.
  func store(_ thesaurus: Thesaurus) throws -> ConceptStore {
    let folder = try TemporaryFolder()
    let bytes = IndexWriter(analyzer: .standard(), thesaurus: thesaurus).finish().bytes
    let index = try IndexReader(path: folder.write(bytes, to: "a.index"))
    try index.verify()
    return index.concepts
  }

  @Test func `every group of wordings comes back whole and in its order`() throws {
    let thesaurus = try thesaurus(Self.text)
    let store = try store(thesaurus)
    #expect(thesaurus.firstTerms.count > 5)
    for term in thesaurus.firstTerms {
      #expect(try store.phrases(startingWith: term) == thesaurus.phrases(startingWith: term))
    }
    let spinal = try #require(thesaurus.phrases(startingWith: "spine").first).text
    #expect(spinal == "spinal fluid 🧠 swelling")
  }

  @Test func `concepts come back with name, wordings, meaning, line, what to see also and absence`()
    throws
  {
    let thesaurus = try thesaurus(Self.text)
    let store = try store(thesaurus)
    #expect(store.count == 3)
    for (ordinal, concept) in thesaurus.concepts.enumerated() {
      let kept = try store.concept(ordinal)
      #expect(kept.name == concept.name)
      #expect(kept.wordings.map(\.text) == concept.wordings.map(\.text))
      #expect(kept.meaning == concept.meaning)
      #expect(kept.line == concept.line)
      #expect(kept.term == concept.term)
      #expect(kept.related == concept.related)
      #expect(kept.isAbsent == (concept.name == "spinal cord"))
      #expect(try store.isAbsent(concept: ordinal) == kept.isAbsent)
      #expect(try store.related(toConcept: ordinal) == thesaurus.related(toConcept: ordinal))
      #expect(try store.phrases(ofConcept: ordinal) == thesaurus.phrases(ofConcept: ordinal))
    }
  }

  @Test func `a concept to see also that there is not is an error`() throws {
    var record = ByteWriter()
    for text in ["name", ""] { record.append(text: text) }
    // Line, told of, one to see: the second of one.
    for number in [1, 0, 1, 1, 0] { record.append(variable: number) }
    let bytes = RecordTable.encode([record.bytes])
    let file = try MappedFile.sample(bytes)
    let table = try RecordTable(file, 0..<bytes.count, count: 1)
    let store = ConceptStore(concepts: table, groups: table)
    for read in [{ _ = try store.concept(0) }, { _ = try store.related(toConcept: 0) }] {
      let error = #expect(throws: IndexError.self) { try read() }
      #expect(error?.description.contains("no such concept") == true)
    }
  }

  @Test(arguments: [
    "", "a", "lumba", "lumbarr", "zzz", "ödemm", "\u{10FFFF}", "=Ödem", "tap spine",
  ])
  func `a term that starts no wording has none`(term: String) throws {
    #expect(try store(thesaurus(Self.text)).phrases(startingWith: term).isEmpty)
  }

  @Test func `an index without a thesaurus has no concept`() throws {
    let store = try store(Thesaurus())
    #expect(store.count == 0)
    #expect(try store.phrases(startingWith: "lumbar").isEmpty)
  }

  @Test(arguments: [1, 2, 3] as [UInt64])
  func `random thesauruses come back`(seed: UInt64) throws {
    var random = SeededGenerator(seed: seed)
    let letters = ["b", "ß", "d", "é", "g", "水", "k", "🧠", "m", "9"]
    func word() -> String {
      (0..<Int.random(in: 2...9, using: &random))
        .map { _ in letters.randomElement(using: &random) ?? "b" }.joined() + "x"
    }
    var seen: Set<String> = []
    var text = ""
    for number in 0..<120 {
      let phrase = (0..<Int.random(in: 1...3, using: &random)).map { _ in word() }
      guard seen.insert(phrase.joined()).inserted else { continue }
      text += "name\(number)\n  only: \(phrase.joined(separator: " ")) with \(word()), \(word())\n"
      if number > 0 { text += "  see: name0\n" }
    }
    let thesaurus = try thesaurus(text)
    let store = try store(thesaurus)
    #expect(store.count == thesaurus.concepts.count, "seed \(seed)")
    for ordinal in 0..<store.count {
      #expect(try store.related(toConcept: ordinal) == (ordinal > 0 ? [0] : []), "seed \(seed)")
    }
    for term in thesaurus.firstTerms {
      let kept = try store.phrases(startingWith: term)
      #expect(kept == thesaurus.phrases(startingWith: term), "seed \(seed), \(term)")
      #expect(try store.phrases(startingWith: term + "q").isEmpty, "seed \(seed), \(term)")
    }
  }
}
