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

  @Test func `a guess that is called sure is right, and most are`() {
    var table = KeyedTable<Entry>()
    for text in Self.texts { _ = Self.add(text, to: &table) }
    let keys = Self.texts.map(Self.key)
    var numbers: [UInt32] = [7]
    table.guess(keys[...], into: &numbers)
    #expect(numbers.count == keys.count)
    var sure = 0
    var index = 0
    while index < keys.count {
      let end = table.endOfSureNumbers(from: index, numbers, keys)
      for sure in index..<end { #expect(numbers[sure] == UInt32(sure)) }
      sure += end - index
      index = end + 1
    }
    // Texts of more than 16 bytes are never sure.
    #expect(sure > keys.count(where: \.isWhole) / 2)
  }

  @Test func `texts that Swift takes for the same are apart`() {
    var table = KeyedTable<Entry>()
    let (composed, parted) = ("\u{D55C}", "\u{1112}\u{1161}\u{11AB}")
    #expect(composed == parted)
    _ = Self.add(composed, to: &table)
    #expect(Self.find(parted, in: table) == nil)
  }
}
