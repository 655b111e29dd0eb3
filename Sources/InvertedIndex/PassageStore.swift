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

  package init(
    path: String, role: CorpusFile.Role, size: Int, hash: ContentHash,
    skipped: SkippedFile.Reason? = nil
  ) {
    self.path = path
    self.role = role
    self.size = size
    self.hash = hash
    self.skipped = skipped
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

/// The passages' text and where it came from, one record each, found through a table of offsets.
struct PassageStore: Sendable {
  let count: Int
  private let file: MappedFile
  private let table: Int
  private let records: Range<Int>

  /// - Throws: `IndexError.damaged` if the table does not fit.
  init(_ file: MappedFile, _ range: Range<Int>, count: Int) throws(IndexError) {
    guard (count + 1) * 8 <= range.count else {
      throw .damaged(path: file.path, offset: range.lowerBound, reason: "the passage table is cut short")
    }
    self.file = file
    self.count = count
    table = range.lowerBound
    records = range.lowerBound + (count + 1) * 8..<range.upperBound
  }

  /// A passage whose `source.path` and `title` are its document's.
  ///
  /// - Precondition: `id` is below `count`.
  func passage(
    _ id: PassageID, in documents: [DocumentRecord], citing references: [Reference]
  ) throws(IndexError) -> Passage {
    precondition(id.ordinal >= 0 && id.ordinal < count, "passage \(id.ordinal) of \(count)")
    var reader = try reader(of: id)
    let documentOrdinal = try reader.variable()
    guard documentOrdinal < documents.count else { throw reader.damage("no such document") }
    let (firstLine, lineSpan) = (try reader.variable(), try reader.variable())
    let (start, length) = (try reader.variable(), try reader.variable())
    let isSensitive = try reader.byte() != 0
    let anchor = try reader.text()
    let headings = try reader.texts()
    let askedAs = try reader.texts()
    let text = try reader.text()
    let blocks = try blocks(&reader, textLength: text.utf8.count)
    let citations = try citations(&reader, references)
    let path = documents[documentOrdinal].path
    return Passage(
      source: SourceLocation(
        path: path, lines: firstLine...firstLine + lineSpan, bytes: start..<start + length),
      title: documents[documentOrdinal].title, headings: headings, askedAs: askedAs, text: text,
      blocks: blocks, citations: citations, anchor: anchor.isEmpty ? nil : anchor,
      isSensitive: isSensitive)
  }

  private func reader(of id: PassageID) throws(IndexError) -> ByteReader {
    let offset = table + id.ordinal * 8
    let (start, end) = (file.uint64(at: offset), file.uint64(at: offset + 8))
    guard start <= end, end <= UInt64(records.count) else {
      throw .damaged(path: file.path, offset: offset, reason: "a passage is out of place")
    }
    return ByteReader(file, records.lowerBound + Int(start)..<records.lowerBound + Int(end))
  }

  private func blocks(
    _ reader: inout ByteReader, textLength: Int
  ) throws(IndexError) -> [PassageBlock] {
    var blocks: [PassageBlock] = []
    var total = 0
    for index in 0..<(try reader.count()) {
      guard let kind = Block.Kind(rawValue: try reader.byte()) else {
        throw reader.damage("no such kind of block")
      }
      let block = PassageBlock(kind: kind, depth: Int(try reader.byte()), length: try reader.variable())
      total += block.length + (index > 0 ? 1 : 0)
      guard total <= textLength else { throw reader.damage("blocks are longer than their text") }
      blocks.append(block)
    }
    return blocks
  }

  private func citations(
    _ reader: inout ByteReader, _ references: [Reference]
  ) throws(IndexError) -> [String] {
    var keys: [String] = []
    for _ in 0..<(try reader.count()) {
      let ordinal = try reader.variable()
      guard ordinal < references.count else { throw reader.damage("no such reference") }
      keys.append(references[ordinal].key)
    }
    return keys
  }

  /// One passage's record.
  static func encode(
    _ passage: Passage, documentOrdinal: Int, citationOrdinals: [Int]
  ) -> [UInt8] {
    var writer = ByteWriter()
    writer.append(variable: documentOrdinal)
    writer.append(variable: passage.source.lines.lowerBound)
    writer.append(variable: passage.source.lines.upperBound - passage.source.lines.lowerBound)
    writer.append(variable: passage.source.bytes.lowerBound)
    writer.append(variable: passage.source.bytes.count)
    writer.append(byte: passage.isSensitive ? 1 : 0)
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
    return writer.bytes
  }
}
