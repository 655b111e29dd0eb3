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
    guard section.blocks.mayExceed(maximumWords) else { return [section.blocks] }
    let blocks = section.blocks.map(CountedBlock.init)
    guard blocks.words > maximumWords else { return [section.blocks] }
    var pieces: [Piece] = []
    for unit in units(of: blocks) {
      for piece in fitting(unit) {
        if let last = pieces.indices.last, pieces[last].words < minimumWords {
          pieces[last].append(piece)
        } else {
          pieces.append(piece)
        }
      }
    }
    if pieces.count > 1, let last = pieces.last, last.words < minimumWords {
      pieces.removeLast()
      pieces[pieces.count - 1].append(last)
    }
    return pieces.map(\.blocks)
  }

  /// What stays together if it fits: a paragraph with the list, table or quotation that follows it.
  private func units(of blocks: [CountedBlock]) -> [ArraySlice<CountedBlock>] {
    var units: [ArraySlice<CountedBlock>] = []
    var start = 0
    for index in blocks.indices.dropFirst() where blocks[index].block.kind == .paragraph {
      units.append(blocks[start..<index])
      start = index
    }
    return units + [blocks[start...]]
  }

  /// Cuts a unit that is too long by itself into even pieces.
  private func fitting(_ unit: ArraySlice<CountedBlock>) -> [Piece] {
    let words = unit.words
    guard words > maximumWords else { return [Piece(blocks: unit.map(\.block), words: words)] }
    let pieceCount = (words + maximumWords - 1) / maximumWords
    let target = words / pieceCount
    var pieces: [Piece] = []
    var part = Part()
    for counted in unit.lazy.flatMap(sentences) {
      let sum = part.words + counted.words
      if part.words > 0, sum > maximumWords || part.words >= target {
        pieces.append(part.finished())
        part = Part()
      }
      part.append(counted)
    }
    return pieces + [part.finished()]
  }

  /// A long paragraph sentence by sentence.
  private func sentences(of counted: CountedBlock) -> [CountedBlock] {
    guard counted.mayBeCut, counted.words > maximumWords else { return [counted] }
    return counted.sentences.isEmpty ? counted.countedSentences : counted.sentences
  }
}

/// A block, or a sentence of it, with its words, which are counted once.
private struct CountedBlock {
  let block: Block
  /// In bytes of the block's text.
  let range: Range<Int>
  private(set) var words: Int
  /// As far as they were looked for.
  private(set) var sentences: [CountedBlock] = []

  init(block: Block, range: Range<Int>, words: Int) {
    self.block = block
    self.range = range
    self.words = words
  }

  init(_ block: Block) {
    self.init(block: block, range: 0..<block.text.utf8.count, words: 0)
    // What is so long is nearly always cut; then its words are counted sentence by sentence.
    if mayBeCut, range.count > Self.longBlock {
      sentences = countedSentences
      words = sentences.words
    } else {
      words = block.text.utf8Span.span.wordCount
    }
  }

  /// In bytes: 200 words of English.
  private static let longBlock = 1300

  /// Whether sentences of it may stand in different passages.
  var mayBeCut: Bool { block.kind == .paragraph || block.kind == .quote }

  var countedSentences: [CountedBlock] {
    let text = block.text.utf8Span.span
    return SentenceSplitter().utf8Ranges(of: text).map { sentence in
      CountedBlock(block: block, range: sentence, words: text.extracting(sentence).wordCount)
    }
  }

  func append(to bytes: inout [UInt8]) {
    bytes.append(contentsOf: block.text.utf8Span.span.extracting(range))
  }
}

/// The blocks of a passage to be.
private struct Piece {
  var blocks: [Block]
  var words: Int

  mutating func append(_ other: Piece) {
    blocks += other.blocks
    words += other.words
  }
}

/// A piece that is being filled. Sentences of one paragraph that stay together become a paragraph
/// again.
private struct Part {
  private(set) var words = 0
  private var blocks: [Block] = []
  /// The last block, or the first of its sentences.
  private var open: CountedBlock?
  /// The sentences of the last block, when it is not whole.
  private var text: [UInt8] = []

  mutating func append(_ counted: CountedBlock) {
    words += counted.words
    let block = counted.block
    if let first = open?.block, first.lines == block.lines, first.kind == block.kind,
      block.kind != .listItem
    {
      if text.isEmpty { open?.append(to: &text) }
      text.append(0x20)
      counted.append(to: &text)
    } else {
      close()
      open = counted
    }
  }

  private mutating func close() {
    guard let last = open else { return }
    let block = last.block
    if text.isEmpty, last.range.count < block.text.utf8.count { last.append(to: &text) }
    blocks.append(
      text.isEmpty
        ? block
        : Block(kind: block.kind, depth: block.depth, text: text.text, lines: block.lines))
    text.removeAll(keepingCapacity: true)
    open = nil
  }

  consuming func finished() -> Piece {
    close()
    return Piece(blocks: blocks, words: words)
  }
}

extension Sequence<CountedBlock> {
  fileprivate var words: Int { reduce(0) { $0 + $1.words } }
}

extension [Block] {
  /// Whether they may hold more than so many words: a word takes two bytes, with the space after it.
  fileprivate func mayExceed(_ words: Int) -> Bool {
    reduce(0) { $0 + $1.text.utf8.count + 1 } > 2 * words
  }
}
