internal import Analysis
internal import Answering
internal import Corpus
internal import InvertedIndex
internal import Search

/// The index of a corpus under check: what its passages speak of and which is found first.
final class CheckedIndex {
  private let reader: IndexReader
  private var answerer: Answerer

  init(_ reader: IndexReader) {
    self.reader = reader
    answerer = Answerer(Searcher(reader))
  }

  /// The passage that a question finds first; nil if it finds none.
  func firstPassage(for question: String) throws(Trouble) -> Passage? {
    do throws(IndexError) {
      let hits = try answerer.hits(for: question, limit: 1)
      return try hits.first.map { hit throws(IndexError) in try reader.passage(hit.passage) }
    } catch { throw Trouble(error) }
  }

  /// The passage that has the most wordings of a concept, the first of several, heading and other
  /// wordings of the passage counted; nil if no passage speaks of it.
  func uses(of concept: Concept) throws(Trouble) -> (passage: Passage, count: Int)? {
    do throws(IndexError) {
      guard var cursor = try reader.postings(of: concept.term)?.cursor() else { return nil }
      var most: Posting?
      try cursor.advance()
      while let posting = cursor.current {
        if posting.frequencies.total > most?.frequencies.total ?? 0 { most = posting }
        try cursor.advance()
      }
      guard let most else { return nil }
      return (try reader.passage(most.passage), most.frequencies.total)
    } catch { throw Trouble(error) }
  }
}
