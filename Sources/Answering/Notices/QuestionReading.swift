internal import Analysis

/// How a question is put, word by word: what is reported, what is merely asked about, what is
/// supposed, what is denied.
///
/// A person in need tells what is so ("she can't wake up"); a general question asks what may be
/// ("can LM make people drowsy?"). Only little words tell them apart, so they are read here by short
/// lists that a maintainer can follow.
struct QuestionReading {
  let words: [SpokenWord]
  /// Words of a part that only asks.
  private(set) var isAsked: [Bool]
  /// Words of something feared, supposed or long past.
  private(set) var isSupposed: [Bool]
  /// Whether anybody is spoken of.
  let namesSomeone: Bool
  /// Whether something that happened is told without saying of whom: "shivering since chemo".
  private(set) var isTelegraphic = false
  private var clauseOf: [Int] = []

  init(_ question: String, _ words: [SpokenWord]) {
    self.words = words
    isAsked = Array(repeating: false, count: words.count)
    isSupposed = isAsked
    namesSomeone = words.contains { Self.people.contains($0.folded) }
    for clause in clauses(Array(question.utf8)) { read(clause) }
    isTelegraphic = words.indices.contains { index in
      !isAsked[index] && !isSupposed[index] && Self.happening.contains(words[index].folded)
    }
  }

  // MARK: Denied

  static func isNegation(_ word: String) -> Bool { negations.contains(word) }

  /// Whether what starts at a word is denied: "no fits so far", "has not had a seizure".
  ///
  /// - Parameter used: places of negations that belong to what is reported ("not breathing").
  func isDenied(at start: Int, used: Set<Int>) -> Bool {
    guard start < words.count else { return false }
    var index = start - 1
    var mayPassWord = false
    while index >= 0, clauseOf[index] == clauseOf[start] {
      let word = words[index].folded
      if Self.negations.contains(word) { return !used.contains(index) }
      if word == "or" || word == "nor" {
        mayPassWord = true
      } else if !Self.fillers.contains(word) {
        guard mayPassWord else { return false }
        mayPassWord = false
      }
      index -= 1
    }
    return false
  }

  // MARK: Clauses

  private struct Clause {
    let range: Range<Int>
    let opensSentence: Bool
    var endsAsQuestion = false
  }

  private mutating func clauses(_ bytes: [UInt8]) -> [Clause] {
    var clauses: [Clause] = []
    var start = 0
    var opens = true
    var firstOfSentence = 0
    for index in words.indices {
      clauseOf.append(clauses.count)
      let end = index + 1 < words.count ? words[index + 1].range.lowerBound : bytes.count
      let between = bytes[min(words[index].range.upperBound, end)..<end]
      let endsSentence = between.contains { Self.sentenceEnds.contains($0) }
      let isLast = index + 1 == words.count
      guard endsSentence || isLast || between.contains(where: { Self.clauseEnds.contains($0) })
      else { continue }
      clauses.append(Clause(range: start..<index + 1, opensSentence: opens))
      start = index + 1
      opens = endsSentence
      if endsSentence || isLast {
        for clause in firstOfSentence..<clauses.count {
          clauses[clause].endsAsQuestion = between.contains(0x3F)
        }
        firstOfSentence = clauses.count
      }
    }
    return clauses
  }

  private mutating func read(_ clause: Clause) {
    if asks(clause) && !reports(clause.range) {
      for index in clause.range { isAsked[index] = true }
    }
    var until = clause.range.lowerBound
    for index in clause.range {
      if let length = suppositionLength(index, in: clause.range) {
        until = max(until, index + length)
      }
      if index < until { isSupposed[index] = true }
    }
    if isLongPast(clause.range) { for index in clause.range { isSupposed[index] = true } }
  }

  /// Whether a clause opens as a question or a request to be told something.
  private func asks(_ clause: Clause) -> Bool {
    var range = clause.range
    while let first = range.first, Self.leadIns.contains(words[first].folded) {
      range.removeFirst()
    }
    guard let first = range.first else { return false }
    let opener = words[first].folded
    let next = range.count > 1 ? words[first + 1].folded : ""
    if Self.openers.contains(opener) { return true }
    guard Self.verbOpeners.contains(opener), !Self.telegraphic.contains(next) else { return false }
    return clause.opensSentence || clause.endsAsQuestion || Self.pronouns.contains(next)
  }

