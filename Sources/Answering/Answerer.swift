package import Analysis
package import Corpus
package import InvertedIndex
package import Search

/// Turns hits into what the person is told: hits ─▶ answer.
///
/// The front door of this stage. It decides whether the passages found answer the question, and
/// for each passage shown which sentence answers best, which words match and which sources it names.
package struct Answerer {
  private let searcher: Searcher
  private var analyzer: Analyzer
  /// Names the numbers to call.
  private let country: String?
  /// Made when the first question comes.
  private var noticeWriter: NoticeWriter?

  /// - Parameter country: as the corpus's numbers to call name it; nil or unknown for all of them.
  package init(_ searcher: Searcher, analyzer: Analyzer = .standard(), country: String? = nil) {
    self.searcher = searcher
    self.analyzer = analyzer
    self.country = country
  }

  /// Answers one question.
  ///
  /// - Parameters:
  ///   - limit: the most passages to show.
  ///   - explains: whether each result says how its score came about.
  /// - Throws: `IndexError` if the index turns out damaged.
  package mutating func answer(
    _ question: String, limit: Int, explains: Bool = false
  ) throws(IndexError) -> Answer {
    let (query, corrections) = try reading(of: question)
    let findings = try findings(for: query, limit: limit, explains: explains)
    return Answer(
      question: question, verdict: findings.verdict, unmatched: findings.unmatched,
      corrections: corrections, notices: try notices(for: question), results: findings.results,
      nearest: findings.nearest)
  }

  /// What must be told before any answer, whatever is found.
  private mutating func notices(for question: String) throws(IndexError) -> [Notice] {
    guard UrgentSignMatcher.mayReport(question) else { return [] }
    let index = searcher.index
    let writer: NoticeWriter
    if let noticeWriter {
      writer = noticeWriter
    } else {
      writer = NoticeWriter(try index.urgentSigns(), country: country)
      noticeWriter = writer
    }
    return try writer.notices(for: question) { key throws(IndexError) in try index.reference(key) }
  }

  /// What searching the corpus brings, apart from how the question was read.
  private struct Findings {
    let verdict: Verdict
    var unmatched: [String] = []
    var results: [AnswerResult] = []
    var nearest: [Pointer] = []
  }

  private mutating func findings(
    for query: Query, limit: Int, explains: Bool
  ) throws(IndexError) -> Findings {
    guard !query.isEmpty else { return Findings(verdict: .declined(.empty)) }
    let hits = try searcher.search(query, limit: limit)
    guard let best = hits.first else {
      return Findings(verdict: .declined(.unknownWords), unmatched: query.terms.map(\.word))
    }
    let verdict = try Evidence(query, best: best.passage, searcher: searcher).verdict
    let shown = verdict.isDeclined ? [best] : hits
    let covered = try searcher.terms(of: query, heldByAny: shown.map(\.passage))
    var findings = Findings(verdict: verdict)
    findings.unmatched = query.terms.filter { !covered.contains($0) }.map(\.word)
    if verdict.isDeclined {
      if verdict.reason != .offTopic { findings.nearest = try pointers(to: hits.prefix(3)) }
      return findings
    }
    let rarities = try rarities(of: query)
    for hit in hits { findings.results.append(try result(hit, query, rarities, explains)) }
    return findings
  }

  /// Where to look instead of an answer.
  private func pointers(to hits: ArraySlice<Hit>) throws(IndexError) -> [Pointer] {
    var pointers: [Pointer] = []
    for hit in hits {
      let passage = try searcher.index.passage(hit.passage)
      pointers.append(Pointer(document: passage.source.path, headings: passage.headings))
    }
    return pointers
  }

  /// The best hits alone, for measuring the ranking: nothing is declined.
  package mutating func hits(
    for question: String, limit: Int
  ) throws(IndexError) -> [Hit] {
    try searcher.search(reading(of: question).query, limit: limit)
  }

  /// Why a passage has the score it has for a question.
  package mutating func explanation(
    of passage: PassageID, for question: String
  ) throws(IndexError) -> Explanation {
    try searcher.explanation(of: passage, for: reading(of: question).query)
  }

  /// The question with its misspelt words read as words of the corpus.
  private mutating func reading(
    of question: String
  ) throws(IndexError) -> (query: Query, corrections: [Correction]) {
    let query = try query(question)
    let words = try SpellingCorrector(searcher.index).corrections(of: query, analyzer: &analyzer)
    guard !words.isEmpty else { return (query, []) }
    let corrections = words.map { Correction(typed: $0.typed, used: $0.used) }
    return (try self.query(words.applied(to: question)), corrections)
  }

  private mutating func query(_ question: String) throws(IndexError) -> Query {
    try Query(question, analyzer: &analyzer, concepts: searcher.index.concepts)
  }

  private mutating func result(
    _ hit: Hit, _ query: Query, _ rarities: [String: Float], _ explains: Bool
  ) throws(IndexError) -> AnswerResult {
    let index = searcher.index
    let passage = try index.passage(hit.passage)
    var citations: [Citation] = []
    for (ordinal, key) in passage.citations.enumerated() {
      guard let reference = try index.reference(key) else { continue }
      citations.append(Citation(number: ordinal + 1, reference: reference))
    }
    return AnswerResult(
      hit: hit, passage: passage, document: try index.document(of: hit.passage),
      snippet: Snippet(passage, for: query, rarities: rarities, analyzer: &analyzer),
      citations: citations,
      explanation: explains ? try searcher.explanation(of: hit.passage, for: query) : nil)
  }

  private func rarities(of query: Query) throws(IndexError) -> [String: Float] {
    let scorer = BM25Scorer(searcher.index.summary)
    var rarities: [String: Float] = [:]
    for term in query.terms {
      guard let entry = try searcher.index.dictionary.entry(for: term.term) else { continue }
      rarities[term.term] = scorer.rarity(holding: entry.passageCount)
    }
    return rarities
  }
}
