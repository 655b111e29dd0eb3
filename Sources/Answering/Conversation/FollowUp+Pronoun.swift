internal import Analysis

extension FollowUp {
  /// The first word that stands for something said before; nil if there is none.
  ///
  /// One after a telling word may mean that word, and counts for nothing; but not in "the risks of it".
  static func pronoun(in words: [SpokenWord], telling: [Range<Int>]) -> FollowUp? {
    let folded = words.map(\.folded)
    let places = folded.indices.filter { isPronoun($0, in: folded, hasSubject: !telling.isEmpty) }
    // "How do they put it in?": those who treat, and the thing.
    let place = places.first { !persons.contains(folded[$0]) } ?? places.first
    guard let place else { return nil }
    let before = telling.filter { $0.lowerBound < words[place].range.lowerBound }
    guard before.isEmpty || before.count == 1 && isBound(place, to: before[0], in: words)
    else { return nil }
    return .pronoun(words[place].range, many: plurals.contains(folded[place]))
  }

  /// "The risks of it": a pronoun that a word takes by a preposition is not that word.
  private static func isBound(_ place: Int, to word: Range<Int>, in words: [SpokenWord]) -> Bool {
    place > 0 && ["of", "for", "with", "from", "about", "after"].contains(words[place - 1].folded)
      && words[place - 1].range.lowerBound == word.upperBound + 1
  }

  private static func isPronoun(_ place: Int, in words: [String], hasSubject: Bool) -> Bool {
    let before = place > 0 ? words[place - 1] : ""
    let after = place + 1 < words.count ? words[place + 1] : ""
    switch words[place] {
    case "it", "itll": return !isEmptySubject(place, in: words)
    case "its", "those", "these", "them", "theirs": return true
    case "this": return !times.contains(after)
    case "that":
      return (place == 0 || wordsBeforeThat.contains(before)) && !persons.contains(after)
    case "one", "ones": return wordsBeforeOne.contains(before)
    case "there": return !isFormOfBe(before) && !isFormOfBe(after)
    case "they", "theyre", "theyll":
      return !hasSubject || isFormOfBe(before) || isFormOfBe(after) || after == "be"
        || doneByThings.contains(after)
    default: return false
    }
  }

  /// "Is it normal to …", "does it hurt to …": an "it" that stands for what follows.
  private static func isEmptySubject(_ place: Int, in words: [String]) -> Bool {
    let before = place > 0 ? words[place - 1] : ""
    var rest = words[(place + 1)...]
    guard let next = rest.first else { return false }
    let isQuality = isFormOfBe(before) || before == "be" || isFormOfBe(next)
    if isFormOfBe(next) { rest = rest.dropFirst() }
    guard let word = rest.first else { return false }
    let link = rest.dropFirst().first
    guard isQuality else {
      return emptyVerbs.contains(word) && ["to", "if", "when"].contains(link)
    }
    if word == "like" { return link != nil }
    if qualitiesOfThings.contains(word) { return false }
    return ["to", "that", "if"].contains(link) || link == "for" && rest.contains("to")
  }

  private static func isFormOfBe(_ word: String) -> Bool {
    ["is", "are", "was", "were", "s"].contains(word)
  }

  private static let plurals: Set = [
    "those", "these", "them", "they", "theyre", "theyll", "theirs",
  ]

  private static let emptyVerbs: Set = ["hurt", "take", "feel", "help", "matter", "cost", "mean"]

  /// "Due to", "linked to": what follows "to" is no deed.
  private static let qualitiesOfThings: Set = [
    "due", "linked", "related", "down", "similar", "close", "connected", "up", "next", "likely",
    "unlikely", "going", "able", "meant", "supposed", "used",
  ]

  private static let times: Set = [
    "morning", "afternoon", "evening", "week", "month", "year", "time", "summer", "winter",
  ]

  private static let persons: Set = [
    "i", "you", "we", "he", "she", "they", "my", "your", "our", "his", "her", "their",
  ]

  /// "Told us that": only after these does "that" stand for something.
  private static let wordsBeforeThat: Set = [
    "does", "do", "did", "is", "was", "will", "can", "could", "would", "should", "has", "have",
    "of", "after", "before", "about", "for", "with", "like", "from", "to", "all", "by", "in", "at",
    "on", "without", "during", "than", "why", "how", "when", "and", "but", "so", "or",
  ]

  private static let wordsBeforeOne: Set = [
    "which", "that", "this", "other", "another", "each", "last", "first", "second", "these",
    "those", "what",
  ]

  /// What things do, not the people who treat: "do they hurt?", but "do they numb the skin?"
  private static let doneByThings: Set = [
    "hurt", "cause", "work", "last", "spread", "help", "happen", "differ", "mean", "come", "go",
    "affect", "lead", "make", "grow", "wear", "stop", "start", "get", "show", "ease", "heal",
    "keep",
  ]
}
