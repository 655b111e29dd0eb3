/// How far two words are from each other, as misspelling goes.
///
/// The Damerau-Levenshtein distance in its restricted form (optimal string alignment: F. Damerau,
/// Communications of the ACM 7, 1964; V. Levenshtein, 1966): letters left out, added, changed, or
/// swapped with their neighbour. Slips that are common in English cost less than one.
package struct EditDistance {
  /// Whether common slips cost less; otherwise every edit costs 1.
  let isWeighted: Bool

  package static let weighted = EditDistance(isWeighted: true)
  static let plain = EditDistance(isWeighted: false)

  /// Neighbouring letters in the other order: "seziure".
  private static let swap: Float = 0.6
  /// A letter once instead of twice, or twice instead of once: "resevoirr", "hoarsness".
  private static let doubled: Float = 0.4
  /// One vowel for another: "medacine".
  private static let vowel: Float = 0.6
  /// A vowel left out or added, and other letters that can be silent: "medcine".
  private static let weak: Float = 0.8
  /// Spellings of the same sound: "fysician".
  private static let sound: Float = 0.5
  /// One letter for an unrelated one: how words differ, not spellings.
  private static let unrelated: Float = 1.2

  /// Spellings that can sound the same, in either direction.
  private static let sounds: [(first: [UInt8], second: [UInt8])] = [
    ("ph", "f"), ("ck", "k"), ("k", "c"), ("k", "ch"), ("q", "k"), ("x", "ks"), ("s", "c"),
    ("s", "z"), ("sc", "s"), ("j", "g"), ("dj", "g"), ("wh", "w"), ("kn", "n"), ("wr", "r"),
    ("rh", "r"), ("igh", "i"), ("ight", "ite"), ("ough", "uff"), ("gh", "f"), ("tion", "shun"),
    ("tion", "sion"), ("cian", "tion"), ("i", "y"), ("le", "el"), ("le", "al"), ("le", "il"),
    ("ei", "ie"), ("ae", "e"), ("oe", "e"), ("ould", "ud"), ("ea", "ee"), ("mb", "m"),
  ].map { (Array($0.0.utf8), Array($0.1.utf8)) }

  /// The cost of the cheapest edits that turn one word into the other.
  ///
  /// Time is proportional to the product of their lengths.
  package func between(_ typed: [UInt8], _ word: [UInt8]) -> Float {
    let width = word.count + 1
    var costs = [Float](repeating: 0, count: (typed.count + 1) * width)
    for row in 0...typed.count {
      for column in 0...word.count where row + column > 0 {
        var best = Float.infinity
        if row > 0 { best = costs[(row - 1) * width + column] + gap(in: typed, at: row - 1) }
        if column > 0 {
          best = min(best, costs[row * width + column - 1] + gap(in: word, at: column - 1))
        }
        if row > 0, column > 0 {
          let change = change(typed[row - 1], word[column - 1])
          best = min(best, costs[(row - 1) * width + column - 1] + change)
        }
        if row > 1, column > 1, typed[row - 1] == word[column - 2],
          typed[row - 2] == word[column - 1]
        {
          let swap = isWeighted ? Self.swap : 1
          best = min(best, costs[(row - 2) * width + column - 2] + swap)
        }
        if isWeighted, row > 0, column > 0 {
          for (rows, columns) in Self.sameSounds(typed[..<row], word[..<column]) {
            best = min(best, costs[(row - rows) * width + column - columns] + Self.sound)
          }
        }
        costs[row * width + column] = best
      }
    }
    return costs[costs.count - 1]
  }

  /// The cost of one letter more in one of the words.
  private func gap(in word: [UInt8], at index: Int) -> Float {
    guard isWeighted else { return 1 }
    let letter = word[index]
    if index > 0, word[index - 1] == letter { return Self.doubled }
    return letter.isVowel || letter == UInt8(ascii: "h") ? Self.weak : 1
  }

  private func change(_ one: UInt8, _ other: UInt8) -> Float {
    if one == other { return 0 }
    guard isWeighted else { return 1 }
    if one.isVowel != other.isVowel { return Self.unrelated }
    return one.isVowel ? Self.vowel : Self.unrelated
  }

  /// The lengths of equal-sounding spellings that two beginnings of words end in.
  private static func sameSounds(
    _ typed: ArraySlice<UInt8>, _ word: ArraySlice<UInt8>
  ) -> [(Int, Int)] {
    guard let last = typed.last, let other = word.last else { return [] }
    var found: [(Int, Int)] = []
    for (first, second) in sounds {
      if last == first.last, other == second.last, typed.hasSuffix(first), word.hasSuffix(second) {
        found.append((first.count, second.count))
      } else if last == second.last, other == first.last, typed.hasSuffix(second),
        word.hasSuffix(first)
      {
        found.append((second.count, first.count))
      }
    }
    return found
  }
}

extension UInt8 {
  var isVowel: Bool {
    switch self {
    case UInt8(ascii: "a"), UInt8(ascii: "e"), UInt8(ascii: "i"), UInt8(ascii: "o"),
      UInt8(ascii: "u"), UInt8(ascii: "y"):
      true
    default: false
    }
  }
}

extension ArraySlice<UInt8> {
  fileprivate func hasSuffix(_ ending: [UInt8]) -> Bool {
    count >= ending.count && suffix(ending.count).elementsEqual(ending)
  }
}
