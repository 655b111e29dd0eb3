import Corpus
import Testing
import TestSupport

@testable import InvertedIndex

@Suite struct PostingListTests {
  /// A posting as plain arrays: what the list is compared with.
  struct Plain: Equatable {
    let passage: Int
    /// By field, ascending.
    let positions: [[Int]]

    var row: PostingList.Row {
      var counts = SIMD4<UInt32>.zero
      for (field, positions) in positions.enumerated() { counts[field] = UInt32(positions.count) }
      return PostingList.Row(
        posting: Posting(passage: PassageID(passage), frequencies: FieldFrequencies(counts)),
        positions: positions.flatMap { $0 }.map(UInt32.init))
    }

    static func random(after last: Int, using generator: inout SeededGenerator) -> Plain {
      let gap = Bool.random(using: &generator) ? 1 : Int.random(in: 1...40, using: &generator)
      var positions: [[Int]] = [[], [], [], []]
      repeat {
        for field in positions.indices where Int.random(in: 0..<3, using: &generator) == 0 {
          let count = Int.random(in: 1...3, using: &generator)
          var position = -1
          positions[field] = (0..<count).map { _ in
            position += Int.random(in: 1...300, using: &generator)
            return position
          }
        }
      } while positions.allSatisfy(\.isEmpty)
      return Plain(passage: last + gap, positions: positions)
    }
  }

  static let sizes = [1, 2, 127, 128, 129, 256, 257, 1000]

  static func plain(_ count: Int, seed: UInt64) -> [Plain] {
    var generator = SeededGenerator(seed: seed)
    var last = -1
    return (0..<count).map { _ in
      let posting = Plain.random(after: last, using: &generator)
      last = posting.passage
      return posting
    }
  }

  @Test(arguments: sizes)
  func `the positions of a stretch of passages come in their order`(count: Int) throws {
    let plain = Self.plain(count, seed: UInt64(count))
    let list = try Self.list(of: plain)
    let last = plain.last?.passage ?? 0
    for (start, middle) in [(0, last + 1), (last / 3, last / 2), (last / 2, last + 9), (0, 0)] {
      var cursor = list.cursor()
      try cursor.seek(to: PassageID(start))
      var found: [[Int]] = []
      for end in [middle, last + 9] {
        try cursor.forEachPosition(before: end) { found.append([$0, $1, $2]) }
        #expect(cursor.passage?.ordinal == plain.first { $0.passage >= max(start, end) }?.passage)
      }
      let expected = plain.filter { $0.passage >= start }.flatMap { posting in
        posting.positions.enumerated().flatMap { field, positions in
          positions.map { [posting.passage, field, $0] }
        }
      }
      #expect(found == expected, "seed \(count), from \(start) by \(middle)")
    }
  }

  @Test(arguments: sizes)
  func `advancing gives every posting, then none`(count: Int) throws {
    let plain = Self.plain(count, seed: UInt64(count))
    let list = try Self.list(of: plain)
    #expect(list.count == count)
    var cursor = list.cursor()
    #expect(cursor.passage == nil)
    for posting in plain {
      try cursor.advance()
      #expect(try Self.present(cursor) == posting, "seed \(count)")
    }
    for _ in 0..<3 {
      try cursor.advance()
      #expect(cursor.current == nil)
      #expect(try cursor.positions(in: .body) == [])
    }
  }

  @Test(arguments: sizes, 0..<5 as Range<UInt64>)
  func `any mix of steps and seeks agrees with an array`(count: Int, seed: UInt64) throws {
    let plain = Self.plain(count, seed: seed)
    var generator = SeededGenerator(seed: seed &+ 1000)
    let highest = plain.last?.passage ?? 0
    var cursor = try Self.list(of: plain).cursor()
    var index = -1
    while index < plain.count {
      if Int.random(in: 0..<3, using: &generator) == 0 {
        try cursor.advance()
        index += 1
      } else {
        let here = index < 0 ? 0 : plain[index].passage
        // Behind, here, close by, or blocks away; sometimes past the end.
        let step = [-5, 0, 3, 600, highest / 3].randomElement(using: &generator) ?? 0
        let target = max(0, here + step)
        try cursor.seek(to: PassageID(target))
        if index < 0 || plain[index].passage < target {
          index = plain.firstIndex { $0.passage >= target } ?? plain.count
        }
      }
      let expected = index < plain.count ? plain[index] : nil
      #expect(try Self.present(cursor) == expected, "seed \(seed), \(count) postings")
    }
  }

