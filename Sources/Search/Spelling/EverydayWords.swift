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

  private static let list = SortedWords(words)
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

/// Sorted words, looked up among those of the same first letter without making a table of them.
private struct SortedWords: Sendable {
  private let bytes: [UInt8]
  /// Where the words of each letter start, and the end.
  private let starts: [Int]

  /// - Precondition: words of the letters a to z, sorted, parted by one space or newline each.
  init(_ list: String) {
    bytes = Array(list.utf8)
    var starts: [Int] = []
    for index in bytes.indices where index == 0 || bytes[index - 1] <= 0x20 {
      while starts.count <= Int(bytes[index] - 0x61) { starts.append(index) }
    }
    while starts.count <= 26 { starts.append(bytes.count) }
    self.starts = starts
  }

  func contains(_ word: ArraySlice<UInt8>) -> Bool {
    guard let first = word.first, (0x61...0x7A).contains(first) else { return false }
    return ranges(startingWith: first).contains {
      $0.count == word.count && bytes[$0].elementsEqual(word)
    }
  }

  func forEachWord(startingWith letter: UInt8, _ body: ([UInt8]) -> Void) {
    var word: [UInt8] = []
    for range in ranges(startingWith: letter) {
      word.replaceSubrange(0..., with: bytes[range])
      body(word)
    }
  }

  private func ranges(startingWith letter: UInt8) -> some Sequence<Range<Int>> {
    let end = starts[Int(letter - 0x61) + 1]
    return sequence(state: starts[Int(letter - 0x61)]) { [bytes] start -> Range<Int>? in
      guard start < end else { return nil }
      var next = start
      while next < bytes.count, bytes[next] > 0x20 { next += 1 }
      defer { start = next + 1 }
      return start..<next
    }
  }
}
