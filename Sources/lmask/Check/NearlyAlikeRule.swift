internal import Analysis
internal import Corpus

/// Sentences that share most of their words but differ in a number or a negation: one of them may be wrong.
///
/// Sentences that name different sources in their own words are meant to differ; so are items of one list.
struct NearlyAlikeRule: CheckRule {
  static let name = "nearly-alike"

  /// Share of all their words that two sentences must have in common (Jaccard).
  private static let likeness = 0.8
  /// Shorter sentences are alike by chance.
  private static let fewestWords = 6

  /// A sentence as sets of words.
  private struct Statement {
    let sentence: CheckedCorpus.Sentence
    let words: Set<String>
    let numbers: Set<String>
    let negations: Set<String>
  }

  func findings(in corpus: CheckedCorpus) -> [Finding] {
    let statements = corpus.sentences.map(statement).filter { $0.words.count >= Self.fewestWords }
    var byWord: [String: [Int]] = [:]
    for (index, statement) in statements.enumerated() {
      for word in statement.words { byWord[word, default: []].append(index) }
    }
    var findings: [Finding] = []
    for (index, statement) in statements.enumerated() {
      let rarest = statement.words.min { byWord[$0]?.count ?? 0 < byWord[$1]?.count ?? 0 }
      let candidates = Set(statement.words.flatMap { byWord[$0] ?? [] }).filter { $0 < index }
      guard rarest != nil else { continue }
      for other in candidates.sorted() where differ(statement, statements[other]) {
        let twin = statements[other].sentence
        findings.append(
          finding(
            statement.sentence.path, statement.sentence.line,
            "nearly the same as \(twin.path):\(twin.line) but for a number or a negation: "
              + "\"\(statement.sentence.text.beginning)\"; make sure that both hold"))
      }
    }
    return findings
  }

  private func differ(_ left: Statement, _ right: Statement) -> Bool {
    let shared = left.words.intersection(right.words).count
    let all = left.words.union(right.words).count
    return Double(shared) >= Self.likeness * Double(all)
      && (left.numbers != right.numbers || left.negations != right.negations)
  }

  private func statement(_ sentence: CheckedCorpus.Sentence) -> Statement {
    let folding = CaseFoldingFilter()
    let words = Tokenizer().words(of: sentence.text.withoutCitations)
      .compactMap { folding.term(for: $0.term) }
    let numbers = words.filter { $0.contains(where: \.isNumber) }
    let negations = words.filter { ["no", "not", "never", "without", "cannot"].contains($0) }
    return Statement(
      sentence: sentence,
      words: Set(words).subtracting(numbers).subtracting(negations),
      numbers: Set(numbers), negations: Set(negations))
  }
}
