package import Analysis
package import Corpus
package import InvertedIndex
package import Search

/// Turns hits into what the person is told: hits ─▶ answer.
///
/// The front door of this stage. It decides whether the passages found answer the question, and
/// for each passage shown which sentence answers best, which words match and which sources it names.
package struct Answerer {
  let searcher: Searcher
  var analyzer: Analyzer
  /// Shared with who looks for other words in what is shown.
  package var shownWords: ShownWords
  /// Names the numbers to call.
  private let country: String?
  /// The day it is; nil if no review is overdue, whatever its date.
  private let today: CalendarDate?
  /// Made when the first question comes.
  private var noticeWriter: NoticeWriter?

  /// - Parameter country: as the corpus's numbers to call name it; nil or unknown for all of them.
  package init(
    _ searcher: Searcher, analyzer: Analyzer = .standard(), country: String? = nil,
    today: CalendarDate? = nil
  ) {
    self.searcher = searcher
    self.analyzer = analyzer
    shownWords = ShownWords(analyzer)
    self.country = country
    self.today = today
  }

  /// Answers one question on its own.
  ///
  /// - Parameters:
  ///   - limit: the most passages to show.
  ///   - explains: whether each result says how its score came about.
  /// - Throws: `IndexError` if the index turns out damaged.
  package mutating func answer(
    _ question: String, limit: Int, explains: Bool = false
  ) throws(IndexError) -> Answer {
    try read(question, in: Conversation(), limit: limit, explains: explains).answer
  }

  /// Answers the next question of a conversation, which follows it from then on.
  package mutating func answer(
    _ question: String, in conversation: inout Conversation, limit: Int, explains: Bool = false
  ) throws(IndexError) -> Answer {
    let (answer, reading) = try read(
      question, in: conversation, limit: limit, explains: explains)
    conversation.remember(
      reading, answer: answer, heading: try heading(of: answer, for: reading))
    return answer
  }

  private mutating func read(
    _ question: String, in conversation: Conversation, limit: Int, explains: Bool
  ) throws(IndexError) -> (answer: Answer, reading: Reading) {
    let read = Self.readable(question)
    var reading = try reading(of: read, in: conversation)
    var findings = try findings(for: reading, limit: limit, explains: explains)
    if findings.verdict.isDeclined, let followUp = reading.followUp, followUp.mayStandAlone {
      let alone = try self.reading(of: read, in: Conversation())
      var found = try self.findings(for: alone, limit: limit, explains: explains)
      if found.verdict == .answered {
        // It is answered, though perhaps not about what the person had in mind.
        found.verdict = .uncertain(.notCovered)
        (reading, findings) = (alone, found)
      }
    }
    let answer = Answer(
      question: question, verdict: findings.verdict, unmatched: findings.unmatched,
      corrections: reading.corrections, context: reading.context,
      inherited: reading.followUp?.words, notices: try notices(for: read) + findings.notices,
      results: findings.results, nearest: findings.signposts.pointers,
      missing: findings.signposts.missing, mayBeForeign: findings.signposts.mayBeForeign,
      alike: findings.signposts.alike)
    return (answer, reading)
  }

  /// In bytes: some five thousand words. Of a longer question the beginning is read.
  private static let mostRead = 32_768

  private static func readable(_ question: String) -> String {
    guard question.utf8.count > mostRead else { return question }
    return String(decoding: question.utf8.prefix(mostRead), as: UTF8.self)
  }

  /// What must be told before any answer, whatever is found.
  private mutating func notices(for question: String) throws(IndexError) -> [Notice] {
    let index = searcher.index
    if noticeWriter == nil {
      noticeWriter = NoticeWriter(try index.urgentSigns(), country: country)
    }
    guard let noticeWriter, !noticeWriter.isEmpty,
      let reading = UrgentSignMatcher.reading(of: question)
    else { return [] }
    return try noticeWriter.notices(for: reading) { key throws(IndexError) in
      try index.reference(key)
    }
  }

  /// What searching the corpus brings, apart from how the question was read.
  private struct Findings {
    var verdict: Verdict
    var unmatched: [String] = []
    var results: [AnswerResult] = []
    var signposts = Signposts()
    var notices: [Notice] = []
  }

  private mutating func findings(
    for reading: Reading, limit: Int, explains: Bool
  ) throws(IndexError) -> Findings {
    let query = reading.query
    guard !query.isEmpty else { return Findings(verdict: .declined(.empty)) }
    let all = try hits(for: reading, limit: max(limit, SensitivePassages.window) + Self.spare)
    guard !all.isEmpty else {
      let reason: Verdict.Reason = query.absentTopics.isEmpty ? .unknownWords : .notCovered
      return Findings(
        verdict: .declined(reason), unmatched: reading.typed(query.ownTerms),
        signposts: try .toLikeWords(reading, searcher))
    }
    var sensitive = SensitivePassages(query, searcher: searcher)
    let (wanted, offered) = try sensitive.parted(all)
    let hits = Array(wanted.prefix(limit))
    let best = hits[0]
    let verdict = try verdict(for: reading, best: best.passage)
    let shown = verdict.isDeclined ? [best] : hits
    let covered = try searcher.terms(of: query, heldByAny: shown.map(\.passage))
    var findings = Findings(verdict: verdict)
    let unmatched = query.ownTerms.filter { !covered.contains($0) }
    findings.unmatched = reading.typed(unmatched)
    if let reason = verdict.reason, verdict.isDeclined {
      findings.signposts = try signposts(reason, reading, unmatched, hits)
      return findings
    }
    let sought = SoughtTerms(query, rarities: try rarities(of: query), words: &shownWords)
    for hit in hits { findings.results.append(try result(hit, reading, sought, explains)) }
    for passage in offered where all.prefix(limit).contains(where: { $0.passage == passage }) {
      findings.notices.append(.sensitive(try searcher.index.passage(passage)))
    }
    findings.notices += staleNotices(findings.results)
    return findings
  }

  /// How many passages more than wanted are looked up, to take the place of those offered by title.
  private static let spare = 3

  /// One a document shown whose review is overdue.
  private func staleNotices(_ results: [AnswerResult]) -> [Notice] {
    guard let today else { return [] }
    var notices: [Notice] = []
    for result in results {
      guard let reviewBy = result.document.frontMatter.reviewBy, reviewBy < today,
        !notices.contains(where: { $0.id == result.document.path })
      else { continue }
      notices.append(.stale(result.document, reviewBy: reviewBy))
    }
    return notices
  }

  /// The best hits alone, for measuring the ranking: nothing is declined.
  package mutating func hits(
    for question: String, limit: Int
  ) throws(IndexError) -> [Hit] {
    try hits(for: reading(of: question, in: Conversation()), limit: limit)
  }

  /// Why a passage has the score it has for a question.
  ///
  /// - Parameter conversation: as it was before the question was asked.
  package mutating func explanation(
    of passage: PassageID, for question: String, in conversation: Conversation = Conversation()
  ) throws(IndexError) -> Explanation {
    try explanation(of: passage, for: reading(of: question, in: conversation))
  }

  private mutating func result(
    _ hit: Hit, _ reading: Reading, _ sought: SoughtTerms, _ explains: Bool
  ) throws(IndexError) -> AnswerResult {
    let index = searcher.index
    let document = try index.document(of: hit.passage)
    let passage = try index.passage(hit.passage, in: document)
    var citations: [Citation] = []
    for (ordinal, key) in passage.citations.enumerated() {
      guard let reference = try index.reference(key) else { continue }
      citations.append(Citation(number: ordinal + 1, reference: reference))
    }
    return AnswerResult(
      hit: hit, passage: passage, document: document,
      snippet: Snippet(passage, for: sought, words: &shownWords),
      citations: citations,
      explanation: explains ? try explanation(of: hit.passage, for: reading) : nil)
  }

  private func rarities(of query: Query) throws(IndexError) -> [String: Float] {
    let scorer = BM25Scorer(searcher.index.summary)
    var rarities: [String: Float] = [:]
    for term in query.scoredTerms {
      guard let entry = try searcher.index.dictionary.entry(for: term.term) else { continue }
      let isFull = !term.isInherited && query.terms.contains(term)
      let share = isFull ? 1 : term.weight
      rarities[term.term] = scorer.rarity(holding: entry.passageCount) * share
    }
    return rarities
  }
}
