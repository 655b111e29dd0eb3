internal import Analysis
internal import Corpus

/// How many passages hold each spelling of a lexicon.
struct SpellingCounts {
  /// What is known of one spelling; eight bytes, because each is met somewhere else in memory.
  private struct Count {
    var passages: UInt32 = 0
    /// The passage that counted it last.
    var last: UInt32 = 0
  }

  /// By the spelling's number plus 1; the first is of the words that are none, because no processor
  /// guesses which are.
  private var counts = [Count()]
  private var passage: UInt32 = 0

  /// By the spelling's number.
  var passages: [Int] { counts.dropFirst().map { Int($0.passages) } }

  mutating func beginPassage() { passage += 1 }

  /// Counts the spellings of some words; each once a passage.
  ///
  /// - Parameters:
  ///   - entries: of the lexicon.
  ///   - spellings: how many it has.
  mutating func count(_ words: [UInt32], of entries: [Lexicon.Word], spellings: Int) {
    if counts.count <= spellings { counts.setCount(spellings + 1, adding: Count()) }
    let (words, entries) = (words.span, entries.span)
    let passage = passage
    var counts = counts.mutableSpan
    for index in words.indices {
      let spelling = Int(entries[Int(words[index])].spellingOrZero)
      let count = counts[spelling]
      counts[spelling] = Count(
        passages: count.passages &+ (count.last == passage ? 0 : 1), last: passage)
    }
  }
}

/// Words and the number of passages that hold each.
package struct WordTally: Sendable {
  /// As `TallyWriter` writes them.
  let bytes: [UInt8]

  /// - Parameter words: each once, in any order.
  init(_ words: some Sequence<(word: String, passages: Int)>) {
    let words = Array(words)
    let texts = words.map(\.word)
    var writer = TallyWriter()
    for number in texts.sortedNumbers(of: texts.indices) {
      writer.append(texts[number].utf8Span.span, count: words[number].passages)
    }
    bytes = writer.bytes
  }

  /// The words of an index.
  init(_ vocabulary: Vocabulary) throws(IndexError) {
    var writer = TallyWriter()
    for letter in Vocabulary.letters {
      try vocabulary.forEachWord(startingWith: letter) { word, entry in
        writer.append(word.span, count: entry.passageCount)
      }
    }
    bytes = writer.bytes
  }
}

/// Writes the vocabulary: the words of the passages and those of the thesaurus.
struct VocabularyWriter {
  private let thesaurusWords: [String: Vocabulary.Entry]
  private let folder: SpoolFolder?
  private var spool: Spool
  /// Where they lie in the spool, in bytes.
  private var tallies: [Range<Int>] = []
  /// By tally: whether its words are in so many passages fewer.
  private var isLoss: [Bool] = []

  init(_ thesaurus: Thesaurus, folder: SpoolFolder? = nil) {
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
    thesaurusWords = entries
    self.folder = folder
    spool = Spool(folder: folder)
    add(WordTally(entries.keys.map { (word: $0, passages: 0) }))
  }

  /// Counts words in so many more passages, or fewer. What is left in none is left out, unless the
  /// thesaurus has it.
  mutating func add(_ words: WordTally, areLost: Bool = false) {
    let start = spool.count
    spool.append(words.bytes)
    tallies.append(start..<spool.count)
    isLoss.append(areLost)
  }

  /// The section: one record for each first letter.
  consuming func finish() -> [IndexContent.Piece] {
    var merger = TallyMerger(spool.sealed(), tallies)
    var records = SpooledRecords(folder: folder)
    var lengths = Vocabulary.letters.map { _ in UInt32(0) }
    var previous = PreviousText()
    var writer = ByteWriter()
    while merger.advance() {
      let passages = merger.counts.reduce(0) { isLoss[$1.tally] ? $0 - $1.count : $0 + $1.count }
      // The thesaurus was added first.
      let isInThesaurus = merger.counts[0].tally == 0
      guard passages > 0 || isInThesaurus else { continue }
      let word = merger.word
      let entry = isInThesaurus ? thesaurusWords[String(decoding: word, as: UTF8.self)] : nil
      writer.removeAll()
      writer.append(word.span, after: &previous)
      writer.append(variable: passages)
      writer.append(variable: entry?.medicine.map { $0 + 1 } ?? 0)
      records.append(writer.bytes, lengths: [])
      lengths[Int(word[0] - Vocabulary.letters.lowerBound)] += UInt32(writer.count)
    }
    records.append([], lengths: lengths)
    return records.finish()
  }
}

extension String {
  /// Whether a folded word is one that misspellings are corrected to: the letters a to z, nothing else.
  var isSpelling: Bool { utf8.allSatisfy(Vocabulary.letters.contains) }
}
