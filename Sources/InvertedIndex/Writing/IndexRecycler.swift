package import Analysis
internal import Corpus

/// Turns documents of an existing index back into segments, so that a file that did not change is
/// neither read nor analysed again.
///
/// What comes of it is the same as if it were: positions, lengths and records are all in the index.
/// The old index must have been made with the same analyzer, bibliography and thesaurus.
package struct IndexRecycler: Sendable {
  /// All terms of the old index, in the order of its dictionary.
  let terms: [String]
  private let entries: [TermEntry]
  private let index: IndexReader
  /// Words and how many fewer passages hold them now.
  private var lost: WordTally?

  /// Checks every section's hash, so that damage is not handed on under a new one.
  ///
  /// - Throws: `IndexError` if the index is damaged.
  package init(_ index: IndexReader) throws(IndexError) {
    try index.verifyHashes()
    self.index = index
    entries = try index.dictionary.entries()
    terms = entries.map(\.term)
    index.letGoOfPages()
  }

  /// Forgets documents that are gone or changed; called once.
  ///
  /// - Parameter documents: by their numbers in the old index.
  package mutating func drop(
    _ documents: some Sequence<Int>, analyzer: Analyzer
  ) throws(IndexError) {
    var counter = SegmentBuilder(analyzer: analyzer, thesaurus: Thesaurus(), references: [])
    for ordinal in documents {
      let document = try index.document(ordinal)
      var passages: [Passage] = []
      for passage in document.passages { passages.append(try index.passage(PassageID(passage))) }
      counter.add(
        path: document.path, title: document.title, frontMatter: document.frontMatter,
        passages: passages)
    }
    lost = counter.wordTally()
  }

  /// The words of the documents that stay.
  func add(to vocabulary: inout VocabularyWriter) {
    // Every hash was right, so nothing can be wrong with the words.
    if let words = try? WordTally(index.vocabulary) { vocabulary.add(words) }
    if let lost { vocabulary.add(lost, areLost: true) }
  }

  /// Consecutive documents as a segment. Time is linear in their tokens and in all terms.
  ///
  /// - Parameters:
  ///   - documents: by their numbers in the old index.
  ///   - sources: the files among which they are, those without passages too, in the same way.
  package func segment(
    of documents: Range<Int>, sources: Range<Int>
  ) throws(IndexError) -> Segment {
    // A whole build reads all of the old index, of which no part is needed twice.
    defer { index.letGoOfPages() }
    var segment = Segment()
    segment.sources = try index.sources(sources)
    guard let first = documents.first, let last = documents.last else { return segment }
    let passages =
      try index.document(first).passages.lowerBound..<index.document(last).passages.upperBound
    for ordinal in documents {
      let document = try index.document(ordinal)
      segment.documents.append(
        DocumentRecord(
          path: document.path, title: document.title, frontMatter: document.frontMatter,
          passages: document.passages.lowerBound - passages.lowerBound..<document.passages
            .upperBound - passages.lowerBound))
    }
    for ordinal in passages { try index.append(PassageID(ordinal), to: &segment) }
    segment.tokens = try tokens(of: passages)
    return segment
  }

  /// The tokens of some passages: the posting lists turned round.
  private func tokens(of passages: Range<Int>) throws(IndexError) -> TokenList {
    var terms: [UInt32] = []
    var places: [UInt64] = []
    var counts = [UInt32](repeating: 0, count: passages.count)
    for (number, entry) in entries.enumerated() {
      var cursor = try index.postings(entry).cursor()
      try cursor.seek(to: PassageID(passages.lowerBound))
      try cursor.forEachPosition(before: passages.upperBound) { ordinal, field, position in
        let passage = ordinal - passages.lowerBound
        terms.append(UInt32(number))
        places.append(TokenPlace.encode(passage: passage, field: field, position: position))
        counts[passage] += 1
      }
    }
    return TokenList.sorted(byPassage: terms, places, counts: counts)
  }
}

extension TokenList {
  /// A stable counting sort.
  fileprivate static func sorted(
    byPassage terms: [UInt32], _ places: [UInt64], counts: [UInt32]
  ) -> TokenList {
    var next = [Int](repeating: 0, count: counts.count + 1)
    for passage in counts.indices { next[passage + 1] = next[passage] + Int(counts[passage]) }
    var list = TokenList()
    list.terms = [UInt32](repeating: 0, count: terms.count)
    list.places = [UInt64](repeating: 0, count: terms.count)
    list.countOfPassage = counts
    for (term, place) in zip(terms, places) {
      let passage = TokenPlace.passage(of: place)
      list.terms[next[passage]] = term
      list.places[next[passage]] = place
      next[passage] += 1
    }
    return list
  }
}
