internal import Corpus

/// Documents whose next comparison with their sources is due.
struct ReviewOverdueRule: CheckRule {
  static let name = "review-overdue"

  func findings(in corpus: CheckedCorpus) -> [Finding] {
    corpus.documents.compactMap { document in
      guard let due = document.frontMatter.reviewBy, due < corpus.today else { return nil }
      return finding(
        document.path, 1,
        "was to be compared with its sources by \(due); do it and change the dates")
    }
  }
}
