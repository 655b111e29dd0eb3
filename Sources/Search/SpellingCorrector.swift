package import Analysis
package import InvertedIndex

/// A word of a question that is read as another.
package struct CorrectedWord: Equatable, Sendable {
  /// Half-open, in bytes of the question's UTF-8 form.
  package let range: Range<Int>
  package let typed: String
  package let used: String
}

/// Reads misspelt words of a question as words that the corpus knows.
///
/// Only a word whose term no passage and no concept holds is looked at, and never one in double
/// quotes. Of the corpus's words the nearest by `EditDistance` is taken, the more frequent of two
/// that are about as near. A medicine's name is never read as another's.
package struct SpellingCorrector {
  private let index: IndexReader

  package init(_ index: IndexReader) { self.index = index }

  /// What to read differently, in order; empty for most questions.
  ///
  /// Time is linear in the words of the corpus that start alike, for each unknown word.
  package func corrections(
    of query: Query, analyzer: inout Analyzer
  ) throws(IndexError) -> [CorrectedWord] {
    var corrections: [CorrectedWord] = []
    var quoted: [Range<Int>]?
    var unknown = 0
    for token in query.tokens where try !isKnown(token) {
      unknown += 1
      if unknown > Self.mostWords { break }
      let quotations = quoted ?? query.text.quotations
      quoted = quotations
      guard !quotations.contains(where: { $0.overlaps(token.range) }) else { continue }
      let typed = query.text.bytes(token.range)
      guard !typed.isName(inside: token.range.lowerBound > 0),
        let used = try correction(of: typed, term: token.term, analyzer: &analyzer)
      else { continue }
      corrections.append(CorrectedWord(range: token.range, typed: typed, used: used))
    }
    return corrections
  }

  /// So many unknown words are looked at: a pasted page in another language is not.
  private static let mostWords = 12

  private func isKnown(_ token: Token) throws(IndexError) -> Bool {
    if token.term.utf8.first == UInt8(ascii: "=") { return true }
    return try index.dictionary.entry(for: token.term) != nil
  }

  private func correction(
    of typed: String, term: String, analyzer: inout Analyzer
  ) throws(IndexError) -> String? {
    guard let folded = CaseFoldingFilter().term(for: typed) else { return nil }
    if let word = LittleWords.meant(by: folded) { return word }
    let word = Array(folded.utf8)
    guard let limit = Self.limit(forLength: word.count), word.allSatisfy(\.isLetter),
      !EverydayWords.contains(folded)
    else { return nil }
    let most = try isWording(word) ? min(limit, Self.limitForWordings) : limit
    guard let best = try nearest(to: word, within: most) else { return nil }
    if let medicine = best.medicine, try !isSafe(medicine, best.word, for: word) { return nil }
    let used = String(decoding: best.word, as: UTF8.self)
    return analyzer.term(of: used) == term ? nil : used
  }

  /// The most that edits may cost; nil for a word too short to tell what was meant.
  ///
  /// A short word has many neighbours: there one slip must be a common one.
  private static func limit(forLength length: Int) -> Float? {
    switch length {
    case ...3: nil
    case ...5: 0.8
    case ...8: 1.4
    case ...11: 2
    case ...Tokenizer.longestWord: 3
    default: nil
    }
  }

  /// A wording of several words may spell one wrongly, and the question hold that one alone.
  private static let limitForWordings: Float = 1

  /// Whether a word stands as it is in the thesaurus.
  private func isWording(_ typed: [UInt8]) throws(IndexError) -> Bool {
    var isWording = false
    try index.vocabulary.forEachWord(startingWith: typed[0]) { word, _ in
      if word == typed { isWording = true }
    }
    return isWording
  }

  /// A word of the corpus that may have been meant.
  private struct Candidate {
    let word: [UInt8]
    let medicine: Int?
    /// Lower is better.
    let rank: Float

    init(_ word: [UInt8], _ entry: Vocabulary.Entry, cost: Float) {
      self.word = word
      medicine = entry.medicine
      // A word of the thesaurus that no passage holds may itself be a common misspelling.
      let frequency = Float(entry.passageCount)
      rank = cost + (frequency == 0 ? 0.4 : -0.3 * frequency / (frequency + 10))
    }
  }

  private func nearest(to typed: [UInt8], within limit: Float) throws(IndexError) -> Candidate? {
    let letters = LetterSet(typed)
    var best: Candidate?
    for first in Self.firstLetters(of: typed) {
      try index.vocabulary.forEachWord(startingWith: first) { word, entry in
        // The cheapest slip that changes a length or a letter costs 0.4; three letters make a sound.
        guard abs(word.count - typed.count) <= Int(limit) + 1, word.count > 2,
          letters.differences(to: LetterSet(word)) <= 2 * Int(limit) + 2,
          !Self.differInEnding(typed, word)
        else { return }
        let cost = EditDistance.weighted.between(typed, word)
        guard cost <= limit, word != typed else { return }
        let candidate = Candidate(word, entry, cost: cost)
        if candidate.rank < best?.rank ?? .infinity { best = candidate }
      }
    }
    return best
  }

  /// Whether a word is another but for its last letter, as words of their own are: "party", "part".
  private static func differInEnding(_ typed: [UInt8], _ word: [UInt8]) -> Bool {
    word.count <= typed.count && word.count >= typed.count - 1 && typed.count > 1
      && typed.dropLast().elementsEqual(word.prefix(typed.count - 1))
      && typed[typed.count - 1] != typed[typed.count - 2]
  }

  /// The letters that the word meant may start with: nearly always the one typed.
  private static func firstLetters(of typed: [UInt8]) -> [UInt8] {
    var letters = [typed[0]]
    for sound in Self.sameStart {
      let sound = Array(sound.utf8)
      if sound.contains(typed[0]) { letters += sound }
    }
    return letters.enumerated().filter { !letters[..<$0].contains($1) }.map(\.element)
  }

  /// Letters that can start words of the same sound.
  private static let sameStart = ["ckqs", "fp", "gj", "kn", "rw", "sz"]

  /// Whether a medicine's name can be meant by what was typed, and no other medicine's.
  ///
  /// Here every edit counts in full, and whole syllables are no slip: prednisone is not prednisolone.
  private func isSafe(
    _ medicine: Int, _ name: [UInt8], for typed: [UInt8]
  ) throws(IndexError) -> Bool {
    let edits = EditDistance.plain.between(typed, name)
    guard edits <= 2, abs(typed.count - name.count) <= 1, typed[0] == name[0] else { return false }
    var isSafe = true
    for letter in UInt8(ascii: "a")...UInt8(ascii: "z") {
      try index.vocabulary.forEachWord(startingWith: letter) { word, entry in
        guard let other = entry.medicine, other != medicine else { return }
        if EditDistance.plain.between(typed, word) <= edits + 1 { isSafe = false }
      }
    }
    return isSafe
  }
}

