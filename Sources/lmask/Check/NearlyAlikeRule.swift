internal import Analysis
internal import Corpus

/// Sentences that share most of their words but differ in a number or a negation: one of them may be wrong.
///
/// Sentences that cite different sources may differ: where sources disagree, each is told.
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
    let sources: Set<String>
  }

  func findings(in corpus: CheckedCorpus) -> [Finding] {
    let statements = corpus.sentences.map(statement).filter { $0.words.count >= Self.fewestWords }
    var uses: [String: Int] = [:]
    for statement in statements { for word in statement.words { uses[word, default: 0] += 1 } }
    var holders: [String: [Int]] = [:]
    var findings: [Finding] = []
    for (index, statement) in statements.enumerated() {
      let telling = tellingWords(of: statement, uses)
      let candidates = Set(telling.flatMap { holders[$0] ?? [] })
      for other in candidates.sorted() where differ(statement, statements[other]) {
        let twin = statements[other].sentence
        findings.append(
          finding(
            statement.sentence.path, statement.sentence.line,
            "nearly the same as \(twin.path):\(twin.line) but for a number or a negation: "
              + "\"\(statement.sentence.text.beginning)\"; make sure that both hold"))
      }
      for word in telling { holders[word, default: []].append(index) }
    }
    return findings
  }

  /// The rarest words of a statement: two statements that are alike enough share at least one of
  /// them, so the others need no look ("prefix filtering": Chaudhuri, Ganti and Kaushik, ICDE 2006).
  private func tellingWords(of statement: Statement, _ uses: [String: Int]) -> ArraySlice<String> {
    let words = statement.words.sorted { (uses[$0] ?? 0, $0) < (uses[$1] ?? 0, $1) }
    let shared = Int((Self.likeness * Double(words.count)).rounded(.up))
    return words.prefix(words.count - shared + 1)
  }

  private func differ(_ left: Statement, _ right: Statement) -> Bool {
    let shared = left.words.intersection(right.words).count
    let all = left.words.union(right.words).count
    return Double(shared) >= Self.likeness * Double(all) && !areOfDifferentSources(left, right)
      && (left.numbers != right.numbers || left.negations != right.negations)
  }

  private func areOfDifferentSources(_ left: Statement, _ right: Statement) -> Bool {
    !left.sources.isEmpty && !right.sources.isEmpty && left.sources.isDisjoint(with: right.sources)
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
      numbers: Set(numbers), negations: Set(negations),
      sources: Set(CitationMarks.keys(in: sentence.text)))
  }
}
