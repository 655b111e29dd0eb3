import Analysis
import Corpus
import InvertedIndex

/// Indexes of passages that never stood in a file.
package enum SampleIndex {
  /// An index file's bytes, of one document for each list of passages.
  package static func bytes(
    of documents: [[Passage]], analyzer: Analyzer = .standard(), references: [Reference] = [],
    thesaurus: Thesaurus = Thesaurus(), frontMatter: FrontMatter = FrontMatter()
  ) -> [UInt8] {
    content(
      of: documents, analyzer: analyzer, references: references, thesaurus: thesaurus,
      frontMatter: frontMatter
    ).bytes
  }

  /// The same, ready to be put into a file.
  package static func content(
    of documents: [[Passage]], analyzer: Analyzer = .standard(), references: [Reference] = [],
    thesaurus: Thesaurus = Thesaurus(), frontMatter: FrontMatter = FrontMatter()
  ) -> IndexContent {
    var writer = IndexWriter(
      analyzer: analyzer, bibliography: Bibliography(references: references),
      thesaurus: thesaurus)
    for (number, passages) in documents.enumerated() {
      let path = passages.first?.source.path ?? "document-\(number).md"
      writer.add(
        SourceRecord(path: path, role: .document, size: 100, hash: ContentHash(path)))
      writer.add(
        path: path, title: passages.first?.title ?? "", frontMatter: frontMatter,
        passages: passages)
    }
    return writer.finish()
  }

  /// Opens such an index. The file is gone afterwards; the reader keeps what it mapped.
  package static func reader(
    of documents: [[Passage]], analyzer: Analyzer = .standard(), references: [Reference] = [],
    thesaurus: Thesaurus = Thesaurus(), frontMatter: FrontMatter = FrontMatter()
  ) throws -> IndexReader {
    let bytes = bytes(
      of: documents, analyzer: analyzer, references: references, thesaurus: thesaurus,
      frontMatter: frontMatter)
    let folder = try TemporaryFolder()
    return try IndexReader(path: folder.write(bytes, to: "lmask.index"))
  }
}

extension Passage {
  /// A passage whose every line is a block: paragraphs, unless `kinds` says otherwise.
  package static func sample(
    _ text: String, path: String = "sample.md", title: String = "", headings: [String] = [],
    askedAs: [String] = [], citations: [String] = [], kinds: [Block.Kind] = [],
    lines: ClosedRange<Int> = 1...1, anchor: String? = nil, isSensitive: Bool = false
  ) -> Passage {
    let texts = text.isEmpty ? [] : text.split(separator: "\n", omittingEmptySubsequences: false)
    let blocks = texts.enumerated().map { index, text in
      let kind = index < kinds.count ? kinds[index] : .paragraph
      return PassageBlock(kind: kind, depth: 0, length: text.utf8.count)
    }
    return Passage(
      source: SourceLocation(path: path, lines: lines, bytes: 0..<text.utf8.count), title: title,
      headings: headings, askedAs: askedAs, text: text, blocks: blocks, citations: citations,
      anchor: anchor, isSensitive: isSensitive)
  }
}
