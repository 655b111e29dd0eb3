import Analysis

/// Common English words, which are spelt right even where no passage holds them.
///
/// Without them "cost" would be read as "cast", and a question about something else as one about
/// the corpus's subject. Their regular endings need not be listed, nor do little and light words,
/// nor words of the corpus.
package enum EverydayWords {
  /// Whether a folded word is one, or one with a regular ending.
  package static func contains(_ word: String) -> Bool {
    !word.isEmpty
      && (StopWordFilter.isStopWord(word) || LightWords.contains(word) || isListed(word))
  }

  private static func isListed(_ word: String) -> Bool {
    let letters = Array(word.utf8)
    return list.contains(letters[...])
      || Endings.bases(of: letters).contains { list.contains($0[...]) }
  }

  /// Hands on the listed words that start with the same letter as a word.
  static func forEachWord(startingLike word: [UInt8], _ body: ([UInt8]) -> Void) {
    list.forEachWord(startingWith: word[0], body)
  }

  private static var list: SortedWords { SortedWords(text: words) }
}

/// The words that a word may be an inflected form of.
enum Endings {
  /// What a regular ending may have been put to; nearest first, and not necessarily words.
  static func bases(of word: [UInt8]) -> [[UInt8]] {
    var bases: [[UInt8]] = []
    for (ending, replacements) in table where word.count >= ending.count + 3 {
      guard word.suffix(ending.count).elementsEqual(ending) else { continue }
      let base = Array(word.dropLast(ending.count))
      for replacement in replacements where replacement.isEmpty == false {
        bases.append(base + replacement)
      }
      guard replacements.contains([]) else { continue }
      let doubles = ending[0].isVowel && ending != Array("es".utf8)
      if doubles, base.endsInDouble { bases.append(base.dropLast()) }
      // "puting" is not a form of "put".
      if !doubles || !base.wantsDoubling { bases.append(base) }
    }
    return bases
  }

  /// Endings with what they may stand in place of.
  private static let table: [(ending: [UInt8], replacements: [[UInt8]])] = [
    ("s", [""]), ("es", [""]), ("ies", ["y"]), ("ed", ["", "e"]), ("ied", ["y"]),
    ("ing", ["", "e"]), ("er", [""]), ("ers", [""]), ("est", ["", "e"]),
    ("ier", ["y"]), ("iest", ["y"]), ("ly", [""]), ("ily", ["y"]), ("ness", [""]),
    ("less", [""]), ("ful", [""]),
  ].map { (Array($0.0.utf8), $0.1.map { Array($0.utf8) }) }
}

extension [UInt8] {
  fileprivate var endsInDouble: Bool {
    count > 2 && self[count - 1] == self[count - 2] && !self[count - 1].isVowel
  }

  /// Short and ending in one vowel and one consonant, so that an ending doubles the last letter.
  fileprivate var wantsDoubling: Bool {
    guard count == 3 || count == 4 && !self[0].isVowel, let last, !last.isVowel,
      ![0x77, 0x78].contains(last)
    else { return false }
    return self[count - 2].isVowel && !self[count - 3].isVowel
  }
}

/// Sorted words of the letters a to z, parted by one space or newline each, found where they stand:
/// nothing is made before the first one is looked for.
private struct SortedWords {
  let text: String

  func contains(_ word: ArraySlice<UInt8>) -> Bool {
    guard word.allSatisfy({ $0 > 0x20 }) else { return false }
    let text = text.utf8.span
    let start = Self.place(notBefore: word, in: text)
    return start < text.count && Self.order(of: start, in: text, word) == 0
  }

  func forEachWord(startingWith letter: UInt8, _ body: ([UInt8]) -> Void) {
    let text = text.utf8.span
    var start = Self.place(notBefore: [letter], in: text)
    var word: [UInt8] = []
    while start < text.count, text[start] == letter {
      word.removeAll(keepingCapacity: true)
      while start < text.count, text[start] > 0x20 {
        word.append(text[start])
        start += 1
      }
      start += 1
      body(word)
    }
  }

  /// Where the first of the listed words starts that is not before a word; behind the end if all are.
  private static func place(notBefore word: ArraySlice<UInt8>, in text: Span<UInt8>) -> Int {
    var (low, high) = (0, text.count)
    while low < high {
      var start = (low + high) / 2
      while start > low, text[start - 1] > 0x20 { start -= 1 }
      if order(of: start, in: text, word) < 0 {
        low = start
        while low < text.count, text[low] > 0x20 { low += 1 }
        low += 1
      } else {
        high = start
      }
    }
    return low
  }

  /// Below zero if the listed word that starts at a place comes before another one, above if after.
  private static func order(
    of start: Int, in text: Span<UInt8>, _ word: ArraySlice<UInt8>
  ) -> Int {
    for (offset, letter) in word.enumerated() {
      // Behind a word stands what is below any letter, or nothing.
      let listed = start + offset < text.count ? text[start + offset] : 0
      if listed != letter { return listed < letter ? -1 : 1 }
    }
    let end = start + word.count
    return end == text.count || text[end] <= 0x20 ? 0 : 1
  }
}
