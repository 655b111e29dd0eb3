internal import Corpus

/// Citation keys that are not in the bibliography.
struct CitationMissingRule: CheckRule {
  static let name = "citation-missing"

  func findings(in corpus: CheckedCorpus) -> [Finding] {
    guard let bibliography = corpus.bibliography else { return [] }
    return corpus.citations.filter { bibliography[$0.key] == nil }.map { citation in
      finding(
        citation.path, citation.line,
        "\"@\(citation.key)\" is not in \(Bibliography.fileName); add it there or correct the key")
    }
  }
}

/// Sources that nothing cites.
struct SourceUnusedRule: CheckRule {
  static let name = "source-unused"

  func findings(in corpus: CheckedCorpus) -> [Finding] {
    guard let bibliography = corpus.bibliography else { return [] }
    let used = Set(corpus.citations.map(\.key))
    return bibliography.references.filter { !used.contains($0.key) }.map { reference in
      finding(
        Bibliography.fileName, corpus.lineOfSource(reference.key),
        "nothing cites \"\(reference.key)\"; cite it or remove it")
    }
  }
}

/// Sentences and list items with a figure and no citation. A digit inside a name (HER2) is no figure.
struct FigureUncitedRule: CheckRule {
  static let name = "figure-uncited"

  func findings(in corpus: CheckedCorpus) -> [Finding] {
    guard corpus.bibliography != nil else { return [] }
    return corpus.sentences.filter { $0.text.hasFigure && CitationMarks.keys(in: $0.text).isEmpty }
      .map { sentence in
        finding(
          sentence.path, sentence.line,
          "a figure without a citation: \"\(sentence.text.beginning)\"; say where it comes from")
      }
  }
}

extension String {
  /// A number that stands by itself, not as a part of a name.
  fileprivate var hasFigure: Bool {
    split { $0.isWhitespace || "()[]-–—/".contains($0) }.contains { word in
      word.contains(where: \.isNumber) && !word.contains(where: \.isLetter)
    }
  }
}

extension StringProtocol {
  /// Enough of a sentence to find it by.
  var beginning: String {
    count <= 50 ? String(self) : prefix(49) + "…"
  }
}