  @Test func `a seek never goes back, not even from behind the end`() throws {
    let plain = Self.plain(300, seed: 3)
    var cursor = try Self.list(of: plain).cursor()
    try cursor.seek(to: PassageID(plain[200].passage))
    try cursor.seek(to: PassageID(0))
    #expect(cursor.passage == PassageID(plain[200].passage))
    try cursor.seek(to: PassageID(plain[299].passage + 1))
    #expect(cursor.passage == nil)
    try cursor.seek(to: PassageID(0))
    #expect(cursor.passage == nil)
  }

  @Test func `a seek does not read the blocks it passes over`() throws {
    let plain = Self.plain(128 * 4, seed: 4)
    let encoded = PostingList.encode(plain.map(\.row))
    let table = 4 * IndexFormat.skipEntrySize
    let sizes = (0..<2).map { block in
      Int(encoded.postings[block * IndexFormat.skipEntrySize + 4])
        + Int(encoded.postings[block * IndexFormat.skipEntrySize + 5]) << 8
    }
    var spoilt = encoded.postings
    for offset in table + sizes[0]..<table + sizes[0] + sizes[1] { spoilt[offset] = 0xFF }
    let list = try Self.list(spoilt, encoded.positions, plain)
    var reading = list.cursor()
    #expect(throws: IndexError.self) { for _ in plain { try reading.advance() } }
    var seeking = list.cursor()
    try seeking.seek(to: PassageID(plain[300].passage))
    #expect(try Self.present(seeking) == plain[300])
  }

  @Test func `up to 128 postings need no table of blocks and often no bits`() {
    let rows = (0..<128).map { Plain(passage: $0, positions: [[], [], [], [0]]).row }
    let encoded = PostingList.encode(rows)
    // Each holds it once in the body; distances of no bits; positions of one bit.
    #expect(encoded.postings == [0x80, 0x00])
    #expect(encoded.positions == [0x01] + [UInt8](repeating: 0, count: 16))
  }

  @Test func `counts are written for each field where they differ`() {
    // Title once in the first alone; body twice and four times, at 0 and 4; at 1, 2, 3 and 9.
    let encoded = PostingList.encode([
      Plain(passage: 5, positions: [[7], [], [], [0, 4]]).row,
      Plain(passage: 7, positions: [[], [], [], [1, 2, 3, 9]]).row,
    ])
    // Distances 5 and 1 in three bits; title 1 and 0 in one; body, less one, 1 and 3 in two.
    #expect(encoded.postings == [0x89, 3, 0b001_101, 1, 0b01, 2, 0b11_01])
    // 7; 0 and 3; 1, 0, 0 and 5: three bits each.
    #expect(encoded.positions == [3, 0b11_000_111, 0b0_000_001_0, 0b101_00])
  }

