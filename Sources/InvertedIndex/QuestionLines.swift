package import Analysis
package import Corpus

/// The words of a question, or of a line that a passage answers, as a set: little words included,
/// wordings of a concept as one.
///
/// Words are kept as 32-bit hashes of their terms: a chance meeting of two words costs a little rank, no more.
package struct QuestionWords: Equatable, Sendable {
  /// Ascending, without repeats.
  package let hashes: [UInt32]

  init(hashes: [UInt32]) { self.hashes = hashes }

  /// - Parameters:
  ///   - analyzer: drops little words; its tokens may be joined to concepts.
  ///   - everyWord: keeps little words.
  package init<Source: ConceptSource>(
    _ line: String, analyzer: inout Analyzer, everyWord: inout Analyzer, concepts: Source
  ) throws(Source.Failure) {
    let content = analyzer.tokens(of: line)
    let matches = try ConceptFinder.matches(in: content, from: concepts)
    var terms = ConceptFinder.folded(content, matches).map(\.term)
    var next = 0
    for token in everyWord.tokens(of: line) {
      if next < content.count, content[next].position == token.position {
        next += 1
      } else {
        terms.append(token.term)
      }
    }
    let sorted = terms.map(Self.hash).sorted()
    hashes = sorted.enumerated().filter { $0 == 0 || sorted[$0 - 1] != $1 }.map(\.element)
  }

  /// Dice's coefficient, from 0 to 1: twice the words shared, over the words of both (L. R. Dice,
  /// Ecology 26, 1945).
  package func likeness(to other: QuestionWords) -> Float {
    var (shared, mine, theirs) = (0, 0, 0)
    while mine < hashes.count, theirs < other.hashes.count {
      if hashes[mine] == other.hashes[theirs] { shared += 1 }
      let isBehind = hashes[mine] <= other.hashes[theirs]
      if hashes[mine] >= other.hashes[theirs] { theirs += 1 }
      if isBehind { mine += 1 }
    }
    return 2 * Float(shared) / Float(max(hashes.count + other.hashes.count, 1))
  }

  private static func hash(_ term: String) -> UInt32 {
    UInt32(truncatingIfNeeded: ContentHash(term).value)
  }
}

extension Passage {
  /// The questions a passage answers: its own heading, then the lines of asked-as.
  package var questionLines: [String] { headings.suffix(1) + askedAs }
}

/// The words of every passage's question lines, so that ranking need not analyse them again.
struct QuestionLineStore: Sendable {
  private let records: RecordTable

  init(_ records: RecordTable) { self.records = records }

  /// In the order of `Passage.questionLines`.
  ///
  /// - Precondition: the id is below the passage count.
  func lines(of id: PassageID) throws(IndexError) -> [QuestionWords] {
    var reader = try records.reader(of: id.ordinal)
    var lines: [QuestionWords] = []
    for _ in 0..<(try reader.count()) {
      var hashes: [UInt32] = []
      for _ in 0..<(try reader.count()) { hashes.append(try reader.uint32()) }
      lines.append(QuestionWords(hashes: hashes))
    }
    return lines
  }

  static func encode(_ lines: [QuestionWords]) -> [UInt8] {
    var writer = ByteWriter()
    writer.append(variable: lines.count)
    for line in lines {
      writer.append(variable: line.hashes.count)
      for hash in line.hashes { writer.append(uint32: hash) }
    }
    return writer.bytes
  }
}
