import Corpus
import TestSupport
import Testing

@testable import Analysis

/// The thesaurus as shipped.
@Suite struct ShippedThesaurusTests {
  static func thesaurus() throws -> Thesaurus {
    var analyzer = Analyzer.standard()
    let reader = CorpusReader(root: Repository.corpus)
    let source = try #require(try reader.dataFile(Thesaurus.fileName, in: reader.listing()))
    return try Thesaurus(source, analyzer: &analyzer)
  }

  private static let shared = Result { try thesaurus() }

  /// The concepts that a question asks for.
  func concepts(_ question: String) throws -> [String] {
    var analyzer = Analyzer.standard()
    return ConceptFinder.matches(in: analyzer.tokens(of: question), from: try Self.shared.get())
      .map { String($0.phrase.conceptTerm.dropFirst()) }
  }

  @Test func `there are 250 concepts or more`() throws {
    let concepts = try Self.shared.get().concepts
    #expect(concepts.count >= 250)
    #expect(concepts.count { $0.meaning != nil } >= 50)
  }

  @Test(arguments: ["fit", "drain", "tap", "sick", "LP", "line"])
  func `an ordinary word counts only in its place`(word: String) throws {
    let wordings = try Self.shared.get().concepts.flatMap(\.wordings)
      .filter { $0.text.lowercased() == word.lowercased() }
    #expect(!wordings.isEmpty)
    for wording in wordings {
      #expect(!wording.required.isEmpty || !wording.excluded.isEmpty, "\(word)")
    }
  }

  @Test(
    arguments: [
      ("my mum is having a fit and shaking", "seizure"),
      ("will the tap in my back hurt", "lumbar puncture"), ("LMD", "leptomeningeal metastases"),
      ("lepto mets", "leptomeningeal metastases"), ("lepto", "leptomeningeal metastases"),
      ("is it leptomeningeal", "leptomeningeal metastases"),
      ("my dad feels sick after chemo", "nausea"),
      ("he is seeing two of everything", "vision"), ("her legs gave out", "weakness"),
      ("the cells have clogged the way out", "blocked fluid"),
      ("do they draw off fluid", "draw off fluid"), ("XRT to the head", "radiotherapy"),
      ("CSF diversion", "shunt"), ("will they freeze my back first", "anaesthetic"),
      ("how long has she got left", "survival"), ("the number one cause", "commonest cause"),
      ("grandpa is too poorly for chemo", "too unwell for treatment"),
    ])
  func `lay words lead to the concept`(question: String, concept: String) throws {
    #expect(try concepts(question).contains(concept))
  }

  @Test(
    arguments: [
      ("does the new port fit well under a hat", "seizure"),
      ("water from the kitchen tap", "lumbar puncture"),
      ("what are the leptomeninges", "leptomeningeal metastases"),
      ("brain mets", "leptomeningeal metastases"), ("most people with LM", "behaviour"),
      ("patients are seen here", "outpatient"), ("Medical News Today says", "medicine"),
      ("it has late effects", "effective"), ("what is it like", "likelihood"),
      ("a bad headache at night", "serious"), ("I do not know", "no symptoms"),
    ])
  func `other uses of the words do not`(question: String, concept: String) throws {
    #expect(try !concepts(question).contains(concept))
  }

  @Test func `a meaning is one short line`() throws {
    for concept in try Self.shared.get().concepts {
      guard let meaning = concept.meaning else { continue }
      #expect(meaning.wordCount <= 25, "\(concept.name): \(meaning)")
      #expect(!meaning.hasSuffix("."), "\(concept.name)")
    }
  }
}
