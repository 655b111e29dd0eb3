import InvertedIndex

/// Finds the words of the corpus that a misspelt one may stand for.
struct SpellingCandidates {
  private let vocabulary: Vocabulary

  init(_ vocabulary: Vocabulary) { self.vocabulary = vocabulary }

  /// A word of the corpus that may have been meant.
  struct Candidate {
    let word: [UInt8]
    let medicine: Int?
    /// What the slips cost, less for a frequent word: lower is better.
    let rank: Float

    init(_ word: [UInt8], _ entry: Vocabulary.Entry, cost: Float) {
      self.word = word
      medicine = entry.medicine
      // A word of the thesaurus that no passage holds may itself be a common misspelling.
      let frequency = Float(entry.passageCount)
      rank = cost + (frequency == 0 ? 0.3 : -0.3 * frequency / (frequency + 10))
    }

    var isLikelyMedicine: Bool { MedicineName.isLikely(String(decoding: word, as: UTF8.self)) }
  }

  /// The best few words, best first.
  struct Nearest {
    var words: [Candidate] = []
    /// What a common word that the corpus lacks would cost, where it is nearer than all of these.
    var rival: Float?
  }

  /// None if the best one is a medicine's name that must not be guessed.
  func nearest(to typed: UnknownWord, within limit: Float) throws(IndexError) -> Nearest {
    var search = CandidateSearch(typed.letters, limit)
    for first in Self.firstLetters(of: typed.letters) {
      try vocabulary.forEachWord(startingWith: first) { word, entry in search.add(word, entry) }
    }
    search.setRival()
    let limit = search.isWording ? Self.limitForWordings : limit
    let isMedicine = MedicineName.isLikely(typed.folded)
    var safe: [Candidate] = []
    for (candidate, cost) in search.found
    where cost <= limit && (search.isWording ? candidate.rank < cost : true) {
      if let medicine = candidate.medicine {
        guard try isSafe(medicine, candidate.word, for: typed.letters) else {
          if safe.isEmpty { return Nearest() }
          continue
        }
      } else if isMedicine, cost > Self.limitForMedicines || !candidate.isLikelyMedicine {
        continue
      }
      safe.append(candidate)
    }
    return Nearest(words: safe, rival: search.rival)
  }

  /// A wording of several words may spell one wrongly, and the question hold that one alone; it is
  /// then read as a word that passages hold.
  private static let limitForWordings: Float = 0.8

  /// Where the thesaurus does not tell which words are medicines, one slip may be in such a name.
  private static let limitForMedicines: Float = 0.6

  /// The letters that the word meant may start with: nearly always the one typed.
  private static func firstLetters(of typed: [UInt8]) -> [UInt8] {
    var letters = [typed[0]]
    for sound in Self.sameStart {
      let sound = Array(sound.utf8)
      if sound[0] == typed[0] { letters += sound.dropFirst() }
    }
    if typed.count > 3, !letters.contains(typed[1]) { letters.append(typed[1]) }
    return letters
  }

  /// After a letter typed, those that can start words of the same sound.
  private static let sameStart = [
    "ckqs", "kcq", "qkc", "sczp", "zs", "fp", "pf", "gj", "jg", "nkpg", "kn", "rw", "wr", "eaoi",
    "aeo", "oae", "iey", "yi", "ue", "hw", "td", "vf",
  ]

  /// Whether a medicine's name can be meant by what was typed, and no other medicine's.
  ///
  /// Here every edit counts in full, and whole syllables are no slip: prednisone is not prednisolone.
  private func isSafe(
    _ medicine: Int, _ name: [UInt8], for typed: [UInt8]
  ) throws(IndexError) -> Bool {
    let edits = EditDistance.plain.between(typed, name)
    guard edits <= 2, abs(typed.count - name.count) <= 1, typed[0] == name[0] else { return false }
    var isSafe = true
    for letter in UInt8(ascii: "a")...UInt8(ascii: "z") {
      try vocabulary.forEachWord(startingWith: letter) { word, entry in
        guard let other = entry.medicine, other != medicine else { return }
        if EditDistance.plain.between(typed, word) <= edits + 1 { isSafe = false }
      }
    }
    return isSafe
  }
}

/// One walk over the vocabulary, keeping the best few words.
private struct CandidateSearch {
  private let typed: [UInt8]
  private let sounds: [UInt8]
  private let letters: LetterSet
  private let limit: Float
  private var byLetters = SlipDistance(.letters)
  private var bySound = SlipDistance(.sounds)
  private var wordSounds: [UInt8] = []
  /// The typed word stands as it is in the thesaurus.
  private(set) var isWording = false
  /// With what the slips cost, best first.
  private(set) var found: [(candidate: SpellingCandidates.Candidate, cost: Float)] = []

