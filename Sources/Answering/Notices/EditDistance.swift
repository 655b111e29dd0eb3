/// Whether two words are the same but for slips of the hand.
enum EditDistance {
  /// How many slips a word of a length may hold: none up to four letters, one from five, two from
  /// eight.
  static func allowed(_ length: Int) -> Int { length < 5 ? 0 : length < 8 ? 1 : 2 }

  /// Whether at most `limit` letters were added, left out, changed or swapped with their neighbour
  /// (optimal string alignment: F. J. Damerau, CACM 7, 1964). Time is the product of the lengths.
  static func isWithin(_ limit: Int, _ a: [UInt8], _ b: [UInt8]) -> Bool {
    guard abs(a.count - b.count) <= limit else { return false }
    var (older, old) = ([Int](), Array(0...b.count))
    for i in 1...max(a.count, 1) where i <= a.count {
      var row = [i]
      row.reserveCapacity(b.count + 1)
      var least = i
      for j in 1...max(b.count, 1) where j <= b.count {
        var cost = min(old[j] + 1, row[j - 1] + 1, old[j - 1] + (a[i - 1] == b[j - 1] ? 0 : 1))
        if i > 1, j > 1, a[i - 1] == b[j - 2], a[i - 2] == b[j - 1] {
          cost = min(cost, older[j - 2] + 1)
        }
        row.append(cost)
        least = min(least, cost)
      }
      guard least <= limit else { return false }
      (older, old) = (old, row)
    }
    return old[b.count] <= limit
  }
}
