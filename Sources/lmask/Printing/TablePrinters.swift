internal import Answering
internal import Corpus
internal import Search

/// Prints results as tab-separated values, without a header.
struct TSVPrinter {
  func lines(_ answer: Answer) -> String {
    answer.results.enumerated().map { index, result in
      let passage = result.passage
      let fields = [
        answer.question, String(index + 1), "\(result.hit.score)", passage.source.path,
        String(passage.source.lines.lowerBound), String(passage.source.lines.upperBound),
        FoldedText(passage.text).slice(result.snippet.best),
      ]
      return fields.map(\.onOneLine).joined(separator: "\t") + "\n"
    }.joined()
  }
}

/// Prints a ranking of documents in the form of the Text REtrieval Conference.
struct TRECPrinter {
  /// One line a document, by its best passage.
  func lines(
    questionID: String, _ ranking: [(document: String, score: Float)]
  ) -> String {
    ranking.enumerated().map { index, entry in
      let document = entry.document.asOneColumn
      return "\(questionID.asOneColumn) Q0 \(document) \(index + 1) \(entry.score) lmask\n"
    }.joined()
  }
}

extension String {
  /// The columns of a TREC run are parted by white space, so a name must hold none.
  fileprivate var asOneColumn: String {
    String(neutralised.map { $0.isWhitespace ? "_" : $0 })
  }
}