  // MARK: Reports

  /// Whether a clause that opens as a question tells what is so: "what do I do, she is fitting",
  /// "why can't my dad wake up".
  private func reports(_ range: Range<Int>) -> Bool {
    let asked = words[range].map(\.folded)
    if asked.contains("help"), asked.contains(where: { $0 == "me" || $0 == "us" || $0 == "please" })
    {
      return true
    }
    for index in range where Self.people.contains(words[index].folded) {
      if tells(about: index, in: range) { return true }
    }
    guard Set(asked).isDisjoint(with: Self.modals), namesSomeone else { return false }
    return !Set(asked).isDisjoint(with: Self.present)
  }

  /// Whether a person at a place is the subject of something that is so.
  private func tells(about index: Int, in range: Range<Int>) -> Bool {
    let before = index > range.lowerBound ? words[index - 1].folded : ""
    let isOwned = Self.owners.contains(words[index].folded)
    let subjectBefore =
      Self.owners.contains(before) && index - 1 > range.lowerBound
      ? words[index - 2].folded : before
    if Self.asking.contains(subjectBefore) {
      // "what do I do she is having a fit": a statement starts here, no verb waits for its subject.
      if ["do", "does", "did"].contains(subjectBefore) {
        let next = min(index + (isOwned ? 2 : 1), range.upperBound)
        return words[next..<min(next + 1, range.upperBound)]
          .contains { ["is", "has", "am", "keeps", "was"].contains($0.folded) }
          || words[range].first?.folded == "why"
          || words[index].carriesVerb && Self.pronouns.contains(words[index].folded)
      }
      // "is my husband having a fit", "could she be having one", "why is her face drooping"
      let rest = words[min(index + 1, range.upperBound)..<min(index + 4, range.upperBound)]
      return ["is", "are", "am"].contains(subjectBefore)
        && rest.contains { $0.folded.hasSuffix("ing") || Self.present.contains($0.folded) }
        || ["could", "might", "can", "would"].contains(subjectBefore)
          && rest.contains { $0.folded == "be" }
          && rest.contains { $0.folded.hasSuffix("ing") }
        || words[range].first?.folded == "why"
          && !["would", "could", "might"].contains(subjectBefore)
    }
    if Self.suppositions.contains(subjectBefore) { return false }
    if words[index].carriesVerb, Self.pronouns.contains(words[index].folded) { return true }
    let next = isOwned ? index + 2 : index + 1
    guard next < range.upperBound else { return false }
    if Self.stateVerbs.contains(words[next].folded) { return true }
    return words[index].carriesVerb && words[next].folded.hasSuffix("ing")
      || ["can", "will", "do", "does"].contains(words[next].folded)
        && next + 1 < range.upperBound && Self.telegraphic.contains(words[next + 1].folded)
  }

  // MARK: Suppositions

  /// How many words from here are supposed; nil if none are.
  private func suppositionLength(_ index: Int, in range: Range<Int>) -> Int? {
    func word(_ offset: Int) -> String {
      range.contains(index + offset) ? words[index + offset].folded : ""
    }
    switch word(0) {
    case "if", "unless", "whenever":
      if Self.knowing.contains(word(-1)) { return nil }
      return range.upperBound - index
    case "when":
      return isAsked[index] ? range.upperBound - index : nil
    case "case" where word(-1) == "in": return range.upperBound - index
    case "might", "could", "may", "would":
      if word(1) == "be" || word(1) == "have" && ["had", "been"].contains(word(2)) { return nil }
      return 6
    case "scared", "afraid", "frightened", "terrified", "fear", "risk", "chance", "worried",
      "worry",
      "dread":
      return ["of", "about"].contains(word(1)) ? 6 : nil
    case "watch", "look", "looking", "watching":
      return word(1) == "for" || word(1) == "out" ? range.upperBound - index : nil
    default: return nil
    }
  }

  /// "last year", "years ago", "as a child".
  private func isLongPast(_ range: Range<Int>) -> Bool {
    for index in range.dropFirst() {
      let (before, word) = (words[index - 1].folded, words[index].folded)
      if before == "last"
        && ["year", "month", "spring", "summer", "autumn", "winter"].contains(word)
        || word == "ago" && ["years", "year", "months", "month", "weeks"].contains(before)
        || word == "child" && before == "a" && index > 1 && words[index - 2].folded == "as"
        || word == "past" && before == "the" || word == "to" && before == "used"
      {
        return true
      }
    }
    return false
  }