  @Test func `a list of two blocks starts with a table of them`() {
    let rows = (0..<129).map { Plain(passage: $0 * 2, positions: [[], [], [], [0]]).row }
    let encoded = PostingList.encode(rows)
    let strength = StrengthBound.code(notBelow: PostingList.strength(of: rows[0]))
    // The first distance is 0, the others 1: one bit each.
    let first: [UInt8] = [0, 0x80, 1, 0xFE] + Array(repeating: 0xFF, count: 15)
    let second: [UInt8] = [17, 0x80, 1, 1]
    #expect(
      encoded.postings == [254, 0, 0, 0, 19, 0, strength] + [0, 1, 0, 0, 4, 0, strength] + first
        + second)
    #expect(encoded.positions.count == 17 + 2)
  }

  @Test(arguments: [1, 128, 129, 1000], 0..<3 as Range<UInt64>)
  func `no posting is stronger than its block or its list say`(count: Int, seed: UInt64) throws {
    let plain = Self.plain(count, seed: seed)
    let list = try Self.list(of: plain)
    var cursor = list.cursor()
    #expect(cursor.blockMaximum == 0)
    for posting in plain {
      try cursor.advance()
      let strength = PostingList.strength(of: posting.row)
      #expect(strength <= cursor.blockMaximum, "seed \(seed)")
      #expect(cursor.blockMaximum <= list.maximum)
      #expect(posting.passage <= cursor.blockLast)
    }
    try cursor.advance()
    #expect(cursor.isAtEnd && cursor.blockMaximum == 0)
  }

  @Test(arguments: [1, 49, 50, 51, 1000], 0..<3 as Range<UInt64>)
  func `fifty postings reach the floor, and not one step more`(count: Int, seed: UInt64) {
    let rows = Self.plain(count, seed: seed).map(\.row)
    let floor = PostingList.encoded(rows).list.floor
    let codes = rows.map { StrengthBound.code(notAbove: PostingList.strength(of: $0)) }
    #expect((floor > 0) == (count >= 50))
    #expect(floor == 0 || codes.count { $0 >= floor } >= 50, "seed \(seed)")
    #expect(codes.count { $0 > floor } < 50 || count < 50, "seed \(seed)")
  }

  @Test(arguments: 0..<5 as Range<UInt64>)
  func `blocks are found without being read, and read from their first posting`(
    seed: UInt64
  ) throws {
    let plain = Self.plain(1000, seed: seed)
    var generator = SeededGenerator(seed: seed + 1)
    let (scale, norms) = try Self.even(passages: plain[999].passage + 1)
    var cursor = try Self.list(of: plain).cursor()
    var target = 0
    while target <= plain[999].passage {
      try cursor.seekBlock(to: target)
      let block = try #require(plain.firstIndex { $0.passage >= target }) / 128
      #expect(cursor.blockLast == plain[min(block * 128 + 127, 999)].passage, "seed \(seed)")
      let window = target..<target + Int.random(in: 0...2000, using: &generator)
      let expected = plain[block * 128..<min(block * 128 + 128, 1000)]
        .filter { window.contains($0.passage) }
      var found: [Int: Float] = [:]
      try cursor.withStrengths(in: window, scale, norms) { passages, strengths in
        for place in passages.indices { found[Int(passages[place])] = strengths[place] }
      }
      #expect(found.count == expected.count, "seed \(seed), \(window)")
      for posting in expected {
        let strength = PostingList.strength(of: posting.row)
        #expect(found[posting.passage] == strength, "seed \(seed), \(window)")
        #expect(try cursor.strength(in: posting.passage, scale, norms) == strength)
      }
      target = window.upperBound + Int.random(in: 0...1500, using: &generator)
    }
    try cursor.seekBlock(to: plain[999].passage + 1)
    #expect(cursor.isAtEnd && cursor.passage == nil)
    try cursor.withStrengths(in: 0..<5, scale, norms) { passages, _ in
      Issue.record("\(passages.count) passages behind the end")
    }
    #expect(try cursor.strength(in: plain[999].passage + 1, scale, norms) == 0)
    try cursor.advance()
    #expect(cursor.passage == nil)
  }

  @Test(arguments: [1, 3, 129])
  func `every cut is an error`(count: Int) throws {
    let plain = Self.plain(count, seed: 5)
    let encoded = PostingList.encode(plain.map(\.row))
    for length in encoded.postings.indices {
      let cut = Array(encoded.postings[..<length])
      let isFound = try reportsDamage {
        try Self.readToEnd(Self.list(cut, encoded.positions, plain))
      }
      #expect(isFound, "\(length) of \(encoded.postings.count) bytes of postings")
    }
    for length in encoded.positions.indices {
      let cut = Array(encoded.positions[..<length])
      let isFound = try reportsDamage {
        try Self.readToEnd(Self.list(encoded.postings, cut, plain))
      }
      #expect(isFound, "\(length) of \(encoded.positions.count) bytes of positions")
    }
  }

  @Test func `positions that add up to more than a number holds are an error`() throws {
    let plain = [Plain(passage: 0, positions: [[], [], [], [0, 1, 2]])]
    let list = try Self.list(
      PostingList.encode(plain.map(\.row)).postings, [32] + Array(repeating: 0xFF, count: 12), plain
    )
    #expect(try reportsDamage { try Self.readToEnd(list) })
  }

  @Test func `a passage number above the passage count is an error`() throws {
    let plain = [Plain(passage: 0, positions: [[], [], [], [0]])]
    // Body once; a distance of one bit: 1.
    var cursor = try Self.list([0x80, 0x01, 0x01], [0x01, 0x00], plain).cursor()
    let error = #expect(throws: IndexError.self) { try cursor.advance() }
    #expect(error?.description.contains("a passage number is too high") == true)
  }

  @Test(arguments: 0..<3 as Range<UInt64>)
  func `a strength is the same alone as with others, and 0 where the term is not`(
    seed: UInt64
  ) throws {
    let plain = Self.plain(400, seed: seed)
    let (scale, norms) = try Self.even(passages: plain[399].passage + 1)
    var cursor = try Self.list(of: plain).cursor()
    let strengths = Dictionary(
      plain.map { ($0.passage, PostingList.strength(of: $0.row)) }, uniquingKeysWith: max)
    for passage in 0...plain[399].passage {
      #expect(
        try cursor.strength(in: passage, scale, norms) == strengths[passage] ?? 0, "seed \(seed)")
    }
  }

  /// Passages of ten words in each field.
  private static func even(passages: Int) throws -> (FieldFrequencyScale, FieldNorms) {
    let bytes = FieldNorms.encode(Array(repeating: SIMD4(repeating: 10), count: passages))
    return (
      FieldFrequencyScale(BM25Parameters(), averageLengths: FieldVector(repeating: 10)),
      try FieldNorms(MappedFile.sample(bytes), 0..<bytes.count, passageCount: passages)
    )
  }

  /// Four thousand million occurrences at one place would take as many steps to read.
  @Test func `more positions than there are bytes for are an error, not a wait`() throws {
    let plain = [Plain(passage: 0, positions: [[], [], [], [0]])]
    let count: [UInt8] = [32, 0xFE, 0xFF, 0xFF, 0xFF]
    for positions in [[0x00], [0x80, 0x00], [0x01, 0x00]] as [[UInt8]] {
      let list = try Self.list([0x88, 0x00] + count, positions, plain)
      #expect(try reportsDamage { try Self.readToEnd(list) })
    }
  }

  @Test(arguments: [1, 5, 300])
  func `every changed byte is an error or an answer`(count: Int) throws {
    let plain = Self.plain(count, seed: 6)
    let encoded = PostingList.encode(plain.map(\.row))
    for offset in encoded.postings.indices {
      for value in [0x00, 0x7F, 0x80, 0xFF, encoded.postings[offset] ^ 1] as [UInt8] {
        var changed = encoded.postings
        changed[offset] = value
        _ = try reportsDamage { try Self.walk(Self.list(changed, encoded.positions, plain)) }
      }
    }
    for offset in encoded.positions.indices {
      for value in [0x00, 0x7F, 0x80, 0xFF, encoded.positions[offset] ^ 1] as [UInt8] {
        var changed = encoded.positions
        changed[offset] = value
        _ = try reportsDamage {
          try Self.readToEnd(Self.list(encoded.postings, changed, plain))
        }
      }
    }
  }

  private static func list(of plain: [Plain]) throws -> PostingList {
    let encoded = PostingList.encode(plain.map(\.row))
    return try list(encoded.postings, encoded.positions, plain)
  }

  /// A list in a file with other bytes before and after it.
  private static func list(
    _ postings: [UInt8], _ positions: [UInt8], _ plain: [Plain]
  ) throws -> PostingList {
    let file = try MappedFile.sample([0xAA] + postings + [0xBB] + positions + [0xCC])
    let entry = TermEntry(
      term: "term", passageCount: plain.count, postings: 1..<1 + postings.count,
      positions: 2 + postings.count..<2 + postings.count + positions.count, maximum: .infinity,
      floor: 0)
    return try PostingList(file, entry, passageCount: (plain.last?.passage ?? 0) + 1)
  }

  private static func present(_ cursor: PostingList.Cursor) throws -> Plain? {
    guard let passage = cursor.passage else { return nil }
    return Plain(
      passage: passage.ordinal, positions: try Field.allCases.map { try cursor.positions(in: $0) })
  }

  /// Every posting, and the positions of the last: they lie at the end.
  private static func readToEnd(_ list: PostingList) throws {
    var cursor = list.cursor()
    for _ in 0..<list.count { try cursor.advance() }
    _ = try present(cursor)
  }

  /// Every posting with its counts.
  private static func walk(_ list: PostingList) throws {
    var cursor = list.cursor()
    for _ in 0..<list.count {
      try cursor.advance()
      _ = (cursor.current, cursor.blockMaximum)
    }
  }
}

