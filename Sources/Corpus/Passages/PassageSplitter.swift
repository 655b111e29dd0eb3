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
    var passages: [Passage] = []
    for section in document.sections {
      for blocks in pieces(of: section) {
        passages.append(passage(blocks, section, document, source, resolvesCitations))
      }
    }
    return passages
  }

  private func passage(
    _ blocks: [Block], _ section: Section, _ document: Document, _ source: SourceText,
    _ resolvesCitations: Bool
  ) -> Passage {
    var citations: [String] = []
    var text = ""
    var parts: [PassageBlock] = []
    parts.reserveCapacity(blocks.count)
    for block in blocks {
      let words =
        resolvesCitations && block.mayCite
        ? CitationMarks.numbered(block.text, &citations) : block.text
      if !parts.isEmpty { text += "\n" }
      text += words
      parts.append(
        PassageBlock(kind: block.kind, depth: block.depth, length: words.utf8.count))
    }
    let first = blocks.lazy.map { $0.lines.lowerBound }.min() ?? 1
    let last = blocks.lazy.map { $0.lines.upperBound }.max() ?? first
    return Passage(
      source: SourceLocation(
        path: document.path, lines: first...last, bytes: source.bytes(ofLines: first...last)),
      title: document.title,
      headings: section.headings.map(\.text),
      askedAs: section.askedAs.map(\.text),
      text: text,
      blocks: parts,
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
    var part = Part(of: unit)
    for number in unit.indices {
      for stretch in stretches(of: unit[number]) {
        let sum = part.words + stretch.words
        if part.words > 0, sum > maximumWords || part.words >= target {
          pieces.append(part.finished())
          part = Part(of: unit)
        }
        part.append(stretch, ofBlock: number)
      }
    }
    return pieces + [part.finished()]
  }

  /// A long paragraph sentence by sentence, any other block whole.
  private func stretches(of counted: CountedBlock) -> [Stretch] {
    guard counted.mayBeCut, counted.words > maximumWords else { return [counted.whole] }
    return counted.sentences.isEmpty ? counted.countedSentences : counted.sentences
  }
}

/// A stretch of a block's text, and how many words it holds.
private struct Stretch {
  /// In bytes.
  let range: Range<Int>
  let words: Int
}

/// A block with its words, which are counted once.
private struct CountedBlock {
  let block: Block
  let words: Int
  /// As far as they were looked for.
  private(set) var sentences: [Stretch] = []

  init(_ block: Block) {
    self.block = block
    // What is so long is nearly always cut; then its words are counted sentence by sentence.
    if block.mayBeCut, block.text.utf8.count > Self.longBlock {
      sentences = Self.sentences(of: block.text.utf8Span.span)
      words = sentences.reduce(0) { $0 + $1.words }
    } else {
      words = block.text.utf8Span.span.wordCount
    }
  }

  /// In bytes: 200 words of English.
  private static let longBlock = 1300

  var mayBeCut: Bool { block.mayBeCut }

  var whole: Stretch { Stretch(range: 0..<block.text.utf8.count, words: words) }

  var countedSentences: [Stretch] { Self.sentences(of: block.text.utf8Span.span) }

  private static func sentences(of text: Span<UInt8>) -> [Stretch] {
    var sentences: [Stretch] = []
    // A sentence of English takes about a hundred bytes.
    sentences.reserveCapacity(text.count / 64)
    SentenceSplitter().forEachSentence(of: text) { range in
      sentences.append(Stretch(range: range, words: text.extracting(range).wordCount))
    }
    return sentences
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
  private let unit: ArraySlice<CountedBlock>
  private(set) var words = 0
  private var blocks: [Block] = []
  /// The last block's number in the unit, and which bytes of it come last.
  private var open: (number: Int, range: Range<Int>)?
  /// What comes before them of the last block, with a space behind it.
  private var text: [UInt8] = []

  init(of unit: ArraySlice<CountedBlock>) { self.unit = unit }

  mutating func append(_ stretch: Stretch, ofBlock number: Int) {
    words += stretch.words
    guard let (last, range) = open, isOneParagraph(last, number) else {
      close()
      open = (number, stretch.range)
      return
    }
    let bytes = unit[last].block.text.utf8Span.span
    if last == number, stretch.range.lowerBound == range.upperBound + 1,
      bytes[range.upperBound] == 0x20
    {
      // The next sentence of the same text.
      open = (number, range.lowerBound..<stretch.range.upperBound)
    } else {
      text.append(contentsOf: bytes.extracting(range))
      text.append(0x20)
      open = (number, stretch.range)
    }
  }

  private func isOneParagraph(_ one: Int, _ other: Int) -> Bool {
    unit[one].block.kind != .listItem && unit[one].block.kind == unit[other].block.kind
      && unit[one].block.lines == unit[other].block.lines
  }

  private mutating func close() {
    guard let (number, range) = open else { return }
    open = nil
    let block = unit[number].block
    if text.isEmpty, range.count == block.text.utf8.count { return blocks.append(block) }
    let end = String(copying: range, of: block.text)
    blocks.append(
      Block(
        kind: block.kind, depth: block.depth, text: text.isEmpty ? end : text.text + end,
        lines: block.lines))
    text.removeAll(keepingCapacity: true)
  }

  consuming func finished() -> Piece {
    close()
    return Piece(blocks: blocks, words: words)
  }
}

extension Sequence<CountedBlock> {
  fileprivate var words: Int { reduce(0) { $0 + $1.words } }
}

extension Block {
  /// Whether sentences of it may stand in different passages.
  fileprivate var mayBeCut: Bool { kind == .paragraph || kind == .quote }
}

extension [Block] {
  /// Whether they may hold more than so many words.
  fileprivate func mayExceed(_ words: Int) -> Bool {
    let length = reduce(0) { $0 + $1.text.utf8.count + 1 }
    // A word takes two bytes, with the space after it.
    guard length > 2 * words else { return false }
    // Most English takes six, so that a look at what has nine tells nothing.
    guard length < 9 * words else { return true }
    return reduce(0) { $0 + $1.text.utf8Span.span.mostWords } > words
  }
}
