internal import Analysis

/// How a question is put, word by word: what is reported, what is merely asked about, what is
/// supposed, what is denied.
///
/// A person in need tells what is so ("she can't wake up"); a general question asks what may be
/// ("can LM make people drowsy?"). Only little words tell them apart, so they are read here by the
/// short lists of `WordRole`.
struct QuestionReading {
  let words: [SpokenWord]
  let roles: [WordRole]
  /// Words of a part that only asks.
  private(set) var isAsked: [Bool]
  /// Words of something feared, supposed or long past.
  private(set) var isSupposed: [Bool]
  /// Whether anybody is spoken of.
  let namesSomeone: Bool
  /// Whether something that happened is told without saying of whom: "shivering since chemo".
  private(set) var isTelegraphic = false
  /// By word; clauses are numbered in order.
  private(set) var clauseOf: [Int] = []

  init(_ question: String, _ words: [SpokenWord]) {
    self.words = words
    roles = words.map { WordRole.of($0.folded) }
    isAsked = Array(repeating: false, count: words.count)
    isSupposed = isAsked
    namesSomeone = roles.contains { $0.contains(.person) }
    let clauses = clauses(Array(question.utf8))
    for clause in clauses { read(clause) }
    isTelegraphic =
      words.indices.contains { index in
        guard isTold(index) else { return false }
        let isVerbDenied =
          roles[index].contains(.verbOpener) && index + 1 < words.count
          && words[index + 1].folded == "not"
        return roles[index].contains(.happening) || isVerbDenied || words[index].isFigure
      }
      || clauses.contains {
        let start = $0.range.lowerBound
        return isTold(start) && roles[start].contains(.firstTelling)
      }
  }

  /// Whether a word is told as so, for all that is not denied.
  func isTold(_ index: Int) -> Bool { !isAsked[index] && !isSupposed[index] }

  /// Whether the question may report anything, whatever the signs.
  var mayReport: Bool {
    namesSomeone || isAsked.contains(false) || roles.contains { $0.contains(.grave) }
  }

  // MARK: Clauses

  /// Words between two marks.
  struct Clause {
    let range: Range<Int>
    let opensSentence: Bool
    var endsAsQuestion = false
  }

  private static let sentenceEnds = Set(".!?\n".utf8)
  /// Comma, semicolon, colon, brackets, and the first byte of dashes and quotation marks.
  private static let clauseEnds = Set(",;:()".utf8).union([0xE2])

  private mutating func clauses(_ bytes: [UInt8]) -> [Clause] {
    var clauses: [Clause] = []
    var start = 0
    var opens = true
    var firstOfSentence = 0
    for index in words.indices {
      clauseOf.append(clauses.count)
      let end = index + 1 < words.count ? words[index + 1].range.lowerBound : bytes.count
      let between = bytes[min(words[index].range.upperBound, end)..<end]
      let endsSentence = between.contains { Self.sentenceEnds.contains($0) }
      let isLast = index + 1 == words.count
      guard endsSentence || isLast || between.contains(where: { Self.clauseEnds.contains($0) })
      else { continue }
      clauses.append(Clause(range: start..<index + 1, opensSentence: opens))
      start = index + 1
      opens = endsSentence
      if endsSentence || isLast {
        for clause in firstOfSentence..<clauses.count {
          clauses[clause].endsAsQuestion = between.contains(0x3F)
        }
        firstOfSentence = clauses.count
      }
    }
    return clauses
  }

  private mutating func read(_ clause: Clause) {
    if asks(clause) && !reports(clause.range) {
      for index in clause.range { isAsked[index] = true }
    }
    var until = clause.range.lowerBound
    for index in clause.range {
      if let length = suppositionLength(index, in: clause.range) {
        until = max(until, index + length)
      }
      if index < until { isSupposed[index] = true }
    }
    if isLongPast(clause.range) { for index in clause.range { isSupposed[index] = true } }
  }
}

extension SpokenWord {
  /// "39", "38.5", not "4": a figure is measured on somebody.
  fileprivate var isFigure: Bool {
    folded.utf8.count > 1 && folded.utf8.allSatisfy { $0 == 0x2E || (0x30...0x39).contains($0) }
  }
}
