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

  /// Whether some passage speaks of a concept.
  func holds(_ concept: Concept) throws(Trouble) -> Bool {
    do throws(IndexError) { return try reader.dictionary.entry(for: concept.term) != nil } catch {
      throw Trouble(error)
    }
  }
}
