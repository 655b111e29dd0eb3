internal import Analysis
internal import Corpus
internal import InvertedIndex

/// Finds the urgent signs that a question reports, before and independent of retrieval.
///
/// A sign is reported if, for one way of saying it, something of each of its groups is said within a
/// few sentences, and what the first group names is told as so: neither merely asked about, nor
/// supposed, nor denied. Words match by their stems, longer ones with slips of the hand.
struct UrgentSignMatcher {
  private let lexicon: UrgentLexicon
  private let spoken = SpokenWords()
  private var wordsByStem: [String: [Int]] = [:]
  /// Of each word of the lexicon, for what is misspelt.
  private let spellings: [[UInt8]]
  private let isPerson: [Bool]
  /// Groups that only ask that somebody is spoken of.
  private let namesPeople: [Bool]

  /// Groups further apart than this belong to different things, in words.
  private static let reach = 40

  init(_ lexicon: UrgentLexicon) {
    self.lexicon = lexicon
    spellings = lexicon.words.map { Array($0.folded.utf8) }
    for (number, word) in lexicon.words.enumerated() {
      wordsByStem[word.stem, default: []].append(number)
    }
    let isPerson = lexicon.phrases.map { phrase in
      phrase.count == 1 && QuestionReading.people.contains(lexicon.words[phrase[0]].folded)
    }
    namesPeople = lexicon.groups.map { group in group.count { isPerson[$0] } >= 5 }
    self.isPerson = isPerson
  }

  /// Whether a question may report anything at all, whatever the signs: a general question that
  /// names nobody never does. Telling so needs no lexicon, whose loading takes longer than an answer.
  static func mayReport(_ question: String) -> Bool {
    let words = SpokenWords().words(of: question)
    let reading = QuestionReading(question, words)
    return reading.namesSomeone || reading.isAsked.contains(false)
  }

  /// The signs reported, crisis first, then those said in most ways, then as in the file.
  func signs(in question: String) -> [UrgentLexicon.Sign] {
    guard !lexicon.signs.isEmpty else { return [] }
    let words = spoken.words(of: question)
    let reading = QuestionReading(question, words)
    let occurrences = occurrences(in: words)
    let found = lexicon.signs.enumerated().map { order, sign in
      (order: order, sign: sign, ways: waysSaid(of: sign, occurrences, reading))
    }
    return found.filter { $0.ways > 0 }.sorted { a, b in
      if a.sign.kind != b.sign.kind { return a.sign.kind == .crisis }
      return a.ways != b.ways ? a.ways > b.ways : a.order < b.order
    }.map(\.sign)
  }

  // MARK: Words

  /// Where each phrase of the lexicon stands: half-open ranges of words.
  private func occurrences(in words: [SpokenWord]) -> [[Range<Int>]] {
    var meant: [Set<Int>] = []
    var known: [String: Set<Int>] = [:]
    var places = [[Int]](repeating: [], count: lexicon.words.count)
    for (place, word) in words.enumerated() {
      let numbers = known[word.folded] ?? lexiconWords(for: word)
      known[word.folded] = numbers
      meant.append(numbers)
      for number in numbers { places[number].append(place) }
    }
    return lexicon.phrases.map { phrase in
      guard let first = phrase.first else { return [] }
      return places[first].compactMap { place in
        end(of: phrase.dropFirst(), after: place, words, meant).map { place..<$0 }
      }
    }
  }

  /// The words of the lexicon that a word may be: those of its stem, else those it misspells.
  private func lexiconWords(for word: SpokenWord) -> Set<Int> {
    if let same = wordsByStem[word.stem] { return Set(same) }
    let spelling = Array(word.folded.utf8)
    let allowed = EditDistance.allowed(spelling.count)
    guard allowed > 0, !Self.ordinary.contains(word.folded) else { return [] }
    let letters = Self.letters(of: spelling)
    var near: Set<Int> = []
    for (number, other) in spellings.enumerated() {
      guard other.count > 4, abs(other.count - spelling.count) <= allowed,
        other[0] == spelling[0] || other[0] == spelling[1],
        (letters ^ Self.letters(of: other)).nonzeroBitCount <= 2 * allowed,
        EditDistance.isWithin(allowed, spelling, other)
      else { continue }
      near.insert(number)
    }
    return near
  }

