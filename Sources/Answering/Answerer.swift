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
    var answer = try found(question, limit: limit, explains: explains)
    answer.notices += try notices(for: question)
    return answer
  }

  /// What must be told before any answer, whatever is found.
  private mutating func notices(for question: String) throws(IndexError) -> [Notice] {
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

  private mutating func found(
    _ question: String, limit: Int, explains: Bool
  ) throws(IndexError) -> Answer {
    let query = try query(question)
    let words = query.terms.map(\.word)
    guard !query.isEmpty else { return Answer(question: question, verdict: .declined(.empty)) }
    let hits = try searcher.search(query, limit: limit)
    guard !hits.isEmpty else {
      return Answer(question: question, verdict: .declined(.unknownWords), unmatched: words)
    }
    let rarities = try rarities(of: query)
    var results: [AnswerResult] = []
    for hit in hits { results.append(try result(hit, query, rarities, explains)) }
    let covered = try searcher.terms(of: query, heldByAny: hits.map(\.passage))
    let unmatched = query.terms.filter { !covered.contains($0) }.map(\.word)
    return Answer(question: question, verdict: .answered, unmatched: unmatched, results: results)
  }

  /// The best hits alone, for measuring the ranking: nothing is declined.
  package mutating func hits(
    for question: String, limit: Int
  ) throws(IndexError) -> [Hit] {
    try searcher.search(query(question), limit: limit)
  }

  /// Why a passage has the score it has for a question.
  package mutating func explanation(
    of passage: PassageID, for question: String
  ) throws(IndexError) -> Explanation {
    try searcher.explanation(of: passage, for: query(question))
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
      rarities[term.term] = scorer.idf(holding: entry.passageCount)
    }
    return rarities
  }
}
