import Analysis
import Corpus
import InvertedIndex

/// Documents of made-up words, and what an index of them should hold, kept in plain dictionaries.
package struct RandomCorpus {
  package let documents: [[Passage]]

  /// Each a token by itself. The first ones are frequent; some share bytes but no characters.
  package static let words = (0..<120).map { number in
    ["w\(number)", "wör\(number)", "д\(number)", "W\(number)"][number % 4]
  }

  package init(seed: UInt64, passages count: Int) {
    var generator = SeededGenerator(seed: seed)
    var documents: [[Passage]] = []
    var made = 0
    while made < count {
      let size = min(Int.random(in: 1...9, using: &generator), count - made)
      let path = "document-\(documents.count).md"
      let title = Self.words(0...4, &generator)
      documents.append(
        (0..<size).map { _ in
          .sample(
            Self.words(0...30, &generator), path: path, title: title,
            headings: (0..<Int.random(in: 0...2, using: &generator)).map { _ in
              Self.words(0...4, &generator)
            },
            askedAs: (0..<Int.random(in: 0...3, using: &generator)).map { _ in
              Self.words(1...6, &generator)
            }, lines: made + 1...made + 3)
        })
      made += size
    }
    self.documents = documents
  }

  package var passages: [Passage] { documents.flatMap { $0 } }

  /// Terms are the words as they stand.
  package func index() throws -> IndexReader {
    try SampleIndex.reader(of: documents, analyzer: Analyzer(filters: []))
  }

  /// term ─▶ passage ─▶ field ─▶ positions.
  package var oracle: [String: [Int: [Field: [Int]]]] {
    var oracle: [String: [Int: [Field: [Int]]]] = [:]
    for (ordinal, passage) in passages.enumerated() {
      let texts: [(Field, [String])] = [
        (.title, [passage.title]), (.heading, passage.headings), (.askedAs, passage.askedAs),
        (.body, [passage.text]),
      ]
      for (field, texts) in texts {
        var position = 0
        for text in texts {
          let words = text.split(separator: " ").map(String.init)
          for (index, word) in words.enumerated() {
            oracle[word, default: [:]][ordinal, default: [:]][field, default: []]
              .append(position + index)
          }
          position += max(words.count - 1, 0) + 16
        }
      }
    }
    return oracle
  }

  private static func words(
    _ count: ClosedRange<Int>, _ generator: inout SeededGenerator
  ) -> String {
    (0..<Int.random(in: count, using: &generator)).map { _ in
      // The smaller of two draws: low numbers come up more often, as words of a language do.
      let first = Int.random(in: words.indices, using: &generator)
      let second = Int.random(in: words.indices, using: &generator)
      return words[min(first, second)]
    }.joined(separator: " ")
  }
}
