internal import Analysis
internal import Corpus
internal import InvertedIndex

/// Finds the urgent signs that a question reports, before and independent of retrieval.
///
/// A sign is reported if, for one way of saying it, something of each of its groups is said close
/// together, and what the first group names is told as so of somebody: neither merely asked about,
/// nor supposed, nor denied. Words match by their stems, longer ones with slips of the hand.
struct UrgentSignMatcher {
  private let lexicon: UrgentLexicon

  /// As many words without a meaning of their own may stand between two words of a phrase.
  private static let mostSkipped = 3
  /// Of a pasted page so many words are read: nobody in need writes more.
  private static let mostWords = 1_000

  init(_ lexicon: UrgentLexicon) { self.lexicon = lexicon }

  /// How a question is put; nil if it cannot report anything, whatever the signs.
  static func reading(of question: String) -> QuestionReading? {
    let words = SpokenWords().words(of: question)
    let reading = QuestionReading(question, Array(words.prefix(mostWords)))
    return reading.mayReport ? reading : nil
  }

  /// The numbers of the signs reported, crisis first, then those said in most ways, then as in the
  /// file.
  func signs(in reading: QuestionReading) throws(IndexError) -> [Int] {
    let report = UrgentReport(reading, try said(in: reading))
    var found: [(number: Int, isCrisis: Bool, ways: Int)] = []
    for number in 0..<lexicon.signCount {
      let sign = try lexicon.sign(number)
      let ways = report.waysSaid(of: sign)
      if ways > 0 { found.append((number, sign.kind == .crisis, ways)) }
    }
    return found.sorted { a, b in
      if a.isCrisis != b.isCrisis { return a.isCrisis }
      return a.ways != b.ways ? a.ways > b.ways : a.number < b.number
    }.map(\.number)
  }

  // MARK: Phrases

  /// What of each group is said, and where.
  private func said(in reading: QuestionReading) throws(IndexError) -> [Int: [SaidPhrase]] {
    var stems = SpokenStems(lexicon)
    var meant: [[Int]] = []
    var places: [Int: [Int]] = [:]
    for (place, word) in reading.words.enumerated() {
      let numbers = try stems.numbers(of: word)
      meant.append(numbers)
      for number in numbers { places[number, default: []].append(place) }
    }
    var said: [Int: [SaidPhrase]] = [:]
    for word in places.keys.sorted() {
      try lexicon.forEachPhrase(with: word) { phrase in
        guard phrase.words.allSatisfy({ places[$0] != nil }) else { return }
        for start in places[phrase.words[0]] ?? [] {
          guard let end = Self.end(of: phrase.words, from: start, reading, meant) else { continue }
          let found = SaidPhrase(
            range: start..<end, isWordForWord: end - start == phrase.words.count)
          for group in phrase.groups { said[group, default: []].append(found) }
        }
      }
    }
    return said
  }

  /// Where a phrase ends if its words follow, words that add nothing between them or not.
  private static func end(
    of words: [Int], from start: Int, _ reading: QuestionReading, _ meant: [[Int]]
  ) -> Int? {
    var next = start + 1
    for number in words.dropFirst() {
      var skipped = 0
      while next < meant.count, !meant[next].contains(number), skipped < mostSkipped,
        reading.maySkip(next)
      {
        next += 1
        skipped += 1
      }
      guard next < meant.count, meant[next].contains(number) else { return nil }
      next += 1
    }
    return next
  }
}

extension QuestionReading {
  /// Whether a word may be passed over inside a phrase; "want her to" is not "want to".
  fileprivate func maySkip(_ index: Int) -> Bool {
    guard roles[index].contains(.gap) else { return false }
    return words[index].folded != "her" || index + 1 >= words.count
      || words[index + 1].folded != "to"
  }
}
