package import Corpus
package import InvertedIndex

/// The ways of ranking that can be chosen.
package enum Ranker: String, CaseIterable, Sendable {
  case bm25, tfidf
}

/// Finds the passages that fit a question best: question ─▶ ranked hits.
///
/// The front door of this stage. A passage need not hold every word: each word found adds to its
/// score. Posting lists are walked in passage order, so memory does not grow with the number of
/// passages. BM25 passes over those that cannot be among the best (`BlockMaxWalk`); the cosine looks
/// at every posting of the question's terms.
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
    guard ranker == .bm25 else { return try search(query, limit, TFIDFScorer(index)) }
    let hits = try best(max(limit, Rescorer.candidates), for: query)
    var top = TopHits(limit: limit)
    for scored in try rescored(hits, for: query) { top.add(scored.hit) }
    // Those beyond are not looked at a second time; their scores are lower as it is.
    for hit in hits.dropFirst(Rescorer.candidates) { top.add(hit) }
    return top.sorted()
  }

  /// Why a passage has the score it has; its value is the score of the hit.
  package func explanation(
    of passage: PassageID, for query: Query
  ) throws(IndexError) -> Explanation {
    guard ranker == .bm25 else { return try explanation(passage, query, TFIDFScorer(index)) }
    let words = try explanation(passage, query, bm25)
    let hits = try best(Rescorer.candidates, for: query)
    let scored = try rescored(hits, for: query).first { $0.passage == passage }
    guard let scored, !scored.parts.isEmpty else { return words }
    let parts = scored.parts.map { Explanation($0.reason, $0.value) }
    return .sum("score", of: [Explanation("its words", words.value, words.parts)] + parts)
  }

  private func rescored(
    _ hits: [Hit], for query: Query
  ) throws(IndexError) -> [Rescorer.Scored] {
    try Rescorer(index: index, signals: signals)
      .rescored(Array(hits.prefix(Rescorer.candidates)), for: query)
  }

  private var bm25: BM25Scorer { BM25Scorer(index.summary) }

  /// The best passages by words alone.
  private func best(_ limit: Int, for query: Query) throws(IndexError) -> [Hit] {
    var walk = BlockMaxWalk(index, scorer: bm25, limit: limit)
    for term in terms(of: query) {
      if let list = try index.postings(of: term.term) { walk.add(list, for: term) }
    }
    return try walk.hits()
  }

  /// The terms of a question that stand in some field of one of these passages.
  package func terms(
    of query: Query, heldByAny passages: [PassageID]
  ) throws(IndexError) -> [QueryTerm] {
    let passages = passages.sorted()
    var held: [QueryTerm] = []
    for var match in try matches(query.terms) {
      for passage in passages {
        guard try match.cursor.finds(passage) else { continue }
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

  /// The cosine compares a passage with the question as it was put.
  private func terms(of query: Query) -> [QueryTerm] {
    guard ranker == .bm25 else { return query.terms }
    let companions = query.companions.filter {
      signals.contains($0.isConcept ? .seeAlso : .exactWords)
    }
    return query.terms + companions
  }

  private func matches(_ terms: [QueryTerm]) throws(IndexError) -> [Match] {
    var matches: [Match] = []
    for term in terms {
      guard let list = try index.postings(of: term.term) else { continue }
      matches.append(Match(term: term, holding: list.count, cursor: list.cursor()))
    }
    return matches
  }

  private func search(
    _ query: Query, _ limit: Int, _ scorer: some Scorer
  ) throws(IndexError) -> [Hit] {
    var matches = try matches(terms(of: query))
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
    var matches = try matches(terms(of: query))
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