extension [CorrectedWord] {
  /// A question with its words read as corrected.
  ///
  /// - Precondition: the corrections are of this question, in order.
  package func applied(to question: String) -> String {
    let bytes = Array<UInt8>(question.utf8)
    var corrected: [UInt8] = []
    var next = 0
    for word in self {
      corrected += bytes[next..<word.range.lowerBound]
      corrected += word.used.utf8
      next = word.range.upperBound
    }
    return String(decoding: corrected + bytes[next...], as: UTF8.self)
  }
}

/// Which of the letters a to z a word holds, to pass over words that cannot be near.
private struct LetterSet {
  private var bits: UInt32 = 0

  init(_ word: [UInt8]) {
    for byte in word { bits |= 1 << UInt32(byte & 31) }
  }

  /// One edit of a letter makes two differences at most.
  func differences(to other: LetterSet) -> Int { (bits ^ other.bits).nonzeroBitCount }
}

extension UInt8 {
  fileprivate var isLetter: Bool { (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(self) }
}

extension String {
  fileprivate func bytes(_ range: Range<Int>) -> String {
    String(decoding: Array(utf8)[range], as: UTF8.self)
  }

  /// Short, and all in capitals, or with one inside a question: names have no spelling to be wrong.
  fileprivate func isName(inside isInside: Bool) -> Bool {
    let capitals = UInt8(ascii: "A")...UInt8(ascii: "Z")
    guard utf8.count <= 5 else { return false }
    return utf8.allSatisfy(capitals.contains)
      || isInside && utf8.prefix(1).allSatisfy(capitals.contains)
  }

  /// What stands between double quotes, straight or curly, in bytes; a quote that does not close quotes nothing.
  fileprivate var quotations: [Range<Int>] {
    var quotations: [Range<Int>] = []
    var start: Int?
    var offset = 0
    for scalar in unicodeScalars {
      if ["\"", "\u{201C}", "\u{201D}", "\u{201E}"].contains(scalar) {
        if let opened = start {
          quotations.append(opened..<offset)
          start = nil
        } else {
          start = offset
        }
      }
      offset += UTF8.width(scalar)
    }
    return quotations
  }
}
