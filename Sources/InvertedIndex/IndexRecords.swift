package import Corpus

/// The byte forms of the small records.

extension SourceRecord {
  /// All but the path.
  func encode(to writer: inout ByteWriter) {
    writer.append(byte: role.rawValue | (wasRepaired ? Self.repairedBit : 0))
    writer.append(byte: skipped.map { $0.rawValue + 1 } ?? 0)
    writer.append(variable: size)
    writer.append(uint64: hash.value)
  }

  init(_ reader: inout ByteReader, path: String) throws(IndexError) {
    let kind = try reader.byte()
    guard let role = CorpusFile.Role(rawValue: kind & ~Self.repairedBit) else {
      throw reader.damage("no such role of a file")
    }
    let code = try reader.byte()
    let skipped = code == 0 ? nil : SkippedFile.Reason(rawValue: code - 1)
    guard code == 0 || skipped != nil else { throw reader.damage("no such reason") }
    self.init(
      path: path, role: role, size: try reader.variable(),
      hash: ContentHash(value: try reader.uint64()), skipped: skipped,
      wasRepaired: kind & Self.repairedBit != 0)
  }

  /// Passes over one, but for its size and hash.
  static func content(_ reader: inout ByteReader) throws(IndexError) -> (Int, ContentHash) {
    try reader.skip(2)
    return (try reader.variable(), ContentHash(value: try reader.uint64()))
  }

  private static let repairedBit: UInt8 = 1 << 7
}

extension DocumentRecord {
  func encode(to writer: inout ByteWriter) {
    writer.append(text: path)
    writer.append(text: title)
    writer.append(variable: frontMatter.reviewed?.number ?? 0)
    writer.append(variable: frontMatter.reviewBy?.number ?? 0)
    writer.append(text: frontMatter.country ?? "")
    writer.append(text: frontMatter.audience ?? "")
  }

  /// - Parameter passages: stand elsewhere in the index.
  init(_ reader: inout ByteReader, passages: Range<Int>) throws(IndexError) {
    let (path, title) = (try reader.text(), try reader.text())
    var frontMatter = FrontMatter()
    frontMatter.reviewed = CalendarDate(number: try reader.variable())
    frontMatter.reviewBy = CalendarDate(number: try reader.variable())
    frontMatter.country = try reader.text().nonEmpty
    frontMatter.audience = try reader.text().nonEmpty
    self.init(path: path, title: title, frontMatter: frontMatter, passages: passages)
  }

  /// Passes over one.
  static func skip(_ reader: inout ByteReader) throws(IndexError) {
    for _ in 0..<2 { try reader.skipText() }
    for _ in 0..<2 { _ = try reader.variable() }
    for _ in 0..<2 { try reader.skipText() }
  }
}

extension Reference {
  func encode(to writer: inout ByteWriter) {
    for text in [key, title, publisher, url, date] { writer.append(text: text) }
  }

  init(_ reader: inout ByteReader) throws(IndexError) {
    self.init(
      key: try reader.text(), title: try reader.text(), publisher: try reader.text(),
      url: try reader.text(), date: try reader.text())
  }
}

/// The counts an index opens with.
package struct IndexSummary: Equatable, Sendable {
  /// Of the analyzer that made the index.
  package let fingerprint: ContentHash
  package let passageCount: Int
  package let documentCount: Int
  package let termCount: Int
  package let sourceCount: Int
  package let referenceCount: Int
  package let conceptCount: Int
  /// First terms of the concepts' wordings.
  package let wordingGroupCount: Int
  /// Tokens of all passages, by field.
  package let fieldTotals: SIMD4<UInt64>
  /// What the maxima of the posting lists were made with.
  package let parameters: BM25Parameters

  /// The mean length of each field in tokens; 1 for a field that is empty everywhere.
  package var averageLengths: FieldVector {
    Self.averageLengths(fieldTotals, passageCount: passageCount)
  }

  static func averageLengths(_ totals: SIMD4<UInt64>, passageCount: Int) -> FieldVector {
    var averages = FieldVector(repeating: 1)
    for field in Field.allCases where passageCount > 0 && totals[field: field] > 0 {
      averages[field: field] = Float(totals[field: field]) / Float(passageCount)
    }
    return averages
  }

  func encode(to writer: inout ByteWriter) {
    writer.append(uint64: fingerprint.value)
    for count in [
      passageCount, documentCount, termCount, sourceCount, referenceCount, conceptCount,
      wordingGroupCount,
    ] {
      writer.append(uint64: UInt64(count))
    }
    for field in Field.allCases { writer.append(uint64: fieldTotals[field: field]) }
    writer.append(float: parameters.k1)
    for vector in [parameters.weights, parameters.b] {
      for field in Field.allCases { writer.append(float: vector[field: field]) }
    }
  }
}

extension IndexSummary {
  init(_ reader: inout ByteReader) throws(IndexError) {
    fingerprint = ContentHash(value: try reader.uint64())
    passageCount = try Self.count(&reader)
    documentCount = try Self.count(&reader)
    termCount = try Self.count(&reader)
    sourceCount = try Self.count(&reader)
    referenceCount = try Self.count(&reader)
    conceptCount = try Self.count(&reader)
    wordingGroupCount = try Self.count(&reader)
    var totals = SIMD4<UInt64>.zero
    for field in Field.allCases { totals[field: field] = try reader.uint64() }
    fieldTotals = totals
    var parameters = BM25Parameters()
    parameters.k1 = try reader.float()
    for field in Field.allCases { parameters.weights[field: field] = try reader.float() }
    for field in Field.allCases { parameters.b[field: field] = try reader.float() }
    self.parameters = parameters
  }

  private static func count(_ reader: inout ByteReader) throws(IndexError) -> Int {
    let value = try reader.uint64()
    guard value <= UInt64(UInt32.max) else { throw reader.damage("a count is too high") }
    return Int(value)
  }
}

extension String {
  fileprivate var nonEmpty: String? { isEmpty ? nil : self }
}
