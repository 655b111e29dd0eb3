internal import Analysis
internal import InvertedIndex
internal import Search

/// Finds the words of a lexicon that a spoken word may be: by its stem, else as a slip of the hand.
struct SpokenStems {
  private let lexicon: UrgentLexicon
  /// What was found, by the word as it is said.
  private var known: [String: [Int]] = [:]
  private var unknown = 0

  /// So many words without a place in the lexicon are looked at for slips: a pasted page is not.
  private static let mostUnknown = 60

  init(_ lexicon: UrgentLexicon) { self.lexicon = lexicon }

  /// The word of this stem, else those that the word misspells, at most a few.
  mutating func numbers(of word: SpokenWord) throws(IndexError) -> [Int] {
    if let found = known[word.folded] { return found }
    let stem = Array(word.stem.utf8)
    var numbers: [Int] = []
    if let number = try lexicon.word(ofStem: stem) {
      numbers = [number]
    } else if unknown < Self.mostUnknown {
      unknown += 1
      numbers = try slips(stem, of: word.folded)
    }
    known[word.folded] = numbers
    return numbers
  }

  private func slips(_ stem: [UInt8], of word: String) throws(IndexError) -> [Int] {
    guard let limit = Self.limit(forLength: stem.count), stem.allSatisfy({ $0 > 0x40 }) else {
      return []
    }
    let letters = Self.letters(of: stem)
    var near: [Int] = []
    for first in Set(stem.prefix(2)).sorted() {
      try lexicon.forEachWord(startingWith: first) { number, other in
        // The cheapest slip that changes a length or a letter costs 0.4.
        guard abs(other.count - stem.count) <= Int(limit) + 1, other.count > 3,
          (letters ^ Self.letters(of: other)).nonzeroBitCount <= 2 * Int(limit) + 2,
          EditDistance.weighted.between(stem, other) <= limit
        else { return }
        near.append(number)
      }
    }
    return near.isEmpty || Self.isOrdinary(word) ? [] : near
  }

  /// The most that slips may cost, by the stem's length; nil for one too short to tell what was meant.
  private static func limit(forLength length: Int) -> Float? {
    switch length {
    case ...3: nil
    case 4: 0.6
    case 5: 1
    case 6: 1.2
    case ...8: 1.4
    case ...20: 2
    default: nil
    }
  }

  /// One bit a letter: words that differ in many cannot be near.
  private static func letters(of word: [UInt8]) -> UInt32 {
    word.reduce(0) { $0 | 1 << UInt32($1 & 31) }
  }

  private static func isOrdinary(_ word: String) -> Bool {
    ordinary.contains(word[...]) || EverydayWords.contains(word)
  }

  /// Ordinary words that differ from a word of some sign by a slip.
  private static let ordinary = Set(
    """
    month months least clear clearly treat treated heart heard leaves lower never there these those
    where which while white would could should might scans scan thinks things thing thanks cheek
    check checks checked short sorts start stars stops steroid steroids taste later worse better nurse
    brain breast broken spoken common coming comes hearts hands heads heavy hours house faces falls
    finds fluids folic foods forms cause causes cells choose chemist every early eating easier
    swimming sweeten weekly shaving sharing waking walking talking taking baking making having
    leaning learning leading feeding filling healing heating beating meeting meetings wait weight
    eight height hospice hospital hotel fewer river diet dying lying trying dinner sister blister
    mister warning bleach reach preach teach sealed wonder wondered wondering wonders
    """.split(whereSeparator: \.isWhitespace))
}
