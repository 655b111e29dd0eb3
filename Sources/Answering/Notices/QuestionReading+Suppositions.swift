internal import Analysis

/// What is spoken of without being so: supposed, feared, heard of, long past, denied.
extension QuestionReading {
  /// How many words from here are supposed; nil if none are.
  func suppositionLength(_ index: Int, in range: Range<Int>) -> Int? {
    func word(_ offset: Int) -> String {
      range.contains(index + offset) ? words[index + offset].folded : ""
    }
    let rest = range.upperBound - index
    switch word(0) {
    case "if", "unless", "whenever":
      return range.contains(index - 1) && roles[index - 1].contains(.knowing) ? nil : rest
    case "when": return isAsked[index] ? rest : nil
    case "case" where word(-1) == "in": return rest
    case "told" where ["were", "was", "been"].contains(word(-1)) || word(1) == "us": return rest
    case "might", "could", "may", "would":
      let isSo =
        ["not", "be"].contains(word(1)) || word(1) == "have" && ["had", "been"].contains(word(2))
      return isSo ? nil : Self.feared
    case "watch", "look", "looking", "watching":
      return word(1) == "for" || word(1) == "out" ? rest : nil
    case "prevent": return Self.feared
    default:
      if roles[index].contains(.fearing) {
        return ["of", "about", "to", "that", "for"].contains(word(1)) ? Self.feared : nil
      }
      guard roles[index].contains(.learning) else { return nil }
      if ["about", "on", "regarding"].contains(word(1)) { return rest }
      return roles[index].contains(.hearing) && ["that", "us", "me", "lm"].contains(word(1))
        ? rest : nil
    }
  }

  /// As far as a fear or a "might" reaches, in words.
  private static let feared = 6

  /// "last year", "years ago", "as a child", "under control".
  func isLongPast(_ range: Range<Int>) -> Bool {
    for index in range.dropFirst() {
      let (before, word) = (words[index - 1].folded, words[index].folded)
      if Self.past.contains("\(before) \(word)") { return true }
      if before == "in", word.utf8.count == 4, (Int(word) ?? 0) > 1900 { return true }
    }
    return false
  }

  private static let past: Set = [
    "last year", "last month", "last spring", "last summer", "last autumn", "last winter",
    "years ago", "year ago", "months ago", "month ago", "weeks ago", "long ago", "years back",
    "the past", "used to", "under control", "well controlled", "for years", "since childhood",
    "a child", "from birth", "since birth", "before diagnosis",
  ]

  /// Whether what starts at a word is denied: "no fits so far", "has not had a seizure".
  ///
  /// - Parameter used: places of negations that belong to what is reported ("not breathing").
  func isDenied(at start: Int, used: Set<Int>) -> Bool {
    guard start < words.count else { return false }
    var index = start - 1
    var mayPassWord = false
    while index >= 0, clauseOf[index] == clauseOf[start] {
      if roles[index].contains(.negation) { return !used.contains(index) }
      if isDoubted(index) { return true }
      let word = words[index].folded
      if word == "or" || word == "nor" {
        mayPassWord = true
      } else if !roles[index].contains(.denialFiller) {
        guard mayPassWord else { return false }
        mayPassWord = false
      }
      index -= 1
    }
    return false
  }

  /// Whether a person at a place follows "I don't think".
  private func isDoubted(_ index: Int) -> Bool {
    index > 1 && roles[index].contains(.pronoun)
      && ["think", "believe"].contains(words[index - 1].folded)
      && words[index - 2].folded == "not"
  }
}
