/// What the slips cost by which one word became another, in letters or in sounds.
///
/// A Damerau-Levenshtein distance as `EditDistance` is, but without its pairs of spellings, which
/// `SoundSpelling` has made one before. Keeps its table between words, so that comparing one word
/// with thousands allocates nothing.
struct SlipDistance {
  /// What is compared, and so what an edit costs.
  enum Measure {
    /// Letters as typed.
    case letters
    /// Codes of `SoundSpelling`, where like sounds stand for each other more easily.
    case sounds
  }

  private let measure: Measure
  /// Three rows of the table, of which the swap needs the oldest.
  private var rows: [Float] = []

  init(_ measure: Measure) { self.measure = measure }

  /// Neighbouring letters in the other order: "seziure".
  private static let swap: Float = 0.6
  /// A letter once instead of twice, or twice instead of once: "resevoirr", "hoarsness".
  private static let doubled: Float = 0.4
  /// One vowel for another: "medacine".
  private static let vowel: Float = 0.6
  /// A vowel left out or added, and other letters that can be silent: "medcine".
  private static let weak: Float = 0.8
  /// The same two in sound, where letters that differ more have been made one before.
  private static let vowelSound: Float = 0.5
  private static let weakSound: Float = 0.7
  /// An s at the end.
  private static let plural: Float = 0.7
  /// An r after a vowel, which many speakers do not sound: "resavoir".
  private static let unsounded: Float = 0.5
  /// Consonants of one place in the mouth: "prefossor", "immidiade".
  private static let alike: Float = 0.4
  /// One letter for an unrelated one: how words differ, not spellings.
  private static let unrelated: Float = 1.2

  /// The cost of the cheapest edits that turn one word into the other; infinity if that is more than a limit.
  ///
  /// Time is proportional to the product of their lengths at most.
  mutating func between(
    _ typed: [UInt8], _ word: [UInt8], atMost limit: Float = .infinity
  ) -> Float {
    let width = word.count + 1
    if rows.count < 3 * width { rows = [Float](repeating: 0, count: 3 * width) }
    for column in 0..<width {
      rows[column] = column == 0 ? 0 : rows[column - 1] + gap(in: word, at: column - 1)
    }
    var previous: Float = 0
    for row in 0..<typed.count {
      let least = fillRow(row, typed, word, width)
      // A swap reaches back two rows, so one alone beyond the limit decides nothing.
      if least > limit, previous > limit { return .infinity }
      previous = least
    }
    let cost = rows[typed.count % 3 * width + word.count]
    return cost <= limit ? cost : .infinity
  }

  /// Fills the row after a letter of the typed word; the least of its costs.
  private mutating func fillRow(
    _ index: Int, _ typed: [UInt8], _ word: [UInt8], _ width: Int
  ) -> Float {
    let (row, above) = ((index + 1) % 3 * width, index % 3 * width)
    let gapInTyped = gap(in: typed, at: index)
    rows[row] = rows[above] + gapInTyped
    var least = rows[row]
    for column in 1..<max(width, 1) {
      var best = min(
        rows[above + column] + gapInTyped, rows[row + column - 1] + gap(in: word, at: column - 1),
        rows[above + column - 1] + change(typed[index], word[column - 1]))
      if index > 0, column > 1, typed[index] == word[column - 2],
        typed[index - 1] == word[column - 1]
      {
        best = min(best, rows[(index + 2) % 3 * width + column - 2] + Self.swap)
      }
      rows[row + column] = best
      least = min(least, best)
    }
    return least
  }

  /// The cost of one letter more in one of the words.
  private func gap(in word: [UInt8], at index: Int) -> Float {
    let letter = word[index]
    if index > 0, word[index - 1] == letter { return Self.doubled }
    if letter.isVowel { return measure == .sounds ? Self.weakSound : Self.weak }
    switch letter {
    case UInt8(ascii: "h"): return Self.weak
    case UInt8(ascii: "s") where index > 2 && index == word.count - 1: return Self.plural
    case UInt8(ascii: "r") where measure == .sounds && index > 0 && word[index - 1].isVowel:
      return Self.unsounded
    default: return 1
    }
  }

  private func change(_ one: UInt8, _ other: UInt8) -> Float {
    if one == other { return 0 }
    switch measure {
    case .letters: return one.isVowel && other.isVowel ? Self.vowel : Self.unrelated
    case .sounds:
      if one.isVowel && other.isVowel { return Self.vowelSound }
      return Self.soundAlike(one, other) ? Self.alike : Self.unrelated
    }
  }

  /// Pairs of codes, in either order.
  private static func soundAlike(_ one: UInt8, _ other: UInt8) -> Bool {
    switch (min(one, other), max(one, other)) {
    case (UInt8(ascii: "C"), UInt8(ascii: "k")), (UInt8(ascii: "C"), UInt8(ascii: "S")),
      (UInt8(ascii: "S"), UInt8(ascii: "s")), (UInt8(ascii: "C"), UInt8(ascii: "t")),
      (UInt8(ascii: "g"), UInt8(ascii: "j")), (UInt8(ascii: "S"), UInt8(ascii: "j")),
      (UInt8(ascii: "f"), UInt8(ascii: "v")), (UInt8(ascii: "T"), UInt8(ascii: "f")),
      (UInt8(ascii: "T"), UInt8(ascii: "t")), (UInt8(ascii: "d"), UInt8(ascii: "t")),
      (UInt8(ascii: "m"), UInt8(ascii: "n")), (UInt8(ascii: "k"), UInt8(ascii: "s")):
      true
    default: false
    }
  }
}
