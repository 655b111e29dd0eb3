internal import Analysis
internal import Corpus
internal import InvertedIndex

/// A phrase of some sign as it stands in a question.
struct SaidPhrase {
  /// Half-open, in words.
  let range: Range<Int>
  /// Whether no other word stands between its words.
  let isWordForWord: Bool
}

/// Tells which of the things said in one question report a sign.
struct UrgentReport {
  private let reading: QuestionReading
  /// By the number of the group.
  private let said: [Int: [SaidPhrase]]

  /// Groups further apart than this belong to different things, in words.
  private static let reach = 16

  init(_ reading: QuestionReading, _ said: [Int: [SaidPhrase]]) {
    self.reading = reading
    self.said = said
  }

  /// In how many ways a sign is reported.
  func waysSaid(of sign: UrgentLexicon.Sign) -> Int {
    let ways = sign.ways.filter { $0.allSatisfy { said[$0] != nil } }
    guard !ways.isEmpty, sign.kind == .crisis || tellsOfSomebody(sign) else { return 0 }
    let excluded = sign.excluded.flatMap { said[$0] } ?? []
    let otherwise = Set(excluded.filter(\.isWordForWord).flatMap { Array($0.range) })
    return ways.count { isSaid($0, of: sign, otherwise) }
  }

  private func isSaid(
    _ way: [Int], of sign: UrgentLexicon.Sign, _ otherwise: Set<Int>
  ) -> Bool {
    let groups = way.map { group in
      (said[group] ?? []).map(\.range).filter { $0.allSatisfy { !otherwise.contains($0) } }
    }
    let negations = Set(
      groups.joined().flatMap { Array($0) }.filter { reading.roles[$0].contains(.negation) })
    return groups[0].contains { range in
      let start = range.lowerBound
      let isReported =
        sign.kind == .crisis
        ? isMeant(range, isWhole: way.count == 1) : reading.isTold(start)
      guard isReported, !reading.isDenied(at: start, used: negations) else { return false }
      return groups.dropFirst().allSatisfy { group in
        group.contains {
          abs($0.lowerBound - start) <= Self.reach
            && !reading.isDenied(at: $0.lowerBound, used: negations)
        }
      }
    }
  }

  /// Who speaks of dying is not merely asking: a phrase that says so by itself counts even in a
  /// question about somebody ("how do I kill myself"), and one that is the question ("how many
  /// tablets"). One that needs company must be told.
  private func isMeant(_ range: Range<Int>, isWhole: Bool) -> Bool {
    let start = range.lowerBound
    return !reading.isAsked[start] || isWhole && reading.namesOne
      || reading.roles[start].contains(.opener)
  }

  /// Whether a sign is told of somebody: one who is named, or one who writes in haste, or so shortly
  /// that nothing but the sign is written, joined by a word or a comma as search words are not.
  private func tellsOfSomebody(_ sign: UrgentLexicon.Sign) -> Bool {
    if reading.namesSomeone || reading.isTelegraphic { return true }
    let phrases = Set(sign.ways.joined()).flatMap { said[$0] ?? [] }
    let joining = reading.words.indices.filter { reading.roles[$0].contains(.joining) }
    return (!joining.isEmpty || reading.clauseOf.last != reading.clauseOf.first)
      && reading.words.indices.allSatisfy { index in
        joining.contains(index) || phrases.contains { $0.range.contains(index) }
      }
  }
}

extension QuestionReading {
  /// Whether one person is spoken of, and not only "we".
  fileprivate var namesOne: Bool {
    words.indices.contains {
      roles[$0].contains(.person) && !["we", "us", "our"].contains(words[$0].folded)
    }
  }
}
