/// Phrases, each with the roles it gives: to its word, or to the words that stand in its order.
///
/// Made in one pass over their lists, because a question needs them before anything else: few arrays,
/// and none inside another. Open addressing with linear steps; the hash is 32-bit FNV-1a (Fowler, Noll
/// and Vo, draft-eastlake-fnv).
struct PhraseKinds: Sendable {
  private struct Word {
    /// In `bytes`, half-open; empty for a free place.
    var start: UInt16 = 0
    var end: UInt16 = 0
    /// The last phrase that opens with it, plus 1.
    var lastPhrase: UInt16 = 0
    var word = KindWord()
  }

  /// A phrase of more words than one.
  private struct Phrase {
    /// The numbers of the words after the first.
    var following = SIMD8<UInt8>(repeating: 0)
    var count = 0
    var roles: KindWord.Roles
    /// The phrase before it that opens with the same word, plus 1.
    var before: UInt16 = 0
  }

  private var bytes: [UInt8] = []
  private var words = [Word](repeating: Word(), count: 512)
  /// Where the words stand in `words`, by their numbers less 1.
  private var places: [UInt16] = []
  private var phrases: [Phrase] = []

  /// - Parameter list: phrases of ASCII letters in lower case, parted by commas.
  mutating func add(_ roles: KindWord.Roles, _ list: String) {
    let text = list.utf8.span
    let base = bytes.count
    bytes += list.utf8
    var phrase = Phrase(roles: roles)
    var (first, count, start, index) = (0, 0, 0, 0)
    var hash = Self.noHash
    while index <= text.count {
      let byte = index < text.count ? text[index] : UInt8(ascii: ",")
      index += 1
      guard byte == 0x20 || byte == 0x0A || byte == UInt8(ascii: ",") else {
        hash = Self.hash(hash, byte)
        continue
      }
      let word = text.extracting(start..<index - 1)
      if !word.isEmpty {
        let place = addedWord(word, hash, at: base + start)
        if count == 0 {
          first = place
        } else {
          phrase.following[count - 1] = words[place].word.number
        }
        count += 1
      }
      (start, hash) = (index, Self.noHash)
      guard byte == UInt8(ascii: ","), count > 0 else { continue }
      phrase.count = count - 1
      add(phrase, to: first)
      count = 0
    }
  }

  /// - Parameter range: a word in lower case; not empty.
  func word(_ range: Range<Int>, of text: Span<UInt8>) -> KindWord {
    if (0x30...0x39).contains(text[range.lowerBound]) {
      return KindWord(roles: .number, number: 0)
    }
    let word = text.extracting(range)
    var hash = Self.noHash
    for index in word.indices { hash = Self.hash(hash, word[index]) }
    return words[place(of: word, hash)].word
  }

  /// The kinds of every phrase that stands in a line.
  func kinds(in line: [KindWord]) -> AnswerKinds {
    let line = line.span
    var kinds: AnswerKinds = []
    for index in line.indices where !line[index].roles.isEmpty {
      kinds.formUnion(self.kinds(from: index, in: line))
    }
    return kinds
  }

  /// The kinds of the phrases that begin with a word of a line.
  func kinds(from index: Int, in line: Span<KindWord>) -> AnswerKinds {
    let word = line[index]
    var roles = word.roles
    guard roles.contains(.opensPhrase) else { return roles.kinds }
    var next = words[Int(places[Int(word.number) - 1])].lastPhrase
    while next > 0 {
      let phrase = phrases[Int(next) - 1]
      if stands(phrase, after: index, in: line) { roles.formUnion(phrase.roles) }
      next = phrase.before
    }
    return roles.kinds
  }

  private func stands(_ phrase: Phrase, after index: Int, in line: Span<KindWord>) -> Bool {
    guard index + phrase.count < line.count else { return false }
    for offset in 0..<phrase.count
    where line[index + 1 + offset].number != phrase.following[offset] { return false }
    return true
  }

  /// Gives roles to a word, or to a phrase that opens with it.
  private mutating func add(_ phrase: Phrase, to first: Int) {
    if phrase.count == 0 { return words[first].word.roles.formUnion(phrase.roles) }
    words[first].word.roles.formUnion(.opensPhrase)
    var phrase = phrase
    phrase.before = words[first].lastPhrase
    phrases.append(phrase)
    words[first].lastPhrase = UInt16(phrases.count)
  }

  /// Where a word stands in `words`, from now on.
  ///
  /// - Parameter start: where it stands in `bytes`.
  private mutating func addedWord(_ word: Span<UInt8>, _ hash: UInt32, at start: Int) -> Int {
    let place = place(of: word, hash)
    guard words[place].end == 0 else { return place }
    words[place].start = UInt16(start)
    words[place].end = UInt16(start + word.count)
    places.append(UInt16(place))
    // At most 255, so that half of the places stay free.
    words[place].word = KindWord(roles: KindWord.Roles(rawValue: 0), number: UInt8(places.count))
    return place
  }

  /// Where a word stands, or the free place where it would.
  private func place(of word: Span<UInt8>, _ hash: UInt32) -> Int {
    var place = Int(hash ^ hash >> 16) & (words.count - 1)
    while words[place].end > 0, !isWord(words[place], word) {
      place = (place + 1) & (words.count - 1)
    }
    return place
  }

  private func isWord(_ known: Word, _ word: Span<UInt8>) -> Bool {
    guard Int(known.end) - Int(known.start) == word.count else { return false }
    for offset in word.indices where bytes[Int(known.start) + offset] != word[offset] {
      return false
    }
    return true
  }

  /// The hash of no bytes.
  private static let noHash: UInt32 = 2_166_136_261

  /// The hash of bytes with one more behind them.
  private static func hash(_ hash: UInt32, _ byte: UInt8) -> UInt32 {
    (hash ^ UInt32(byte)) &* 16_777_619
  }
}
