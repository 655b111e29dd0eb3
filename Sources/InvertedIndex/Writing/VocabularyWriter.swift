internal import Analysis
internal import Corpus

/// How many passages hold each spelling of a lexicon.
struct SpellingCounts {
  /// By the spelling's number.
  private(set) var passages: [Int] = []
  /// The passage that counted each spelling last.
  private var last: [Int] = []
  private var passage = 0

  mutating func beginPassage() { passage += 1 }

  /// A spelling counts once a passage.
  mutating func count(_ spelling: UInt32) {
    let spelling = Int(spelling)
    if spelling >= last.count {
      let missing = repeatElement(0, count: spelling + 1 - last.count)
      last += missing
      passages += missing
    }
    guard last[spelling] != passage else { return }
    last[spelling] = passage
    passages[spelling] += 1
  }
}

/// Writes the vocabulary: the words of the passages and those of the thesaurus.
struct VocabularyWriter {
  private var entries: [String: Vocabulary.Entry]
  private let thesaurusWords: Set<String>

  init(_ thesaurus: Thesaurus) {
    let folding = CaseFoldingFilter()
    var entries: [String: Vocabulary.Entry] = [:]
    for (number, concept) in thesaurus.concepts.enumerated() {
      for wording in concept.wordings {
        let words = Tokenizer().words(of: wording.text).compactMap { token in
          folding.term(for: token.term).flatMap { $0.isSpelling ? $0 : nil }
        }
        for word in words { entries[word] = entries[word] ?? Vocabulary.Entry() }
        if concept.isMedicine, words.count == 1 { entries[words[0]]?.medicine = number }
      }
    }
    self.entries = entries
    thesaurusWords = Set(entries.keys)
  }

  /// - Parameter counts: of the spellings, in the same order.
  mutating func add(_ spellings: [String], _ counts: SpellingCounts) {
    for (spelling, count) in zip(spellings, counts.passages) where count > 0 {
      add(spelling, passages: count)
    }
  }

  /// Counts a word in so many more passages, or fewer. What is left in none is left out, unless the
  /// thesaurus has it.
  mutating func add(_ word: String, passages: Int) {
    entries[word, default: Vocabulary.Entry()].passageCount += passages
  }

  /// The records of the section, one for each first letter.
  consuming func encode() -> [[UInt8]] {
    let kept = entries.filter { $0.value.passageCount > 0 || thesaurusWords.contains($0.key) }
    let sorted = kept.map { (key: $0.key.sortingKey, word: $0.key, entry: $0.value) }.sorted {
      $0.key == $1.key ? $0.word.precedesInBytes($1.word) : $0.key < $1.key
    }
    var groups = Vocabulary.letters.map { _ in ByteWriter() }
    var previous: [UInt8] = []
    for (_, word, entry) in sorted {
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

extension String {
  /// Whether a folded word is one that misspellings are corrected to: the letters a to z, nothing else.
  var isSpelling: Bool { utf8.allSatisfy(Vocabulary.letters.contains) }
}
