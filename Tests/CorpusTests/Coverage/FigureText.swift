/// A text as a list of words in which figures can be found however they are written: spelled-out
/// numbers as digits, dashes and little words dropped, plural as singular.
struct FigureText {
  let words: [String]

  init(_ text: String) {
    let text = text.lowercased().replacing("per cent", with: "%")
      .replacing("hazard ratio", with: "hr").replacing("sized", with: "size")
    words = text.matches(of: /\d+([.,]\d+)*(st|nd|rd|th)?|%|[a-z]+/).map { match in
      let word = String(match.output.0)
      return Self.numbers[word] ?? Self.singular(word)
    }.filter { !Self.littleWords.contains($0) }
  }

  /// Whether a figure's parts, told apart by `v`, `vs` or `x`, each stand in the text: their words in
  /// order, with no more than three others between two of them.
  func holds(figure: String) -> Bool {
    figure.split(separator: #/ (v|vs|x) /#).allSatisfy { part in
      let wanted = FigureText(String(part)).words
      return !wanted.isEmpty && words.indices.contains { holds(wanted[...], from: $0, within: 1) }
    }
  }

  private func holds(_ wanted: ArraySlice<String>, from start: Int, within reach: Int) -> Bool {
    guard let first = wanted.first else { return true }
    return words.indices.clamped(to: start..<start + reach).contains { index in
      words[index] == first && holds(wanted.dropFirst(), from: index + 1, within: 4)
    }
  }

  private static func singular(_ word: String) -> String {
    if word.hasSuffix("ies") { return word.dropLast(3) + "y" }
    if word.hasSuffix("vertebrae") { return String(word.dropLast()) }
    return word.hasSuffix("s") ? String(word.dropLast()) : word
  }

  private static let numbers = [
    "one": "1", "two": "2", "three": "3", "four": "4", "five": "5", "six": "6", "seven": "7",
    "eight": "8", "nine": "9", "ten": "10", "first": "1st", "second": "2nd", "third": "3rd",
  ]

  private static let littleWords: Set<String> = [
    "a", "about", "an", "and", "between", "every", "from", "in", "of", "or", "over", "per", "than",
    "the", "to", "up",
  ]
}