  // MARK: Word lists

  private static let sentenceEnds = Set(".!?\n".utf8)
  /// Comma, semicolon, colon, brackets, and the first byte of dashes and quotation marks.
  private static let clauseEnds = Set(",;:()".utf8).union([0xE2])
  private static let negations: Set = ["no", "not", "never", "without", "neither", "nor", "none"]
  private static let fillers: Set = [
    "had", "have", "has", "having", "been", "any", "a", "an", "the", "more", "of", "sign", "signs",
    "further", "got", "yet", "ever", "is", "are", "being", "real", "symptoms", "at", "all",
    "other", "another", "currently", "or", "nor", "from", "suffering", "even", "need", "actually",
    "me", "given", "caused", "experienced", "seen", "noticed",
  ]
  private static let leadIns: Set = [
    "and", "but", "so", "also", "please", "hi", "hello", "ok", "okay", "just", "sorry", "well",
    "then", "or", "wondering", "wonder", "because",
  ]
  private static let openers: Set = [
    "what", "which", "who", "whose", "why", "how", "when", "where", "explain", "describe", "list",
    "define", "tell", "difference", "meaning", "symptoms", "signs",
  ]
  private static let verbOpeners: Set = [
    "is", "are", "was", "were", "can", "could", "does", "do", "did", "will", "would", "should",
    "may", "might", "must", "am", "has", "have",
  ]
  /// After an opening verb these tell: "can not breathe", "has just had a fit".
  private static let telegraphic: Set = [
    "not", "hardly", "barely", "only", "just", "scarcely", "had", "been", "gone", "got", "lost",
    "started", "become", "now", "still", "suddenly", "stopped", "no", "very", "so",
  ]
  private static let pronouns: Set = ["i", "he", "she", "it", "we", "they", "you", "this", "that"]
  private static let owners: Set = ["my", "her", "his", "our"]
  private static let asking: Set = [
    "do", "does", "did", "can", "could", "should", "would", "will", "may", "might", "must", "is",
    "are", "am", "was", "has", "have",
  ]
  private static let suppositions: Set = [
    "if", "when", "whether", "after", "before", "until", "unless", "while", "once", "because",
    "know", "whenever", "case",
  ]
  private static let stateVerbs: Set = [
    "is", "am", "are", "has", "have", "had", "keeps", "keep", "cannot", "not", "feel", "feels",
    "looks", "seems", "started", "went", "gone", "got", "woke", "fell", "collapsed", "just",
    "suddenly", "hurts", "was", "lost", "became", "says", "stopped", "still", "now",
  ]
  private static let modals: Set = [
    "if", "could", "might", "would", "may", "should", "can", "likely", "usually", "normally",
    "often", "ever", "when",
  ]
  private static let present: Set = [
    "now", "today", "tonight", "suddenly", "since", "still", "keeps", "yesterday", "overnight",
    "so", "sudden",
  ]
  private static let happening: Set = [
    "now", "today", "tonight", "suddenly", "since", "still", "yesterday", "overnight", "had", "ago",
    "hours", "minutes", "hour", "twice", "started", "got", "keeps", "gone", "feeling", "help",
    "please",
    "morning", "evening", "monday", "tuesday", "wednesday", "thursday", "friday", "saturday",
    "sunday",
  ]
  private static let knowing: Set = [
    "sure", "know", "wonder", "wondering", "tell", "see", "think", "as", "like", "check", "normal",
    "ok", "okay", "unsure", "bad", "serious",
  ]
  static let people: Set = [
    "i", "me", "my", "she", "he", "her", "his", "him", "mum", "mums", "mom", "moms", "mam",
    "mother",
    "mothers", "dad", "dads", "father", "fathers", "wife", "wifes", "husband", "husbands", "hubby",
    "partner", "partners", "son", "sons", "daughter", "daughters", "brother", "brothers", "sister",
    "sisters", "nan", "nans", "gran", "grandma", "grandad", "grandpa", "friend", "friends", "aunt",
    "auntie", "uncle", "cousin", "boyfriend", "girlfriend", "fiance", "fiancee", "we", "our",
    "myself", "herself", "himself",
  ]
}
