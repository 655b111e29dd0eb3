@testable import Analysis
@testable import Corpus
@testable import InvertedIndex

/// The words that mean the same, found again in the file itself.
struct ThesaurusTarget: FuzzTarget {
  static let name = "thesaurus"
  private var analyzer = Analyzer.standard()

  mutating func take(_ input: [UInt8]) {
    let source = SourceText(path: Thesaurus.fileName, bytes: input)
    guard let thesaurus = try? Thesaurus(source, analyzer: &analyzer) else { return }
    let tokens = analyzer.tokens(of: String(decoding: input, as: UTF8.self))
    for match in ConceptFinder.matches(in: tokens, from: thesaurus) {
      expect(tokens.indices.contains(match.tokens), "\(match.tokens) of \(tokens.count) words")
    }
    let written = ConceptStore.encode(thesaurus)
    expect(written.concepts.count == thesaurus.concepts.count, "concepts are lost")
  }
}

/// The signs that need help now.
struct UrgentTarget: FuzzTarget {
  static let name = "urgent"

  func take(_ input: [UInt8]) {
    let source = SourceText(path: UrgentSigns.fileName, bytes: input)
    guard let signs = try? UrgentSigns(source) else { return }
    var writer = IndexWriter(analyzer: .standard(), urgentSigns: signs)
    writer.add(
      path: "a.md", title: "T", frontMatter: FrontMatter(), passages: [.plain("words", line: 1)])
    let path = "urgent.index"
    do {
      let index = try IndexReader(path: path, bytes: writer.finish().bytes)
      try index.verify()
    } catch { expect(false, "\(error)") }
  }
}

/// Passages become an index that is sound and gives the passages back.
struct BuildTarget: FuzzTarget {
  static let name = "build"

  func take(_ input: [UInt8]) {
    let passages = readDocument(SourceText(path: "a.md", bytes: input))
    guard !passages.isEmpty else { return }
    var writer = IndexWriter(analyzer: .standard())
    writer.add(path: "a.md", title: "T", frontMatter: FrontMatter(), passages: passages)
    do {
      let index = try IndexReader(path: "build.index", bytes: writer.finish().bytes)
      try index.verify()
      expect(index.summary.passageCount == passages.count, "passages are lost")
      for (ordinal, passage) in passages.enumerated() {
        let kept = try index.passage(PassageID(ordinal))
        expect(kept.text == passage.text && kept.headings == passage.headings, "another passage")
      }
    } catch { expect(false, "\(error)") }
  }
}
