internal import Corpus

/// Passages too short to stand alone or too long to read in one go.
struct PassageLengthRule: CheckRule {
  static let name = "passage-length"

  func findings(in corpus: CheckedCorpus) -> [Finding] {
    corpus.sections.compactMap { section in
      let words = section.blocks.reduce(0) { $0 + $1.text.withoutCitations.wordCount }
      guard words < 25 || words > 150 else { return nil }
      let advice = words < 25 ? "say more or join it to another" : "split it by question"
      return finding(section.path, section.line, "\(words) words; \(advice)")
    }
  }
}

/// Sentences that a tired reader loses.
struct SentenceLengthRule: CheckRule {
  static let name = "sentence-length"

  func findings(in corpus: CheckedCorpus) -> [Finding] {
    corpus.sentences.compactMap { sentence in
      let words = sentence.text.withoutCitations.wordCount
      guard words > 30 else { return nil }
      return finding(
        sentence.path, sentence.line,
        "a sentence of \(words) words: \"\(sentence.text.beginning)\"; cut it in two")
    }
  }
}

extension String {
  /// The text without citations in Pandoc's form.
  var withoutCitations: String {
    var out = ""
    var rest = self[...]
    while let open = rest.firstIndex(of: "["), let close = rest[open...].firstIndex(of: "]") {
      let end = rest.index(after: close)
      let isCitation = !CitationMarks.keys(in: String(rest[open..<end])).isEmpty
      out += rest[..<(isCitation ? open : end)]
      rest = rest[end...]
    }
    return out + rest
  }
}
