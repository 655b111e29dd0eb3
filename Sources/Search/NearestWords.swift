internal import Analysis
package import InvertedIndex

/// Words of the corpus that look like one that it does not hold, to be offered, never put in its place.
///
/// Two words are alike by the share of pairs of neighbouring letters that they have in common:
/// L. R. Dice, Measures of the Amount of Ecologic Association Between Species, 1945.
package struct NearestWords {
  private let index: IndexReader

  package init(_ index: IndexReader) { self.index = index }

  private static let most = 2
  private static let leastLikeness: Float = 0.6
  /// In bytes; shorter words look like too many.
  private static let shortest = 4

  /// At most two, the likest first; of equal ones the first by spelling. Words that start with
  /// another letter are not looked at.
  ///
  /// Time is linear in the words of the corpus that start with the same letter.
  package func words(like typed: String) throws(IndexError) -> [String] {
    guard let folded = CaseFoldingFilter().term(for: typed), let first = folded.utf8.first,
      (Self.shortest...Tokenizer.longestWord).contains(folded.utf8.count)
    else { return [] }
    let pairs = Self.pairs(of: Array(folded.utf8))
    var found: [(word: [UInt8], likeness: Float)] = []
    try index.vocabulary.forEachWord(startingWith: first) { word, entry in
      guard entry.passageCount > 0 else { return }
      let likeness = Self.likeness(pairs, Self.pairs(of: word))
      guard likeness >= Self.leastLikeness else { return }
      found.append((word, likeness))
    }
    found.sort { left, right in
      if left.likeness != right.likeness { return left.likeness > right.likeness }
      return left.word.lexicographicallyPrecedes(right.word)
    }
    return found.prefix(Self.most).map { String(decoding: $0.word, as: UTF8.self) }
  }

  /// Neighbouring letters, sorted.
  private static func pairs(of word: [UInt8]) -> [UInt16] {
    zip(word, word.dropFirst()).map { UInt16($0) << 8 | UInt16($1) }.sorted()
  }

  /// From 0 to 1.
  private static func likeness(_ left: [UInt16], _ right: [UInt16]) -> Float {
    var (shared, one, other) = (0, 0, 0)
    while one < left.count, other < right.count {
      if left[one] == right[other] { shared += 1 }
      let step = (left[one] <= right[other], right[other] <= left[one])
      if step.0 { one += 1 }
      if step.1 { other += 1 }
    }
    return left.isEmpty || right.isEmpty ? 0 : 2 * Float(shared) / Float(left.count + right.count)
  }
}
