package import Corpus

/// What an index keeps of a source file: enough to tell whether it changed.
package struct SourceRecord: Equatable, Sendable {
  package let path: String
  package let role: CorpusFile.Role
  /// In bytes.
  package let size: Int
  package let hash: ContentHash
  /// Why the file gave no passages; nil if it was read.
  package let skipped: SkippedFile.Reason?
  /// Whether bytes that are not UTF-8 were replaced.
  package let wasRepaired: Bool

  package init(
    path: String, role: CorpusFile.Role, size: Int, hash: ContentHash,
    skipped: SkippedFile.Reason? = nil, wasRepaired: Bool = false
  ) {
    self.path = path
    self.role = role
    self.size = size
    self.hash = hash
    self.skipped = skipped
    self.wasRepaired = wasRepaired
  }
}

/// What an index keeps of a document.
package struct DocumentRecord: Equatable, Sendable {
  package let path: String
  package let title: String
  package let frontMatter: FrontMatter
  /// The ordinals of its passages.
  package let passages: Range<Int>

  package init(path: String, title: String, frontMatter: FrontMatter, passages: Range<Int>) {
    self.path = path
    self.title = title
    self.frontMatter = frontMatter
    self.passages = passages
  }
}

/// The passages' text and where it came from, each compressed by itself.
struct PassageStore: Sendable {
  private let records: RecordTable
  private let decompressor: Decompressor

  init(_ records: RecordTable, _ decompressor: Decompressor) {
    self.records = records
    self.decompressor = decompressor
  }

  /// A passage's record as `encode` made it.
  func record(of id: PassageID) throws(IndexError) -> [UInt8] {
    var reader = try decompressor.record(records.range(of: id.ordinal))
    return try reader.rest()
  }

  /// - Parameters:
  ///   - document: the one the passage belongs to, whose path and title it takes.
  ///   - isSensitive: stands elsewhere in the index.
  ///   - keyOfReference: the key of the reference with an ordinal; nil if there is none.
  func passage(
    _ id: PassageID, in document: DocumentRecord, isSensitive: Bool,
    keyOfReference: (Int) throws(IndexError) -> String?
  ) throws(IndexError) -> Passage {
    var reader = try decompressor.record(records.range(of: id.ordinal))
    let (firstLine, lineSpan) = (try reader.variable(), try reader.variable())
    let (start, length) = (try reader.variable(), try reader.variable())
    let anchor = try reader.text()
    let headings = try reader.texts()
    let askedAs = try reader.texts()
    let text = try reader.text()
    let blocks = try blocks(&reader, of: text)
    let citations = try citations(&reader, keyOfReference)
    return Passage(
      source: SourceLocation(
        path: document.path, lines: firstLine...firstLine + lineSpan, bytes: start..<start + length),
      title: document.title, headings: headings, askedAs: askedAs, text: text, blocks: blocks,
      citations: citations, anchor: anchor.isEmpty ? nil : anchor, isSensitive: isSensitive)
  }

  /// The blocks of a text, which they tile but for one line break between two: so no block starts
  /// or ends inside a character.
  private func blocks(
    _ reader: inout ByteReader, of text: String
  ) throws(IndexError) -> [PassageBlock] {
    let utf8 = text.utf8
    var blocks: [PassageBlock] = []
    var end = utf8.startIndex
    for index in 0..<(try reader.count()) {
      guard let kind = Block.Kind(rawValue: try reader.byte()) else {
        throw reader.damage("no such kind of block")
      }
      let depth = Int(try reader.byte())
      let block = PassageBlock(kind: kind, depth: depth, length: try reader.variable())
      if index > 0 {
        guard end < utf8.endIndex, utf8[end] == 0x0A else { throw reader.damage(Self.badBlocks) }
        end = utf8.index(after: end)
      }
      guard let next = utf8.index(end, offsetBy: block.length, limitedBy: utf8.endIndex) else {
        throw reader.damage(Self.badBlocks)
      }
      end = next
      blocks.append(block)
    }
    guard end == utf8.endIndex else { throw reader.damage(Self.badBlocks) }
    return blocks
  }

  private static let badBlocks = "blocks do not make up their text"

  private func citations(
    _ reader: inout ByteReader, _ keyOfReference: (Int) throws(IndexError) -> String?
  ) throws(IndexError) -> [String] {
    var keys: [String] = []
    for _ in 0..<(try reader.count()) {
      guard let key = try keyOfReference(try reader.variable()) else {
        throw reader.damage("no such reference")
      }
      keys.append(key)
    }
    return keys
  }

  /// Appends one passage's record, before it is compressed.
  static func append(_ passage: Passage, citationOrdinals: [Int], to bytes: inout [UInt8]) {
    ByteWriter.append(to: &bytes) { encode(passage, citationOrdinals, &$0) }
  }

  private static func encode(
    _ passage: Passage, _ citationOrdinals: [Int], _ writer: inout ByteWriter
  ) {
    writer.append(variable: passage.source.lines.lowerBound)
    writer.append(variable: passage.source.lines.upperBound - passage.source.lines.lowerBound)
    writer.append(variable: passage.source.bytes.lowerBound)
    writer.append(variable: passage.source.bytes.count)
    writer.append(text: passage.anchor ?? "")
    writer.append(texts: passage.headings)
    writer.append(texts: passage.askedAs)
    writer.append(text: passage.text)
    writer.append(variable: passage.blocks.count)
    for block in passage.blocks {
      writer.append(byte: block.kind.rawValue)
      writer.append(byte: UInt8(min(block.depth, 255)))
      writer.append(variable: block.length)
    }
    writer.append(variable: citationOrdinals.count)
    for ordinal in citationOrdinals { writer.append(variable: ordinal) }
  }
}
