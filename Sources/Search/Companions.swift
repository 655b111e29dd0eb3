internal import Analysis

/// What is searched for beside the concepts that a question names.
struct Companions {
  private(set) var terms: [QueryTerm] = []
  /// Every wording of the concepts named and of those to see also, to find them again in a passage.
  private(set) var wordings: [Phrase] = []
  /// The terms of the concepts asked for of which the corpus is known not to tell.
  private(set) var absent: [String] = []
  /// An array, because there are few, and a set of numbers is a type to be made at run time.
  private var concepts: [Int] = []

  /// The weight of the words typed for a concept, all together, beside the concept's own 1: success@1
  /// 0.72 to 0.75 on an article of plain text, none lost on the shipped corpus.
  private static let weightOfExactWords: Float = 0.3
  /// The weight of a concept to see also.
  private static let weightOfRelated: Float = 0.4

  /// In a question of so many words people tell their story first; what they name there in passing
  /// is not what they ask for: answerable questions declined 0.042 to 0.021 on the shipped corpus.
  private static let wordsOfLongQuestion = 12

  /// - Parameters:
  ///   - matches: the concepts named, in order.
  ///   - words: the question's words before concepts took their place.
  ///   - inherited: parts of the text whose words keep a share of their weight.
  init<Source: ConceptSource>(
    of matches: [ConceptMatch], in words: [Token], text: String, concepts source: Source,
    inherited: [InheritedWords]
  ) throws(Source.Failure) {
    let bytes = Array(text.utf8)
    for match in matches where isNew(match.phrase.concept) {
      wordings += try source.phrases(ofConcept: match.phrase.concept)
      let range = match.token(in: words).range
      if try source.isAbsent(concept: match.phrase.concept),
        words.count < Self.wordsOfLongQuestion || bytes.isAsked(at: range)
      {
        absent.append(match.phrase.conceptTerm)
      }
      let share = inherited.share(at: range)
      let typed = words[match.tokens].map { token in
        QueryTerm(
          term: token.term, word: String(decoding: bytes[token.range], as: UTF8.self),
          weight: share * Self.weightOfExactWords / Float(match.tokens.count), role: .exactWord)
      }
      terms += typed
    }
    for match in matches { try addRelated(to: match, in: words, bytes, source, inherited) }
  }

  /// Whether a concept was not met before; it is from now on.
  private mutating func isNew(_ concept: Int) -> Bool {
    if concepts.contains(concept) { return false }
    concepts.append(concept)
    return true
  }

  private mutating func addRelated<Source: ConceptSource>(
    to match: ConceptMatch, in words: [Token], _ bytes: [UInt8], _ source: Source,
    _ inherited: [InheritedWords]
  ) throws(Source.Failure) {
    let range = match.token(in: words).range
    let share = inherited.share(at: range)
    let word = String(decoding: bytes[range], as: UTF8.self)
    for other in try source.related(toConcept: match.phrase.concept)
    where isNew(other) {
      let phrases = try source.phrases(ofConcept: other)
      guard let term = phrases.first?.conceptTerm else { continue }
      wordings += phrases
      terms.append(
        QueryTerm(
          term: term, word: word, weight: share * Self.weightOfRelated, role: .seeAlso))
    }
  }
}

extension [UInt8] {
  /// Whether a place of a text stands in a sentence that ends with a question mark, or the text has
  /// no such sentence.
  fileprivate func isAsked(at range: Range<Int>) -> Bool {
    let mark = UInt8(ascii: "?")
    let newline = UInt8(ascii: "\n")
    let ends = [mark, UInt8(ascii: "."), UInt8(ascii: "!")]
    let end = indices[range.upperBound...].first { index in
      let isLast = index + 1 == count || self[index + 1] <= UInt8(ascii: " ")
      return self[index] == newline || ends.contains(self[index]) && isLast
    }
    return end.map { self[$0] == mark } ?? false || !contains(mark)
  }
}