  /// One bit a letter: words that differ in many cannot be near.
  private static func letters(of word: [UInt8]) -> UInt64 {
    word.reduce(0) { $0 | 1 << UInt64($1 & 63) }
  }

  /// Where a phrase ends if its other words follow, words of emphasis between them or not.
  private func end(
    of rest: ArraySlice<Int>, after place: Int, _ words: [SpokenWord], _ meant: [Set<Int>]
  ) -> Int? {
    var next = place + 1
    for number in rest {
      var skipped = 0
      while next < words.count, !meant[next].contains(number), skipped < 2,
        Self.emphasis.contains(words[next].folded)
      {
        next += 1
        skipped += 1
      }
      guard next < words.count, meant[next].contains(number) else { return nil }
      next += 1
    }
    return next
  }

  // MARK: Ways

  private func waysSaid(
    of sign: UrgentLexicon.Sign, _ occurrences: [[Range<Int>]], _ reading: QuestionReading
  ) -> Int {
    if sign.kind == .crisis && !reading.namesSomeone && reading.isAsked.contains(true) { return 0 }
    let otherwise = Set(sign.excluded.flatMap { occurrences[$0] }.flatMap { Array($0) })
    return sign.ways.count { way in
      isSaid(way, of: sign.kind, occurrences, otherwise, reading)
    }
  }

  private func isSaid(
    _ way: [Int], of kind: UrgentSigns.Kind, _ occurrences: [[Range<Int>]],
    _ otherwise: Set<Int>, _ reading: QuestionReading
  ) -> Bool {
    var said: [[(phrase: Int, range: Range<Int>)]] = []
    for group in way {
      let ranges = lexicon.groups[group].flatMap { phrase in
        occurrences[phrase].filter { $0.allSatisfy { !otherwise.contains($0) } }
          .map { (phrase: phrase, range: $0) }
      }
      if !ranges.isEmpty {
        said.append(ranges)
      } else if !namesPeople[group] || !reading.isTelegraphic {
        return false
      }
    }
    let negations = Set(
      said.flatMap { $0 }.flatMap { Array($0.range) }.filter {
        QuestionReading.isNegation(reading.words[$0].folded)
      })
    func isSo(_ phrase: Int, _ range: Range<Int>) -> Bool {
      isPerson[phrase] || !reading.isDenied(at: range.lowerBound, used: negations)
    }
    return said.first?.contains { phrase, range in
      let start = range.lowerBound
      guard isSo(phrase, range) else { return false }
      if kind == .urgent {
        guard !reading.isAsked[start], !reading.isSupposed[start] else { return false }
      }
      return said.dropFirst().allSatisfy { group in
        group.contains {
          abs($0.range.lowerBound - start) <= Self.reach && isSo($0.phrase, $0.range)
        }
      }
    } ?? false
  }

  /// May stand within a phrase: "her face has just dropped".
  private static let emphasis: Set = [
    "so", "very", "really", "just", "now", "still", "all", "completely", "totally", "quite", "a",
    "bit", "suddenly", "also", "already", "even", "actually", "again", "the", "properly", "been",
    "absolutely", "fully", "only", "ever", "constantly", "too", "little",
  ]

  /// Ordinary words that differ from a word of some sign by a slip.
  private static let ordinary: Set = [
    "month", "months", "least", "learn", "clean", "clear", "clearly", "great", "treat", "heart",
    "heard", "leave",
    "leaves", "lower", "power", "never", "other", "there", "these", "those", "where", "which",
    "while", "white", "would", "could", "should", "right", "might", "place", "plans", "plane",
    "scans", "scan", "thinks", "things", "thing", "thank", "cheat", "cheek", "check", "checks",
    "shirt",
    "short", "sorts", "start", "stars", "stage", "still", "skill", "steps", "stops", "steroid",
    "sweet",
    "swear", "taste", "waste", "water", "later", "world", "words", "works", "worse", "worth",
    "better", "letter", "butter", "bitter", "nurse", "purse", "blame", "blank", "black", "block",
    "brain", "train", "trial", "breast", "breath", "broken", "spoken", "common", "coming", "comes",
    "hearts", "hands", "heads", "heavy", "house", "hours", "mouse", "facts", "faces", "false",
    "falls", "finds", "fluids", "folic", "foods", "forms", "found", "cause", "causes", "cells",
    "chance", "change", "changes", "closer", "close", "choose", "chemist", "course", "cross",
    "every", "early", "eating", "easier",
  ]
}
