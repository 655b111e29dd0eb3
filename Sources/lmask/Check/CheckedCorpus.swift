internal import Analysis
internal import Corpus
internal import InvertedIndex

/// A corpus as its maintainer would want it read: every document, sentence, citation and link with its place.
final class CheckedCorpus {
  let documents: [Document]
  /// Nil if the corpus has none.
  let bibliography: Bibliography?
  let thesaurus: Thesaurus
  let sections: [CheckedSection]
  let sentences: [Sentence]
  let citations: [Citation]
  let links: [PlacedLink]
  let today: CalendarDate
  /// Nil where none can be made: an unknown citation key stops its build.
  private(set) var index: CheckedIndex?
  private let sourceLines: [String]

  /// The blocks under one heading, with their place.
  struct CheckedSection {
    let path: String
    /// Of the heading, or of the first block if there is none; 1-based.
    let line: Int
    let heading: Heading?
    let askedAs: [AskedQuestion]
    let blocks: [Block]

    /// Whether a passage was cut from this section.
    func holds(_ passage: Passage) -> Bool {
      passage.source.path == path
        && blocks.contains { $0.lines.overlaps(passage.source.lines) }
    }
  }

  /// One sentence of prose, or one list item or table row, as in the file but for markup.
  struct Sentence {
    let path: String
    /// 1-based.
    let line: Int
    let text: String
    /// Counts the sections of the corpus.
    let passage: Int
  }

  struct Citation {
    let path: String
    /// 1-based.
    let line: Int
    let key: String
  }

  struct PlacedLink {
    let path: String
    /// 1-based.
    let line: Int
    let target: String
  }

  /// Reads the corpus; its index comes later.
  ///
  /// - Throws: `Trouble` for what stops a build too, unknown citation keys excepted.
  init(_ reader: CorpusReader, today: CalendarDate) throws(Trouble) {
    let listing: CorpusListing
    do throws(CorpusError) {
      listing = try reader.listing()
      bibliography = try reader.bibliography(in: listing)
      sourceLines = try reader.dataFile(Bibliography.fileName, in: listing)?.allLines ?? []
    } catch { throw Trouble(error) }
    thesaurus = try CorpusData.thesaurus(reader, listing)
    let urgent = try CorpusData.urgentSigns(reader, listing, citing: nil)
    let parsed = try Self.parse(reader, listing)
    documents = parsed.map(\.document)
    sections = parsed.flatMap { Self.sections(of: $0.document) }
    let sources = Dictionary(uniqueKeysWithValues: parsed.map { ($0.source.path, $0.source) })
    sentences = sections.enumerated().flatMap { ordinal, section in
      sources[section.path].map { Self.sentences(of: section, ordinal: ordinal, in: $0) } ?? []
    }
    citations =
      parsed.flatMap { Self.citations(of: $0.document, $0.source) } + Self.citations(of: urgent)
    links = documents.flatMap { document in
      document.links.map { PlacedLink(path: document.path, line: $0.line, target: $0.target) }
    }
    self.today = today
  }

  /// From now on the rules that ask questions have something to ask.
  func use(_ index: IndexReader) { self.index = CheckedIndex(index) }

  /// The line in the bibliography where a source's id stands; 1 if it cannot be found.
  func lineOfSource(_ key: String) -> Int {
    let line = sourceLines.firstIndex { line in
      line.contains("\"id\"") && line.contains("\"\(key)\"")
    }
    return (line ?? 0) + 1
  }

  /// Whether a link leads to an address elsewhere, a document of the corpus or an anchor that exists.
  func leads(_ link: PlacedLink) -> Bool {
    let target = link.target
    if target.isEmpty { return false }
    if target.contains("://") || target.hasPrefix("mailto:") || target.hasPrefix("tel:") {
      return true
    }
    let parts = target.split(separator: "#", maxSplits: 1, omittingEmptySubsequences: false)
    let path = parts[0].isEmpty ? link.path : Self.resolved(String(parts[0]), from: link.path)
    guard let document = documents.first(where: { $0.path == path }) else { return false }
    guard parts.count == 2 else { return true }
    return document.sections.flatMap(\.headings).contains { $0.anchor == String(parts[1]) }
  }

  private static func resolved(_ target: String, from path: String) -> String {
    var folders = path.split(separator: "/").dropLast().map(String.init)
    for name in target.split(separator: "/") where name != "." {
      if name == ".." { _ = folders.popLast() } else { folders.append(String(name)) }
    }
    return folders.joined(separator: "/")
  }
}

extension CheckedCorpus {
  private typealias Parsed = (document: Document, source: SourceText)

  private static func parse(
    _ reader: CorpusReader, _ listing: CorpusListing
  ) throws(Trouble) -> [Parsed] {
    var parsed: [Parsed] = []
    for file in listing.documents {
      do throws(CorpusReader.Failure) {
        let (document, source, _) = try reader.document(of: file)
        parsed.append((document, source))
      } catch {
        if case .malformed(let fault) = error { throw Trouble(fault) }
      }
    }
    return parsed
  }

  private static func sections(of document: Document) -> [CheckedSection] {
    document.sections.map { section in
      CheckedSection(
        path: document.path,
        line: section.headings.last?.line ?? section.blocks.first?.lines.lowerBound ?? 1,
        heading: section.headings.last, askedAs: section.askedAs, blocks: section.blocks)
    }
  }

  private static func sentences(
    of section: CheckedSection, ordinal: Int, in source: SourceText
  ) -> [Sentence] {
    section.blocks.filter { $0.kind != .code }.flatMap { block in
      SentenceSplitter().sentences(of: block.text).map { range in
        let line = source.line(after: block.text[..<range.lowerBound].wordCount, in: block.lines)
        return Sentence(
          path: section.path, line: line, text: String(block.text[range]), passage: ordinal)
      }
    }
  }

  private static func citations(of document: Document, _ source: SourceText) -> [Citation] {
    document.sections.flatMap(\.blocks).filter { $0.kind != .code }.flatMap { block in
      CitationMarks.keys(in: block.text).map { key in
        let line = block.lines.first { source.line($0).contains("@" + key) }
        return Citation(
          path: document.path, line: line ?? block.lines.lowerBound, key: key)
      }
    }
  }

  private static func citations(of urgent: UrgentSigns) -> [Citation] {
    urgent.citingTexts.flatMap { text, line in
      CitationMarks.keys(in: text).map { Citation(path: UrgentSigns.fileName, line: line, key: $0) }
    }
  }
}

extension SourceText {
  /// The line on which a block goes on after its first words: markup, list numbers aside, has none.
  fileprivate func line(after words: Int, in lines: ClosedRange<Int>) -> Int {
    var left = words
    for number in lines {
      left -= line(number).wordCount
      if left < 0 { return number }
    }
    return lines.lowerBound
  }

  fileprivate var allLines: [String] { (1..<(lineCount + 1)).map { line($0) } }
}
