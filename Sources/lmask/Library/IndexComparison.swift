internal import Answering
internal import Corpus
internal import InvertedIndex
internal import Search

/// What a new index answers otherwise than the old one.
///
/// The stored questions are those that the corpus itself knows: every heading and every line of
/// asked-as, of either index.
struct IndexComparison {
  /// A question whose first passage is another one now.
  struct Change: Equatable {
    let question: String
    /// Document and headings; nil if nothing was found.
    let before: String?
    let after: String?
  }

  let questionCount: Int
  let changes: [Change]

  /// - Throws: `Trouble` if one of them is damaged.
  init(old: IndexReader, new: IndexReader) throws(Trouble) {
    var before = Answerer(Searcher(old))
    var after = Answerer(Searcher(new))
    var changes: [Change] = []
    var seen: Set<String> = []
    do throws(IndexError) {
      for question in try Self.questions(of: new) + Self.questions(of: old)
      where seen.insert(question).inserted {
        let places = (
          try Self.first(for: question, &before, old), try Self.first(for: question, &after, new)
        )
        guard places.0 != places.1 else { continue }
        changes.append(Change(question: question, before: places.0, after: places.1))
      }
    } catch { throw Trouble(error) }
    questionCount = seen.count
    self.changes = changes
  }

  /// One block of three lines a change.
  var text: String {
    changes.map { change in
      """
      ? \(change.question.onOneLine)
        - \((change.before ?? "nothing").onOneLine)
        + \((change.after ?? "nothing").onOneLine)

      """
    }.joined()
  }

  private static func questions(of index: IndexReader) throws(IndexError) -> [String] {
    var questions: [String] = []
    for ordinal in 0..<index.summary.passageCount {
      let passage = try index.passage(PassageID(ordinal))
      questions += passage.headings.suffix(1) + passage.askedAs
    }
    return questions
  }

  private static func first(
    for question: String, _ answerer: inout Answerer, _ index: IndexReader
  ) throws(IndexError) -> String? {
    guard let hit = try answerer.hits(for: question, limit: 1).first else { return nil }
    let passage = try index.passage(hit.passage)
    return ([passage.source.path] + passage.headings).joined(separator: " › ")
  }
}