  private static let mostFound = 5
  /// How much more than in letters a likeness in sound must weigh: words of one sound are not one.
  private static let sound: Float = 0.45
  /// And for every letter but one that a word is longer or shorter.
  private static let length: Float = 0.1

  init(_ typed: [UInt8], _ limit: Float) {
    self.typed = typed
    self.limit = limit
    sounds = SoundSpelling.sounds(of: typed)
    letters = LetterSet(typed)
  }

  /// The least that a common word costs that the corpus lacks and that may have been meant instead.
  private(set) var rival: Float?

  /// Looks for a common word that is nearer than the corpus's: "lushes" is not "leashes".
  mutating func setRival() {
    guard let best = found.first, best.cost > Self.sound else { return }
    EverydayWords.forEachWord(startingLike: typed) { word in
      guard isNearEnough(word) else { return }
      let cost = cost(of: word)
      if cost <= limit, cost < best.cost, cost < rival ?? .infinity,
        !found.contains(where: { $0.candidate.word == word })
      {
        rival = cost
      }
    }
  }

  private func isNearEnough(_ word: [UInt8]) -> Bool {
    // The cheapest slip that changes a length or a letter costs 0.4; a sound takes four letters.
    guard abs(word.count - typed.count) <= Int(limit) + 2, word.count > 2 else { return false }
    let other = LetterSet(word)
    return letters.differences(to: other) <= 2 * Int(limit) + 4
      && letters.differencesInSound(to: other) <= Int(limit) + 1
      && !isContrary(word)
  }

  /// Beginnings that turn a word's meaning: a slip between them is never guessed.
  private static let contraries: [(one: [UInt8], other: [UInt8])] = [
    ("hypo", "hyper"), ("intra", "inter"), ("macro", "micro"), ("ante", "anti"),
  ].map { (Array($0.0.utf8), Array($0.1.utf8)) }

  private func isContrary(_ word: [UInt8]) -> Bool {
    Self.contraries.contains {
      typed.starts(with: $0.one) && word.starts(with: $0.other)
        || typed.starts(with: $0.other) && word.starts(with: $0.one)
    }
  }

  mutating func add(_ word: [UInt8], _ entry: Vocabulary.Entry) {
    guard isNearEnough(word) else { return }
    if word == typed {
      isWording = true
      return
    }
    let cost = cost(of: word)
    guard !differsInEnding(word) || wordSounds == sounds else { return }
    guard cost <= limit, typed.count > 3 || word.count > 3 else { return }
    insert(SpellingCandidates.Candidate(word, entry, cost: cost), cost)
  }

  private mutating func cost(of word: [UInt8]) -> Float {
    wordSounds.removeAll(keepingCapacity: true)
    let inLetters = byLetters.between(typed, word, atMost: limit)
    guard inLetters > Self.sound, 2 * sounds.count >= typed.count else { return inLetters }
    SoundSpelling.append(word, to: &wordSounds)
    let doubt = Self.sound + Self.length * Float(max(0, abs(word.count - typed.count) - 1))
    let inSound = bySound.between(sounds, wordSounds, atMost: min(limit, inLetters) - doubt)
    return min(inLetters, inSound + doubt)
  }

  private mutating func insert(_ candidate: SpellingCandidates.Candidate, _ cost: Float) {
    let place = found.firstIndex { $0.candidate.rank > candidate.rank } ?? found.count
    guard place < Self.mostFound else { return }
    found.insert((candidate, cost), at: place)
    if found.count > Self.mostFound { found.removeLast() }
  }

  /// Whether a word is another but for its last letter, as words of their own are: "party", "part".
  private func differsInEnding(_ word: [UInt8]) -> Bool {
    word.count <= typed.count && word.count >= typed.count - 1 && typed.count > 1
      && typed.dropLast().elementsEqual(word.prefix(typed.count - 1))
      && typed[typed.count - 1] != typed[typed.count - 2]
  }
}

/// Which of the letters a to z a word holds, to pass over words that cannot be near.
private struct LetterSet {
  private var bits: UInt32 = 0

  init(_ word: [UInt8]) {
    for byte in word { bits |= 1 << UInt32(byte & 31) }
  }

  /// How many consonants only one of them has, of those that are nearly always written alike: b, l,
  /// d or t, m or n, f or p or v.
  func differencesInSound(to other: LetterSet) -> Int {
    Self.consonants.count { (bits & $0 == 0) != (other.bits & $0 == 0) }
  }

  private static let consonants: [UInt32] = ["b", "l", "dt", "mn", "fpv"].map { letters in
    letters.utf8.reduce(0) { $0 | 1 << UInt32($1 & 31) }
  }

  /// One edit of a letter makes two differences at most.
  func differences(to other: LetterSet) -> Int { (bits ^ other.bits).nonzeroBitCount }
}
