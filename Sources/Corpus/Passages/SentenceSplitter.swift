/// Finds the sentences of English prose.
///
/// A sentence ends at `.`, `?` or `!` (with closing quotes, brackets and citations) before white
/// space and an upper-case letter, digit or opening mark, unless the word before is an abbreviation.
package struct SentenceSplitter: Sendable {
  package init() {}

  /// Half-open ranges that tile `text` but for the white space between sentences. A line break always ends a sentence.
  package func sentences(of text: String) -> [Range<String.Index>] {
    var ranges: [Range<String.Index>] = []
    for line in text.utf8.split(separator: 0x0A) { ranges += sentences(ofLine: Substring(line)) }
    return ranges
  }

  private func sentences(ofLine line: Substring) -> [Range<String.Index>] {
    let scalars = line.unicodeScalars
    var ranges: [Range<String.Index>] = []
    var start = scalars.startIndex
    var index = start
    while index < scalars.endIndex {
      let next = scalars.index(after: index)
      if Self.terminators.contains(scalars[index]), let end = sentenceEnd(after: next, in: scalars),
        !isAbbreviation(scalars[start..<index], scalars[index...])
      {
        ranges.append(start..<end)
        start = scalars[end...].firstIndex { !$0.isSpace } ?? scalars.endIndex
        index = start
      } else {
        index = next
      }
    }
    if start < scalars.endIndex {
      let end = scalars[start...].lastIndex { !$0.isSpace }
      if let end { ranges.append(start..<scalars.index(after: end)) }
    }
    return ranges
  }

  /// Where a sentence whose terminator stands before `index` ends; nil if it goes on.
  private func sentenceEnd(
    after index: String.Index, in scalars: Substring.UnicodeScalarView
  ) -> String.Index? {
    var end = index
    while end < scalars.endIndex, Self.closers.contains(scalars[end]) {
      end = scalars.index(after: end)
    }
    end = skipCitations(from: end, in: scalars)
    guard end < scalars.endIndex else { return end }
    guard scalars[end].isSpace else { return nil }
    guard let next = scalars[end...].first(where: { !$0.isSpace }) else { return end }
    let opens = next.properties.isUppercase || next.properties.numericType != nil
    return opens || Self.openers.contains(next) ? end : nil
  }

  /// `[1][2]` or `[@key]` straight after the full stop, or one space on, belongs to the sentence before it.
  private func skipCitations(
    from index: String.Index, in scalars: Substring.UnicodeScalarView
  ) -> String.Index {
    var end = index
    while true {
      var open = end
      if open < scalars.endIndex, scalars[open] == " " { open = scalars.index(after: open) }
      guard open < scalars.endIndex, scalars[open] == "[",
        let close = scalars[open...].prefix(80).firstIndex(of: "]")
      else { return end }
      let inside = scalars[scalars.index(after: open)..<close]
      let isNumber = !inside.isEmpty && inside.allSatisfy { ("0"..."9").contains($0) }
      guard isNumber || !CitationMarks.keys(in: String(scalars[open...close])).isEmpty else {
        return end
      }
      end = scalars.index(after: close)
    }
  }

  /// Whether the full stop that `rest` starts with belongs to the word before it.
  private func isAbbreviation(
    _ sentence: Substring.UnicodeScalarView, _ rest: Substring.UnicodeScalarView
  ) -> Bool {
    guard rest.first == "." else { return false }
    let word = String(sentence.suffix(while: { !$0.isSpace && !Self.quotes.contains($0) }))
    if word.count == 1 && word == word.uppercased() { return isInitial(word, sentence, rest) }
    // MS and ST in capitals are names of their own.
    guard word.contains(".") || word != word.uppercased() else { return false }
    let lowered = word.lowercased()
    if isDotted(lowered) || Self.abbreviations.contains(lowered) { return true }
    guard Self.abbreviationsBeforeNumbers.contains(lowered) else { return false }
    let next = rest.dropFirst().first { !$0.isSpace }
    return next?.properties.numericType != nil
  }

  /// `u.s` in "the U.S. agency".
  private func isDotted(_ word: String) -> Bool {
    word.contains(".")
      && word.split(separator: ".", omittingEmptySubsequences: false).allSatisfy { part in
        part.count == 1 && part.first?.isLetter == true
      }
  }

  /// `J` in "Ann J. Smith" and "by J. Smith"; but "hemophilia A." and "stage I." end a sentence.
  private func isInitial(
    _ letter: String, _ sentence: Substring.UnicodeScalarView, _ rest: Substring.UnicodeScalarView
  ) -> Bool {
    guard letter != "I", letter.first?.isLetter == true else { return false }
    let before = String(sentence.dropLast(1)).trimmed.split(separator: " ").last ?? ""
    let after = String(rest.dropFirst().prefix(4)).trimmed.dropFirst()
    return before.first?.isLowercase != true || Self.wordsBeforeNames.contains(String(before))
      || after.first == "."
  }

  private static let terminators: [Unicode.Scalar] = [".", "?", "!", "…"]
  private static let closers: [Unicode.Scalar] = ["\"", "'", "”", "’", ")", "]", ".", "?", "!"]
  private static let openers: [Unicode.Scalar] = ["\"", "'", "“", "‘", "(", "[", "•", "–", "—"]

  private static let wordsBeforeNames: Set<String> = [
    "and", "by", "from", "of", "or", "to", "with",
  ]
  private static let quotes: [Unicode.Scalar] = ["\"", "“", "‘", "(", "["]

  /// Words that end in a full stop in mid-sentence; collected from English medical prose.
  private static let abbreviations: Set<String> = [
    "approx", "cf", "co", "dept", "dr", "drs", "eg", "est", "al", "ie", "inc", "jr", "ltd", "mr",
    "mrs", "ms", "ph.d", "prof", "sr", "st", "viz", "vs",
  ]

  /// The same, but only before a number: "no. 5", "5 Jan. 2019".
  private static let abbreviationsBeforeNumbers: Set<String> = [
    "fig", "figs", "no", "nos", "p", "pp", "ref", "refs", "tel", "v", "vol",
    "jan", "feb", "mar", "apr", "jun", "jul", "aug", "sep", "sept", "oct", "nov", "dec",
  ]
}

extension Substring.UnicodeScalarView {
  /// The longest end of the view whose scalars all satisfy the condition.
  fileprivate func suffix(
    while condition: (Unicode.Scalar) -> Bool
  ) -> Substring.UnicodeScalarView {
    var start = endIndex
    while start > startIndex, condition(self[index(before: start)]) { start = index(before: start) }
    return self[start...]
  }
}
