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
    _ line: String, analyzer: inout Analyzer, everyWord: Analyzer, concepts: Source
  ) throws(Source.Failure) {
    let content = analyzer.tokens(of: line)
    let matches = try ConceptFinder.matches(in: content, from: concepts)
    var terms = ConceptFinder.folded(content, matches).map(\.term)
    var next = 0
    for word in Tokenizer().words(of: line) {
      if next < content.count, content[next].position == word.position {
        next += 1
      } else if let term = everyWord.term(ofNewWord: word.term) {
        terms.append(term)
      }
    }
    self.init(terms.map(Self.hash))
  }

  /// - Parameter hashes: in any order, with repeats.
  init(_ hashes: [UInt32]) {
    var distinct: [UInt32] = []
    for hash in hashes.sorted() where distinct.last != hash { distinct.append(hash) }
    self.hashes = distinct
  }

  /// Dice's coefficient, from 0 to 1: twice the words shared, over the words of both (L. R. Dice,
  /// Ecology 26, 1945).
  ///
  /// - Parameter next: gives the other's hashes, ascending, as many as there are words.
  fileprivate func likeness<Failure>(
    toWords count: Int, next: () throws(Failure) -> UInt32
  ) throws(Failure) -> Float {
    var (shared, mine) = (0, 0)
    for _ in 0..<count {
      let hash = try next()
      while mine < hashes.count, hashes[mine] < hash { mine += 1 }
      if mine < hashes.count, hashes[mine] == hash { shared += 1 }
    }
    return 2 * Float(shared) / Float(max(hashes.count + count, 1))
  }

  static func hash(_ term: String) -> UInt32 {
    UInt32(truncatingIfNeeded: ContentHash(term).value)
  }
}

extension Passage {
  /// The questions a passage answers: its own heading, then the lines of asked-as.
  package var questionLines: [String] {
    // Most have one heading and nothing else, so that there is nothing to copy.
    headings.count == 1 && askedAs.isEmpty ? headings : headings.suffix(1) + askedAs
  }
}

/// The words of every passage's question lines, so that ranking need not analyse them again.
struct QuestionLineStore: Sendable {
  private let records: RecordTable

  init(_ records: RecordTable) { self.records = records }

  /// How like a question each question line of a passage is, in the order of `Passage.questionLines`.
  ///
  /// - Precondition: the id is below the passage count.
  func likenesses(of question: QuestionWords, to id: PassageID) throws(IndexError) -> [Float] {
    var reader = try records.reader(of: id.ordinal)
    var likenesses: [Float] = []
    for _ in 0..<(try reader.count()) {
      let count = try reader.count()
      likenesses.append(
        try question.likeness(toWords: count) { () throws(IndexError) in try reader.uint32() })
    }
    return likenesses
  }

  /// A passage's record as `encode` made it.
  func record(of id: PassageID) throws(IndexError) -> [UInt8] {
    var reader = try records.reader(of: id.ordinal)
    return try reader.rest()
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
