import TestSupport
import Testing

@testable import InvertedIndex

@Suite struct KeyedTableTests {
  private struct Entry: Keyed { let key: WordKey }

  private static func key(_ text: String) -> WordKey {
    WordKey(0..<text.utf8.count, of: text.utf8Span.span)
  }

  private static func add(_ text: String, to table: inout KeyedTable<Entry>) -> Int {
    table.append(Entry(key: key(text)), 0..<text.utf8.count, of: text.utf8Span.span)
  }

  private static func find(_ text: String, in table: KeyedTable<Entry>) -> Int? {
    table.find(key(text), 0..<text.utf8.count, of: text.utf8Span.span)
  }

  /// Of all lengths up to 40 bytes, and so many that the table grows.
  private static let texts = (0..<10_000).map { number in
    String(repeating: "x", count: number % 36) + String(number)
  }

  @Test func `every text is found by its number, and no other text`() {
    var table = KeyedTable<Entry>()
    for text in Self.texts {
      #expect(Self.find(text, in: table) == nil)
      _ = Self.add(text, to: &table)
    }
    #expect(Self.texts.map { Self.find($0, in: table) } == Array(Self.texts.indices))
  }

  /// All texts in one, and where each stands.
  private static let (joined, ranges): (String, [Range<Int>]) = {
    var (joined, ranges): (String, [Range<Int>]) = ("", [])
    for text in texts {
      ranges.append(joined.utf8.count..<joined.utf8.count + text.utf8.count)
      joined += text
    }
    return (joined, ranges)
  }()

  @Test(arguments: [0, 1, 5_000, 10_000])
  func `numbers that are called sure are right, and only new or long texts are not`(known: Int) {
    var table = KeyedTable<Entry>()
    for text in Self.texts[..<known] { _ = Self.add(text, to: &table) }
    let all = Self.joined.utf8Span.span
    // What stood there before is of no account.
    var (keys, numbers): ([WordKey], [UInt32]) = ([Self.key("before")], [7])
    table.guess(Self.ranges[...], of: all, &keys, &numbers)
    #expect(keys == Self.texts.map(Self.key))
    #expect(numbers.count == Self.texts.count)
    var unsure: [Int] = []
    var index = 0
    while index < keys.count {
      let end = table.makeSure(of: &numbers, from: index, keys)
      for sure in index..<end { #expect(numbers[sure] == UInt32(sure)) }
      if end < keys.count { unsure.append(end) }
      index = end + 1
    }
    #expect(unsure == Self.texts.indices.filter { $0 >= known || Self.texts[$0].utf8.count > 16 })
  }

  @Test func `texts that Swift takes for the same are apart`() {
    var table = KeyedTable<Entry>()
    let (composed, parted) = ("\u{D55C}", "\u{1112}\u{1161}\u{11AB}")
    #expect(composed == parted)
    _ = Self.add(composed, to: &table)
    #expect(Self.find(parted, in: table) == nil)
  }
}
