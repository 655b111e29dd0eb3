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
      // Whoever compares words has tables of these letters.
      guard word.first == letter, word[shared...].allSatisfy(Self.letters.contains) else {
        throw reader.damage("a word of other letters")
      }
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
