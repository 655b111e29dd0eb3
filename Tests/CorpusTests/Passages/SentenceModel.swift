@testable import Corpus

/// The rules of `SentenceSplitter` on whole scalars, without any short way: what its byte-level
/// form is compared with.
struct SentenceModel {
  let scalars: [Unicode.Scalar]

  /// The sentences of a text, line by line.
  static func sentences(of text: String) -> [String] {
    text.unicodeScalars.split(separator: "\n").flatMap { SentenceModel(scalars: Array($0)).all() }
  }

  private func all() -> [String] {
    var sentences: [String] = []
    var start = 0
    var index = 0
    while index < scalars.count {
      if ".?!…".unicodeScalars.contains(scalars[index]), let end = end(after: index + 1),
        !isAbbreviation(start, index)
      {
        sentences.append(text(start..<end))
        start = scalars[end...].firstIndex { !$0.isSpace } ?? scalars.count
        index = start
      } else {
        index += 1
      }
    }
    guard let last = scalars[start...].lastIndex(where: { !$0.isSpace }) else { return sentences }
    return sentences + [text(start..<last + 1)]
  }

  private func text(_ range: Range<Int>) -> String {
    var view = String.UnicodeScalarView()
    view.append(contentsOf: scalars[range])
    return String(view)
  }

  private func end(after index: Int) -> Int? {
    var end = index
    while end < scalars.count, "\"'”’)].?!".unicodeScalars.contains(scalars[end]) { end += 1 }
    end = endOfCitations(from: end)
    guard end < scalars.count else { return end }
    guard scalars[end].isSpace else { return nil }
    guard let next = scalars[end...].first(where: { !$0.isSpace }) else { return end }
    let opens = next.properties.isUppercase || next.properties.numericType != nil
    return opens || "\"'“‘([•–—".unicodeScalars.contains(next) ? end : nil
  }

  private func endOfCitations(from index: Int) -> Int {
    var end = index
    while true {
      let open = end < scalars.count && scalars[end] == " " ? end + 1 : end
      guard open < scalars.count, scalars[open] == "[",
        let close = scalars[open...].prefix(80).firstIndex(of: "]")
      else { return end }
      let inside = scalars[open + 1..<close]
      let isNumber = !inside.isEmpty && inside.allSatisfy { ("0"..."9").contains($0) }
      guard isNumber || !CitationMarks.keys(in: text(open..<close + 1)).isEmpty else { return end }
      end = close + 1
    }
  }

  private func isAbbreviation(_ start: Int, _ stop: Int) -> Bool {
    guard scalars[stop] == "." else { return false }
    var first = stop
    while first > start, !scalars[first - 1].isSpace,
      !"\"“‘([".unicodeScalars.contains(scalars[first - 1])
    {
      first -= 1
    }
    let word = text(first..<stop)
    if word.count == 1 && word == word.uppercased() { return isInitial(word, start..<first, stop) }
    return Abbreviations.mayEndInFullStop(word) {
      scalars[(stop + 1)...].first { !$0.isSpace }?.properties.numericType != nil
    }
  }

  private func isInitial(_ letter: String, _ range: Range<Int>, _ stop: Int) -> Bool {
    guard letter != "I", letter.first?.isLetter == true else { return false }
    let before =
      text(range).trimmed.unicodeScalars.split(separator: " ").last.map(String.init) ?? ""
    let after = scalars[(stop + 1)...].prefix(4).drop(while: \.isSpace).dropFirst()
    return before.first?.isLowercase != true
      || ["and", "by", "from", "of", "or", "to", "with"].contains(before) || after.first == "."
  }
}
