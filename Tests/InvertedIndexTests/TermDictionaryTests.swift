import Testing
import TestSupport

@testable import InvertedIndex

@Suite struct TermDictionaryTests {
  /// A term and its list.
  struct Row {
    let term: String
    let list: EncodedPostingList

    init(_ term: String, _ list: EncodedPostingList) { (self.term, self.list) = (term, list) }

    /// With the shortest list there is.
    init(_ term: String) {
      self.init(
        term,
        EncodedPostingList(
          passageCount: 1, postings: 0..<2, positions: 0..<1, maximum: 1, floor: 0))
    }
  }

  static func encode(_ rows: [Row]) -> [UInt8] {
    var writer = TermDictionaryWriter()
    for row in rows { writer.append(term: row.term.utf8Span.span, row.list) }
    return writer.finish()
  }

  /// Characters that share first bytes, so that common beginnings end inside a character.
  static let alphabet = ["a", "b", "\u{E9}", "\u{E8}", "\u{3B1}", "\u{65E5}", "\u{65E6}", "😀", "😁"]

  static func randomTerms(_ count: Int, using generator: inout SeededGenerator) -> [String] {
    var terms: Set<String> = []
    while terms.count < count {
      let length = Int.random(in: 1...8, using: &generator)
      let characters = (0..<length).map { _ in alphabet.randomElement(using: &generator) ?? "" }
      terms.insert(characters.joined())
    }
    return terms.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
  }

  /// Rows with lists one after another, some empty of positions.
  static func rows(_ terms: [String], using generator: inout SeededGenerator) -> [Row] {
    var postings = 0
    var positions = 0
    return terms.map { term in
      let lengths = (
        Int.random(in: 2...200, using: &generator), Int.random(in: 0...300, using: &generator)
      )
      defer { (postings, positions) = (postings + lengths.0, positions + lengths.1) }
      let passageCount = Int.random(in: 1...1000, using: &generator)
      return Row(
        term,
        EncodedPostingList(
          passageCount: passageCount,
          postings: postings..<postings + lengths.0, positions: positions..<positions + lengths.1,
          maximum: Float.random(in: 0...20, using: &generator),
          floor: passageCount < 50 ? 0 : UInt8.random(in: 0..<255, using: &generator)))
    }
  }

  @Test(arguments: [0, 1, 2, 15, 16, 17, 32, 33, 1000])
  func `every term is found and no other`(count: Int) throws {
    let seed = UInt64(count)
    var generator = SeededGenerator(seed: seed)
    let terms = Self.randomTerms(count, using: &generator)
    let rows = Self.rows(terms, using: &generator)
    let dictionary = try dictionary(of: rows)
    #expect(dictionary.count == count)
    #expect(try dictionary.entries() == rows.map(Self.entry), "seed \(seed)")
    for row in rows {
      #expect(try dictionary.entry(for: row.term) == Self.entry(row), "seed \(seed), \(row.term)")
    }
    let known = Set(terms)
    for absent in Self.absentTerms(terms) where !known.contains(absent) {
      #expect(try dictionary.entry(for: absent) == nil, "seed \(seed), \(absent)")
    }
  }

  /// Before the first, after the last, and close to each: shorter, longer, changed at the end.
  static func absentTerms(_ terms: [String]) -> [String] {
    ["", "\u{0}", "zzz", "\u{10FFFF}"]
      + terms.flatMap { [$0 + "a", String($0.dropLast()), $0.dropLast() + "c", "b" + $0] }
  }

  @Test func `a common beginning is written once`() throws {
    let terms = (0..<16).map { "neurolymphomatosis-\($0 + 10)" }
    let bytes = Self.encode(terms.map { Row($0) })
    // The first whole; then each shares 19 bytes or 20 with the one before.
    #expect(bytes.count < 8 + 22 + 2 + 4 + 15 * (2 + 2 + 4) + 1)
    #expect(bytes.count >= 8 + 22 + 2 + 4 + 15 * (2 + 1 + 4))
  }

  @Test func `characters that begin with the same bytes are not cut`() throws {
    // é and è share their first byte, 日 and 旦 their first two.
    let rows = ["\u{E8}", "\u{E9}", "\u{65E5}", "\u{65E6}", "\u{65E6}\u{65E5}"].map { Row($0) }
    #expect(try dictionary(of: rows).entries().map(\.term) == rows.map(\.term))
  }

  @Test func `every cut and every changed byte is an error or an answer`() throws {
    var generator = SeededGenerator(seed: 7)
    let rows = Self.rows(Self.randomTerms(20, using: &generator), using: &generator)
    let bytes = Self.encode(rows)
    for length in 0..<bytes.count {
      let isFound = try reportsDamage {
        _ = try Self.dictionary(Array(bytes[..<length]) + [0], rows, length: length).entries()
      }
      #expect(isFound, "cut to \(length) bytes")
    }
    for offset in bytes.indices {
      for bit in 0..<8 {
        var changed = bytes
        changed[offset] ^= 1 << UInt8(bit)
        _ = try reportsDamage {
          let dictionary = try Self.dictionary(changed, rows, length: changed.count)
          for row in rows { _ = try dictionary.entry(for: row.term) }
        }
      }
    }
  }

  private func dictionary(of rows: [Row]) throws -> TermDictionary {
    let bytes = Self.encode(rows)
    // An empty file cannot be mapped; the byte lies outside the dictionary.
    return try Self.dictionary(bytes + [0], rows, length: bytes.count)
  }

  private static func dictionary(
    _ bytes: [UInt8], _ rows: [Row], length: Int
  ) throws -> TermDictionary {
    try TermDictionary(
      MappedFile.sample(bytes), 0..<length, termCount: rows.count,
      postings: 1000..<1000 + rows.reduce(0) { $0 + $1.list.postings.count },
      positions: 9000..<9000 + rows.reduce(0) { $0 + $1.list.positions.count })
  }

  /// What the dictionary should say, with ranges of the file instead of the section.
  private static func entry(_ row: Row) -> TermEntry {
    TermEntry(
      term: row.term, passageCount: row.list.passageCount,
      postings: row.list.postings.lowerBound + 1000..<row.list.postings.upperBound + 1000,
      positions: row.list.positions.lowerBound + 9000..<row.list.positions.upperBound + 9000,
      maximum: StrengthBound.strength(StrengthBound.code(notBelow: row.list.maximum)),
      floor: StrengthBound.floor(row.list.floor))
  }

  @Test func `lists beyond four thousand million bytes are found`() throws {
    let far = 5_000_000_000
    let rows = [
      Row(
        "a",
        EncodedPostingList(
          passageCount: 9, postings: 0..<far, positions: 0..<far, maximum: 1, floor: 0)),
      Row(
        "b",
        EncodedPostingList(
          passageCount: 1, postings: far..<far + 3, positions: far..<far + 2, maximum: 1, floor: 0)),
    ]
    #expect(try dictionary(of: rows).entry(for: "b") == Self.entry(rows[1]))
  }
}