extension PostingList {
  /// As the writer writes it, of passages of ten words in each field.
  static func encode(_ rows: [Row]) -> (postings: [UInt8], positions: [UInt8]) {
    let encoded = encoded(rows)
    return (encoded.postings, encoded.positions)
  }

  static func encoded(
    _ rows: [Row]
  ) -> (list: EncodedPostingList, postings: [UInt8], positions: [UInt8]) {
    let passages = (rows.last?.posting.passage.ordinal ?? 0) + 1
    var writer = PostingListWriter(
      strengths: PostingStrengths(
        fieldLengths: Array(repeating: SIMD4(repeating: 10), count: passages)))
    for row in rows { writer.append(places: row.places.span) }
    var postings = ByteWriter()
    var positions = ByteWriter()
    let list = writer.finish(into: &postings, positions: &positions)
    return (list, postings.bytes, positions.bytes)
  }

  static func strength(of row: Row) -> Float {
    FieldFrequencyScale(BM25Parameters(), averageLengths: FieldVector(repeating: 10))
      .strength(row.posting.frequencies.counts, lengths: FieldVector(repeating: 10))
  }
}

extension PostingList {
  /// One posting with the positions of the term, by field.
  struct Row {
    let posting: Posting
    /// Ascending in each field, field after field; as many as the frequencies say.
    let positions: [UInt32]

    fileprivate var places: [UInt64] {
      let fields = (0..<4).flatMap { field in
        repeatElement(field, count: Int(posting.frequencies.counts[field]))
      }
      return zip(fields, positions).map { field, position in
        TokenPlace.encode(
          passage: posting.passage.ordinal, field: field, position: Int(position))
      }
    }
  }
}
