internal import Analysis

/// What opens as a question, and what is told nevertheless.
extension QuestionReading {
  /// Whether a clause opens as a question or a request to be told something.
  func asks(_ clause: Clause) -> Bool {
    var range = clause.range
    while let first = range.first, roles[first].contains(.leadIn) { range.removeFirst() }
    guard let first = range.first else { return false }
    let next: WordRole = range.count > 1 ? roles[first + 1] : []
    if roles[first].contains(.opener) { return true }
    guard roles[first].contains(.verbOpener), !next.contains(.telling) else { return false }
    return clause.opensSentence || clause.endsAsQuestion || next.contains(.pronoun)
  }

  /// Whether a clause that opens as a question tells what is so: "what do I do, she is fitting",
  /// "why can't my dad wake up".
  func reports(_ range: Range<Int>) -> Bool {
    let asked = words[range].map(\.folded)
    if asked.contains("help"), asked.contains(where: { $0 == "me" || $0 == "us" || $0 == "please" })
    {
      return true
    }
    for index in range where roles[index].contains(.person) {
      if tells(about: index, in: range) { return true }
    }
    let all = roles[range].reduce(into: WordRole()) { $0.formUnion($1) }
    return namesSomeone && !all.contains(.possible) && all.contains(.present)
  }

  /// Whether a person at a place is the subject of something that is so.
  private func tells(about index: Int, in range: Range<Int>) -> Bool {
    let isOwned = roles[index].contains(.owner)
    var before = index - 1
    if before > range.lowerBound, roles[before].contains(.owner) { before -= 1 }
    if before > range.lowerBound, words[before].folded == "not" { before -= 1 }
    guard before >= range.lowerBound else { return tellsAfter(index, isOwned, in: range) }
    if roles[before].contains(.asking) {
      return tellsAfterVerb(words[before].folded, about: index, isOwned, in: range)
    }
    if roles[before].contains(.supposing) { return false }
    return tellsAfter(index, isOwned, in: range)
  }

  /// Whether a person whom no verb waits for is the subject of a statement.
  private func tellsAfter(_ index: Int, _ isOwned: Bool, in range: Range<Int>) -> Bool {
    if words[index].carriesVerb, roles[index].contains(.pronoun) { return true }
    let next = isOwned ? index + 2 : index + 1
    guard next < range.upperBound else { return false }
    if roles[next].contains(.state) { return true }
    return words[index].carriesVerb && words[next].folded.hasSuffix("ing")
      || ["can", "will", "do", "does"].contains(words[next].folded)
        && next + 1 < range.upperBound && roles[next + 1].contains(.telling)
  }

  /// Whether something is told of a person although a verb stands before: "what do I do she is having
  /// a fit", "is my husband having a fit", "could she be having one", "why is her face drooping".
  private func tellsAfterVerb(
    _ verb: String, about index: Int, _ isOwned: Bool, in range: Range<Int>
  ) -> Bool {
    let asksWhy = words[range].first?.folded == "why"
    if ["do", "does", "did"].contains(verb) {
      let next = min(index + (isOwned ? 2 : 1), range.upperBound)
      let follows = words[next..<min(next + 1, range.upperBound)]
      return follows.contains { ["is", "has", "am", "keeps", "was"].contains($0.folded) }
        || asksWhy || words[index].carriesVerb && roles[index].contains(.pronoun)
    }
    let start = min(index + 1, range.upperBound)
    let rest = start..<min(index + 4, range.upperBound)
    let happens = words[rest].contains { $0.folded.hasSuffix("ing") }
    if ["is", "are", "am"].contains(verb) {
      if happens || roles[rest].contains(where: { $0.contains(.present) }) { return true }
    }
    let isGuess = ["could", "might", "can", "would"].contains(verb)
    if isGuess, happens, words[rest].contains(where: { $0.folded == "be" }) { return true }
    return asksWhy && !["would", "could", "might"].contains(verb)
  }
}
