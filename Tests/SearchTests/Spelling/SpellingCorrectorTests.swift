import Analysis
import Corpus
import InvertedIndex
import TestSupport
import Testing

@testable import Search

@Suite struct SpellingCorrectorTests {
  static let thesaurus = """
    chemotherapy
      also: chemo

    dabrafenib
      meaning: a targeted cancer drug

    prednisolone
      meaning: a steroid

    carbimol
      meaning: a medicine

    carbinol
      meaning: a medicine

    lumbar puncture
      also: spinal tap

    cerebrospinal fluid
      also: spinal fluid

    breast cancer
      also: cancer of the breast

    side effects
      also: adverse effects

    brain tumour
      also: tumour in the brain

    stiff neck
      also: neck stiffness

    weight loss
      also: losing weight

    clinical trial
      also: medical trial

    proton beam
      also: beam of protons

    double vision
      also: diplopia

    """

  static let shared = Result { try makeIndex() }

  static func makeIndex() throws -> IndexReader {
    try makeIndex([
      .sample("Symptoms and headaches: which of them get worse in a scan of the spine?"),
      .sample("Symptoms of pressure. The physician weighs cast iron."),
      .sample("Dabrafenib, prednisolone, carbimol and carbinol. The party lasts."),
    ])
  }

  static func makeIndex(_ passages: [Passage]) throws -> IndexReader {
    var analyzer = Analyzer.standard()
    let thesaurus = try Thesaurus(
      SourceText(path: "thesaurus.txt", bytes: Array(thesaurus.utf8)), analyzer: &analyzer)
    var writer = IndexWriter(analyzer: analyzer, thesaurus: thesaurus)
    writer.add(
      path: "a.md", title: "", frontMatter: FrontMatter(),
      passages: passages)
    let folder = try TemporaryFolder()
    return try IndexReader(path: folder.write(writer.finish().bytes, to: "a.index"))
  }

  /// Each as `typed = used`.
  func corrections(_ question: String) throws -> [String] {
    let index = try Self.shared.get()
    var analyzer = Analyzer.standard()
    let query = try Query(question, analyzer: &analyzer, concepts: index.concepts)
    return try SpellingCorrector(index).corrections(of: query, analyzer: &analyzer)
      .map { "\($0.typed) = \($0.used)" }
  }

  @Test(arguments: [
    ("Symtoms?", "Symtoms = symptoms"), ("simptoms", "simptoms = symptoms"),
    ("headakes", "headakes = headaches"), ("presure", "presure = pressure"),
    ("kemotherapy", "kemotherapy = chemotherapy"), ("fysician", "fysician = physician"),
    ("spien", "spien = spine"), ("wich", "wich = which"), ("teh", "teh = the"),
    ("are my symtoms’ fault", "symtoms = symptoms"),
  ])
  func `a slip is read as the word meant`(question: String, correction: String) throws {
    #expect(try corrections(question) == [correction])
  }

  @Test(arguments: [
    "", "🧠", "symptom", "scans", "chemo", "xyz", "scn", "spi", "cost", "vaccine", "zyxwvut",
    "parts", "symptoms2", "SPIEN", "in Spien", "largest hovercraft", "水腫",
  ])
  func `known, short, everyday and foreign words stay`(question: String) throws {
    #expect(try corrections(question).isEmpty)
  }

  @Test(arguments: ["\"symtoms\"", "are “my symtoms” bad", "a \"b\" \"x symtoms\""])
  func `a word in double quotes stays`(question: String) throws {
    #expect(try corrections(question).isEmpty)
  }

  @Test(arguments: ["\"symtoms", "\"a\" symtoms \"b\"", "'symtoms'"])
  func `outside closed double quotes it is corrected`(question: String) throws {
    #expect(try corrections(question) == ["symtoms = symptoms"])
  }

  @Test(arguments: [
    ("dabrafinib", ["dabrafinib = dabrafenib"]), ("debrafanib", ["debrafanib = dabrafenib"]),
  ])
  func `a medicine's name may hold a slip or two`(question: String, expected: [String]) throws {
    #expect(try corrections(question) == expected)
  }

  @Test(arguments: ["prednisone", "vabrafenib", "tebrofenib", "carbitol", "carbimoll", "dabrafen"])
  func `a medicine's name is never read as another's`(question: String) throws {
    #expect(try corrections(question).isEmpty)
  }

  @Test func `corrections are put where the words stood`() throws {
    let index = try Self.shared.get()
    var analyzer = Analyzer.standard()
    let question = "¿teh symtoms, é presure?"
    let query = try Query(question, analyzer: &analyzer, concepts: index.concepts)
    let words = try SpellingCorrector(index).corrections(of: query, analyzer: &analyzer)
    #expect(words.applied(to: question) == "¿the symptoms, é pressure?")
    #expect([CorrectedWord]().applied(to: question) == question)
  }

  @Test func `a pasted page of unknown words is left after the first dozen`() throws {
    let page = (0..<40).map { _ in "symtoms" }.joined(separator: " ")
    #expect(try corrections(page).count == 12)
  }

  static let wide = Result { try makeWideIndex() }

  /// Holds every word that the table's slips mean, and neighbours of its ordinary words.
  static func makeWideIndex() throws -> IndexReader {
    let words = SpellingTable.slips.map(\.meant).joined(separator: ". ")
    let phrases = SpellingTable.phrases.map(\.meant).joined(separator: ". ")
    return try makeIndex([.sample(words), .sample(phrases), .sample(SpellingTable.neighbours)])
  }

  func reading(of question: String, in index: IndexReader) throws -> String {
    var analyzer = Analyzer.standard()
    let query = try Query(question, analyzer: &analyzer, concepts: index.concepts)
    return try SpellingCorrector(index).corrections(of: query, analyzer: &analyzer)
      .applied(to: question)
  }

  @Test func `nineteen in twenty slips are read as meant, in one word and in phrases`() throws {
    let index = try Self.wide.get()
    let table = SpellingTable.slips + SpellingTable.phrases
    #expect(table.count >= 150)
    let wrong = try table.filter { slip in
      try reading(of: slip.typed, in: index).lowercased() != slip.meant.lowercased()
    }
    #expect(wrong.count * 20 <= table.count, "\(wrong)")
  }

  @Test func `ordinary words stay`() throws {
    let index = try Self.wide.get()
    #expect(SpellingTable.ordinary.count >= 300)
    let changed = try SpellingTable.ordinary.filter { try reading(of: $0, in: index) != $0 }
    #expect(changed.isEmpty)
  }

  @Test(arguments: [
    "where do they go", "were do they go", "my friend Nagpal", "is letrozole hard",
    "hypotonic", "aaaaaaaaaaaa",
  ])
  func `little words, names, medicines and contraries stay`(question: String) throws {
    #expect(try reading(of: question, in: Self.wide.get()) == question)
  }
}
