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
    let skipTable = 4 * IndexFormat.skipEntrySize
    let second = Int(Self.uint32(encoded.postings, at: IndexFormat.skipEntrySize + 4))
    let third = Int(Self.uint32(encoded.postings, at: 2 * IndexFormat.skipEntrySize + 4))
    var spoilt = encoded.postings
    for offset in skipTable + second..<skipTable + third { spoilt[offset] = 0xFF }
    let list = try Self.list(spoilt, encoded.positions, plain)
    var reading = list.cursor()
    #expect(throws: IndexError.self) { for _ in plain { try reading.advance() } }
    var seeking = list.cursor()
    try seeking.seek(to: PassageID(plain[300].passage))
    #expect(try Self.present(seeking) == plain[300])
  }

  @Test func `up to 128 postings need no skip table and often two bytes each`() {
    let rows = (0..<128).map { Plain(passage: $0, positions: [[], [], [], [0]]).row }
    let encoded = PostingList.encode(rows)
    #expect(encoded.postings == Array(repeating: [0x00, 0x18], count: 128).flatMap { $0 })
    #expect(encoded.positions == [UInt8](repeating: 0, count: 128))
  }

  @Test func `counts above one are written for each field that holds the term`() {
    // Passage 5: title once, body twice, at 0 and at 4.
    let row = Plain(passage: 5, positions: [[7], [], [], [0, 4]]).row
    let encoded = PostingList.encode([row])
    #expect(encoded.postings == [0x05, 0b1001, 1, 2])
    #expect(encoded.positions == [7, 0, 3])
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
    let largest = [UInt8](repeating: 0xFF, count: 8) + [0x3F]
    let list = try Self.list(
      PostingList.encode(plain.map(\.row)).postings, largest + largest + largest, plain)
    #expect(try reportsDamage { try Self.readToEnd(list) })
  }

  @Test func `a passage number above the passage count is an error`() throws {
    let plain = [Plain(passage: 0, positions: [[], [], [], [0]])]
    var cursor = try Self.list([0x01, 0x18], [0], plain).cursor()
    let error = #expect(throws: IndexError.self) { try cursor.advance() }
    #expect(error?.description.contains("a passage number is too high") == true)
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
      positions: 2 + postings.count..<2 + postings.count + positions.count)
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

  private static func uint32(_ bytes: [UInt8], at offset: Int) -> UInt32 {
    (0..<4).reduce(0) { $0 | UInt32(bytes[offset + $1]) << UInt32(8 * $1) }
  }
}
