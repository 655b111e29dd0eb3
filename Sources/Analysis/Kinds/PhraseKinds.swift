/// Phrases, each with the roles it gives: to its word, or to the words that stand in its order.
///
/// Made in one pass over their lists, because a question needs them before anything else.
struct PhraseKinds: Sendable {
  private struct Word {
    /// In `bytes`.
    let range: Range<Int>
    var word: KindWord
  }

  /// A phrase of more words than one.
  private struct Phrase {
    /// The numbers of the words after the first.
    let following: [UInt8]
    let roles: KindWord.Roles
  }

  private var bytes: [UInt8] = []
  /// By their first letters, from a to z.
  private var words = [[Word]](repeating: [], count: 26)
  /// By the number of the first word; as many as there are numbers.
  private var phrases: [[Phrase]] = [[]]

  /// - Parameter lists: phrases of ASCII letters in lower case, parted by commas.
  init(_ lists: [(roles: KindWord.Roles, phrases: String)]) {
    for (roles, list) in lists {
      let text = list.utf8Span.span
      var phrase: [Range<Int>] = []
      var start = 0
      for index in 0...text.count {
        let byte = index < text.count ? text[index] : UInt8(ascii: ",")
        guard byte == 0x20 || byte == 0x0A || byte == UInt8(ascii: ",") else { continue }
        if index > start { phrase.append(start..<index) }
        start = index + 1
        guard byte == UInt8(ascii: ",") else { continue }
        add(phrase, of: text, roles)
        phrase.removeAll(keepingCapacity: true)
      }
    }
  }

  /// - Parameter range: a word in lower case; not empty.
  func word(_ range: Range<Int>, of text: Span<UInt8>) -> KindWord {
    let first = text[range.lowerBound]
    if (0x30...0x39).contains(first) { return KindWord(roles: .number, number: 0) }
    guard let known = find(range, of: text) else { return KindWord() }
    return words[Int(first) - 0x61][known].word
  }

  /// The kinds of every phrase that stands in a line.
  func kinds(in line: [KindWord]) -> AnswerKinds {
    var roles: KindWord.Roles = []
    for (index, word) in line.enumerated() where !word.roles.isEmpty {
      roles.formUnion(word.roles)
      guard word.roles.contains(.opensPhrase) else { continue }
      for phrase in phrases[Int(word.number)] where stands(phrase, after: index, in: line) {
        roles.formUnion(phrase.roles)
      }
    }
    return roles.kinds
  }

  private func stands(_ phrase: Phrase, after index: Int, in line: [KindWord]) -> Bool {
    guard index + phrase.following.count < line.count else { return false }
    for (offset, number) in phrase.following.enumerated()
    where line[index + 1 + offset].number != number { return false }
    return true
  }

  /// The place of a word among those with its first letter.
  private func find(_ range: Range<Int>, of text: Span<UInt8>) -> Int? {
    let letter = Int(text[range.lowerBound]) - 0x61
    guard (0..<26).contains(letter) else { return nil }
    for (place, word) in words[letter].enumerated() where word.range.count == range.count {
      var offset = 1
      while offset < range.count,
        bytes[word.range.lowerBound + offset] == text[range.lowerBound + offset]
      { offset += 1 }
      if offset == range.count { return place }
    }
    return nil
  }

  /// Gives roles to a word or a phrase.
  private mutating func add(
    _ phrase: [Range<Int>], of text: Span<UInt8>, _ roles: KindWord.Roles
  ) {
    let places = phrase.map { place(of: $0, in: text) }
    guard let first = places.first else { return }
    if places.count == 1 { return words[first.letter][first.place].word.roles.formUnion(roles) }
    words[first.letter][first.place].word.roles.insert(.opensPhrase)
    let numbers = places.map { words[$0.letter][$0.place].word.number }
    phrases[Int(numbers[0])].append(Phrase(following: Array(numbers[1...]), roles: roles))
  }

  /// Where a word stands in `words`, if need be from now on.
  private mutating func place(
    of range: Range<Int>, in text: Span<UInt8>
  ) -> (letter: Int, place: Int) {
    let letter = Int(text[range.lowerBound]) - 0x61
    if let known = find(range, of: text) { return (letter, known) }
    let start = bytes.count
    for index in range { bytes.append(text[index]) }
    let word = KindWord(roles: [], number: UInt8(phrases.count))
    words[letter].append(Word(range: start..<bytes.count, word: word))
    phrases.append([])
    return (letter, words[letter].count - 1)
  }
}
