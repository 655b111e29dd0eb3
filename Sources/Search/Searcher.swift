package import Corpus
package import InvertedIndex

/// The ways of ranking that can be chosen.
package enum Ranker: String, CaseIterable, Sendable {
  case bm25, tfidf
}

/// What may add to a passage's BM25 score when the best are looked at a second time.
package struct RankingSignals: OptionSet, Sendable {
  package let rawValue: Int

  package init(rawValue: Int) { self.rawValue = rawValue }

  /// See `QuestionLineSignal`.
  package static let questionLines = RankingSignals(rawValue: 1)

  package static let all: RankingSignals = [.questionLines]
}

/// Finds the passages that fit a question best: question ─▶ ranked hits.
///
/// The front door of this stage. A passage need not hold every word: each word found adds to its
/// score. All posting lists are walked side by side in passage order, so memory does not grow with
/// the number of passages, and time is linear in the postings of the question's terms.
package struct Searcher: Sendable {
  package let index: IndexReader
  package let ranker: Ranker
  package let signals: RankingSignals

  /// - Parameter signals: added to BM25 scores; leaving one out shows what it buys.
  package init(_ index: IndexReader, ranker: Ranker = .bm25, signals: RankingSignals = .all) {
    self.index = index
    self.ranker = ranker
    self.signals = signals
  }

  /// The best passages, best first; equal scores in passage order.
  ///
  /// - Throws: `IndexError.damaged` if the index breaks off.
  package func search(_ query: Query, limit: Int) throws(IndexError) -> [Hit] {
    switch ranker {
    case .bm25: try rescored(search(query, max(limit, Self.rescored), bm25), for: query, limit)
    case .tfidf: try search(query, limit, TFIDFScorer(index))
    }
  }

  /// Why a passage has the score it has; its value is the score of the hit.
  package func explanation(
    of passage: PassageID, for query: Query
  ) throws(IndexError) -> Explanation {
    guard ranker == .bm25 else { return try explanation(passage, query, TFIDFScorer(index)) }
    let base = try explanation(passage, query, bm25)
    let signal = QuestionLineSignal(query.words, index: index)
    guard signals.contains(.questionLines), let bonus = try signal.bonus(for: passage),
      try search(query, Self.rescored, bm25).contains(where: { $0.passage == passage })
    else { return base }
    let words = Explanation("words", base.value, base.parts)
    let asked = try index.passage(passage).questionLines[bonus.line]
    let line = Explanation("asked like \"\(asked)\"", base.value * bonus.share)
    return .sum("score", of: [words, line])
  }

  /// How many of the best passages are looked at a second time, with the signals.
  static let rescored = 50

  private var bm25: BM25Scorer { BM25Scorer(index.summary) }

  /// Adds the signals to the scores of the first hits and orders them anew.
  private func rescored(
    _ hits: [Hit], for query: Query, _ limit: Int
  ) throws(IndexError) -> [Hit] {
    guard signals.contains(.questionLines) else { return Array(hits.prefix(limit)) }
    let signal = QuestionLineSignal(query.words, index: index)
    var top = TopHits(limit: limit)
    for (rank, hit) in hits.enumerated() {
      guard rank < Self.rescored, let bonus = try signal.bonus(for: hit.passage)
      else {
        top.add(hit)
        continue
      }
      top.add(Hit(passage: hit.passage, score: hit.score + hit.score * bonus.share))
    }
    return top.sorted()
  }

  /// The terms of a question that some passage holds.
  package func knownTerms(of query: Query) throws(IndexError) -> [QueryTerm] {
    try matches(query).map(\.term)
  }

  /// The terms of a question that stand in some field of one of these passages.
  package func terms(
    of query: Query, heldByAny passages: [PassageID]
  ) throws(IndexError) -> [QueryTerm] {
    let passages = passages.sorted()
    var held: [QueryTerm] = []
    for var match in try matches(query) {
      for passage in passages {
        try match.cursor.seek(to: passage)
        guard match.cursor.passage == passage else { continue }
        held.append(match.term)
        break
      }
    }
    return held
  }

  /// A term of the question with its place in its posting list.
  private struct Match {
    let term: QueryTerm
    let holding: Int
    var cursor: PostingList.Cursor

    /// Moves on and says where the cursor stands now: a passage's ordinal, or the highest integer at the end.
    mutating func advance() throws(IndexError) -> Int {
      try cursor.advance()
      return cursor.passage?.ordinal ?? .max
    }
  }

  private func matches(_ query: Query) throws(IndexError) -> [Match] {
    var matches: [Match] = []
    for term in query.terms {
      guard let list = try index.postings(of: term.term) else { continue }
      matches.append(Match(term: term, holding: list.count, cursor: list.cursor()))
    }
    return matches
  }

  private func search(
    _ query: Query, _ limit: Int, _ scorer: some Scorer
  ) throws(IndexError) -> [Hit] {
    var matches = try matches(query)
    let rarities = matches.map { scorer.rarity(of: $0.term, holding: $0.holding) }
    var top = TopHits(limit: limit)
    // Where each cursor stands, apart from the cursors so that finding the first copies none of them.
    var places = [Int](repeating: 0, count: matches.count)
    for index in matches.indices { places[index] = try matches[index].advance() }
    while let first = places.min(), first < .max {
      let passage = PassageID(first)
      let lengths = index.norms.lengths(of: passage)
      var sum: Float = 0
      for index in matches.indices where places[index] == first {
        if let posting = matches[index].cursor.current {
          sum += scorer.score(of: posting, rarity: rarities[index], lengths: lengths)
        }
        places[index] = try matches[index].advance()
      }
      top.add(Hit(passage: passage, score: scorer.score(sum: sum, of: passage, rarities: rarities)))
    }
    return top.sorted()
  }

  private func explanation(
    _ passage: PassageID, _ query: Query, _ scorer: some Scorer
  ) throws(IndexError) -> Explanation {
    var parts: [Explanation] = []
    let lengths = index.norms.lengths(of: passage)
    var matches = try matches(query)
    for index in matches.indices {
      try matches[index].cursor.seek(to: passage)
      guard let posting = matches[index].cursor.current, posting.passage == passage else {
        continue
      }
      parts.append(
        scorer.explanation(
          of: posting, term: matches[index].term, holding: matches[index].holding, lengths: lengths)
      )
    }
    let rarities = matches.map { scorer.rarity(of: $0.term, holding: $0.holding) }
    return scorer.explanation(summing: parts, of: passage, rarities: rarities)
  }
}
