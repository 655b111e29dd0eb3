internal import Analysis

/// The words of the passages and of the thesaurus as people write them, for correcting misspellings.
///
/// Words are folded and hold the letters a to z only. They stand in one group for each first
/// letter, sorted, each saying how many bytes it shares with the word before it.
package struct Vocabulary: Sendable {
  private let groups: RecordTable

  init(_ groups: RecordTable) { self.groups = groups }

  /// What is known of a word.
  package struct Entry: Equatable, Sendable {
    /// The number of passages that hold the word in any field; 0 if only the thesaurus does.
    package internal(set) var passageCount = 0
    /// The number of the concept whose name it is, if that is a medicine.
    package internal(set) var medicine: Int?
  }

  static let letters: ClosedRange<UInt8> = 0x61...0x7A

  /// Hands on every word that starts with a letter, in order, as bytes. Time is linear in their number.
  package func forEachWord(
    startingWith letter: UInt8, _ body: ([UInt8], Entry) -> Void
  ) throws(IndexError) {
    guard Self.letters.contains(letter) else { return }
    var reader = try groups.reader(of: Int(letter - Self.letters.lowerBound))
    var word: [UInt8] = []
    while !reader.isAtEnd {
      let shared = try reader.variable()
      guard shared <= word.count else { throw reader.damage("a word shares too much") }
      word.removeLast(word.count - shared)
      try reader.appendText(to: &word)
      let passageCount = try reader.variable()
      let medicine = try reader.variable()
      body(word, Entry(passageCount: passageCount, medicine: medicine == 0 ? nil : medicine - 1))
    }
  }

  /// Reads every word.
  func verify() throws(IndexError) {
    for letter in Self.letters { try forEachWord(startingWith: letter) { _, _ in } }
  }
}

/// Collects the vocabulary while passages are added.
struct VocabularyWriter {
  private let tokenizer = Tokenizer()
  private let folding = CaseFoldingFilter()
  /// By the word as it stands, so that each is folded once; nil for what is no word to correct to.
  private var ordinals: [String: Int?] = [:]
  private var ordinalOfFolded: [String: Int] = [:]
  private var entries: [(word: String, entry: Vocabulary.Entry, last: Int)] = []

  init(_ thesaurus: Thesaurus) {
    for (number, concept) in thesaurus.concepts.enumerated() {
      for wording in concept.wordings {
        let words = tokenizer.words(of: wording.text).compactMap { ordinal(of: $0.term) }
        if concept.isMedicine, words.count == 1 { entries[words[0]].entry.medicine = number }
      }
    }
  }

  /// Counts the words of one text of a passage; a word counts once a passage.
  mutating func add(_ text: String, passage: Int) {
    for token in tokenizer.words(of: text) {
      guard let ordinal = ordinal(of: token.term), entries[ordinal].last != passage else {
        continue
      }
      entries[ordinal].last = passage
      entries[ordinal].entry.passageCount += 1
    }
  }

  private mutating func ordinal(of word: String) -> Int? {
    if let known = ordinals[word] { return known }
    var ordinal: Int?
    if let folded = folding.term(for: word), folded.utf8.allSatisfy(Vocabulary.letters.contains) {
      ordinal = ordinalOfFolded[folded] ?? entries.count
      if ordinal == entries.count { entries.append((folded, Vocabulary.Entry(), -1)) }
      ordinalOfFolded[folded] = ordinal
    }
    ordinals[word] = .some(ordinal)
    return ordinal
  }

  /// The records of the section, one for each first letter.
  consuming func encode() -> [[UInt8]] {
    let sorted = entries.sorted { $0.word.utf8.lexicographicallyPrecedes($1.word.utf8) }
    var groups = Vocabulary.letters.map { _ in ByteWriter() }
    var previous: [UInt8] = []
    for (word, entry, _) in sorted {
      let bytes = Array(word.utf8)
      let group = Int(bytes[0] - Vocabulary.letters.lowerBound)
      let shared = zip(previous, bytes).prefix { $0 == $1 }.count
      groups[group].append(variable: shared)
      groups[group].append(variable: bytes.count - shared)
      groups[group].append(bytes: bytes[shared...])
      groups[group].append(variable: entry.passageCount)
      groups[group].append(variable: entry.medicine.map { $0 + 1 } ?? 0)
      previous = bytes
    }
    return groups.map(\.bytes)
  }
}
