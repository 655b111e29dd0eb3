/// Cuts a document into passages.
///
/// A section that fits is one passage. A longer one is cut between paragraphs, a list staying with
/// the line that introduces it, and short fragments with what follows; a paragraph or list that is
/// too long by itself is cut between sentences or items. No sentence is ever cut.
package struct PassageSplitter: Sendable {
  /// In words. A section up to this long is one passage.
  package var maximumWords = 200
  /// In words. Anything shorter joins its neighbour when a section is cut.
  package var minimumWords = 25

  package init() {}

  /// The passages of a document in its order.
  ///
  /// - Parameter resolvesCitations: whether `[@key]` becomes a number; without a bibliography it stays as typed.
  package func passages(
    of document: Document, from source: SourceText, resolvesCitations: Bool
  ) -> [Passage] {
    document.sections.flatMap { section in
      pieces(of: section).map { blocks in
        passage(blocks, section, document, source, resolvesCitations)
      }
    }
  }

  private func passage(
    _ blocks: [Block], _ section: Section, _ document: Document, _ source: SourceText,
    _ resolvesCitations: Bool
  ) -> Passage {
    var citations: [String] = []
    let texts = blocks.map { block in
      resolvesCitations && block.mayCite
        ? CitationMarks.numbered(block.text, &citations) : block.text
    }
    let first = blocks.map(\.lines.lowerBound).min() ?? 1
    let last = blocks.map(\.lines.upperBound).max() ?? first
    return Passage(
      source: SourceLocation(
        path: document.path, lines: first...last, bytes: source.bytes(ofLines: first...last)),
      title: document.title,
      headings: section.headings.map(\.text),
      askedAs: section.askedAs.map(\.text),
      text: texts.joined(separator: "\n"),
      blocks: zip(blocks, texts).map { block, text in
        PassageBlock(kind: block.kind, depth: block.depth, length: text.utf8.count)
      },
      citations: citations,
      anchor: section.headings.last?.anchor,
      isSensitive: section.headings.contains { $0.classes.contains("sensitive") })
  }

  private func pieces(of section: Section) -> [[Block]] {
    guard section.blocks.wordCount > maximumWords else { return [section.blocks] }
    var pieces: [[Block]] = []
    for unit in units(of: section.blocks).flatMap(fitting) {
      if let last = pieces.last, last.wordCount < minimumWords {
        pieces[pieces.count - 1] += unit
      } else {
        pieces.append(unit)
      }
    }
    if pieces.count > 1, let last = pieces.last, last.wordCount < minimumWords {
      pieces.removeLast()
      pieces[pieces.count - 1] += last
    }
    return pieces
  }

  /// What stays together if it fits: a paragraph with the list, table or quotation that follows it.
  private func units(of blocks: [Block]) -> [[Block]] {
    var units: [[Block]] = []
    for block in blocks {
      if block.kind == .paragraph || units.isEmpty {
        units.append([block])
      } else {
        units[units.count - 1].append(block)
      }
    }
    return units
  }

  /// Cuts a unit that is too long by itself into even pieces.
  private func fitting(_ unit: [Block]) -> [[Block]] {
    guard unit.wordCount > maximumWords else { return [unit] }
    let parts = unit.flatMap(sentences)
    let pieceCount = (parts.wordCount + maximumWords - 1) / maximumWords
    let target = parts.wordCount / pieceCount
    var pieces: [[Block]] = [[]]
    var words = 0
    for part in parts {
      let count = part.text.wordCount
      if words > 0, words + count > maximumWords || words >= target {
        pieces.append([])
        words = 0
      }
      pieces[pieces.count - 1].append(part)
      words += count
    }
    return pieces.map(rejoined)
  }

  /// A long paragraph as one block a sentence.
  private func sentences(of block: Block) -> [Block] {
    guard block.kind == .paragraph || block.kind == .quote, block.text.wordCount > maximumWords
    else { return [block] }
    return SentenceSplitter().sentences(of: block.text).map { range in
      Block(
        kind: block.kind, depth: block.depth, text: String(block.text[range]), lines: block.lines)
    }
  }

  /// Sentences of one paragraph that stayed together become a paragraph again.
  private func rejoined(_ parts: [Block]) -> [Block] {
    var blocks: [Block] = []
    for part in parts {
      if let last = blocks.last, last.lines == part.lines, last.kind == part.kind,
        part.kind != .listItem
      {
        let text = last.text + " " + part.text
        blocks[blocks.count - 1] = Block(
          kind: part.kind, depth: part.depth, text: text, lines: part.lines)
      } else {
        blocks.append(part)
      }
    }
    return blocks
  }
}

extension [Block] {
  fileprivate var wordCount: Int { reduce(0) { $0 + $1.text.wordCount } }
}
