package import Corpus
package import InvertedIndex
package import Search

/// How well the best passage covers a question: what the verdict rests on.
///
/// Scores are not comparable across questions, so none enters here. Rarities are idfs; a word that
/// no passage holds weighs as much as the rarest there can be, because an unmatched rare word is
/// the best sign that the answer is not here.
package struct Evidence: Equatable, Sendable {
  /// The share of the question's rarity that the best passage holds, from 0 to 1.
  package let coverage: Float
  /// The rarity that the best passage holds, in words as rare as can be.
  package let strength: Float
  /// How like the question the passage's own question is, from 0 to 1.
  package let likeness: Float
  /// Whether the best passage holds a concept of the thesaurus that the question names and not
  /// nearly every passage holds.
  package let holdsSubject: Bool
  /// Whether some word of the question stands in no passage.
  package let lacksWord: Bool

  /// - Parameter best: the passage found first.
  package init(_ query: Query, best: PassageID, searcher: Searcher) throws(IndexError) {
    let index = searcher.index
    let scorer = BM25Scorer(index.summary)
    let rarest = scorer.rarity(holding: 0)
    let held = try searcher.terms(of: query, heldByAny: [best])
    var (all, covered) = (Float(0), Float(0))
    var (holdsSubject, lacksWord) = (false, false)
    for term in query.terms {
      let entry = try index.dictionary.entry(for: term.term)
      let rarity = entry.map { scorer.rarity(holding: $0.passageCount) } ?? rarest
      if entry == nil { lacksWord = true }
      all += rarity
      guard held.contains(term) else { continue }
      covered += rarity
      if term.isConcept && rarity > rarest * Self.leastRarityOfSubject { holdsSubject = true }
    }
    coverage = all > 0 ? covered / all : 0
    strength = rarest > 0 ? covered / rarest : 0
    likeness = try index.likenesses(of: query.words, to: best).max() ?? 0
    self.holdsSubject = holdsSubject
    self.lacksWord = lacksWord
  }

  /// A term in nearly every passage tells nothing of the subject; a share of the greatest rarity.
  private static let leastRarityOfSubject: Float = 0.1

  // Chosen on development questions. With 139 passages the two limits for declining refuse 0.73 of the
  // questions that the corpus does not answer and 0.02 of those that it does.
  private static let declinedCoverage: Float = 0.42
  private static let declinedStrength: Float = 0.85
  private static let doubtfulCoverage: Float = 0.5
  private static let surelyAlike: Float = 0.75

  /// Three zones: answered, uncertain, declined.
  package var verdict: Verdict {
    if coverage >= Self.doubtfulCoverage || likeness >= Self.surelyAlike && !lacksWord {
      return .answered
    }
    let isWeak = coverage < Self.declinedCoverage && strength < Self.declinedStrength
    return isWeak ? .declined(reason) : .uncertain(reason)
  }

  private var reason: Verdict.Reason {
    if !lacksWord { return .wordsApart }
    return holdsSubject ? .notCovered : .offTopic
  }
}
