internal import Analysis
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
  /// Of the whole corpus.
  package let passageCount: Int
  /// Whether the best passage carries questions that it answers: a heading or asked-as lines.
  package let hasQuestions: Bool
  /// Whether the best passage speaks of a concept of the thesaurus that the question names.
  package let holdsSubject: Bool
  /// Whether some telling word of the question stands in no passage.
  package let lacksWord: Bool
  /// Whether most words of the question stand in no passage and are none of everyday English: it is
  /// in another language, or about something else altogether.
  package let isForeign: Bool
  /// Whether the question names something that people ask for and the corpus does not tell of.
  package let asksForAbsent: Bool

  /// - Parameter best: the passage found first.
  package init(_ query: Query, best: PassageID, searcher: Searcher) throws(IndexError) {
    let index = searcher.index
    let scorer = BM25Scorer(index.summary)
    let rarest = scorer.rarity(holding: 0)
    let held = try searcher.terms(of: query, heldByAny: [best])
    var (all, covered) = (Float(0), Float(0))
    var (holdsSubject, unknown, foreign, own) = (false, 0, 0, 0)
    for term in query.terms {
      let entry = try index.dictionary.entry(for: term.term)
      var rarity = entry.map { scorer.rarity(holding: $0.passageCount) } ?? rarest
      // What an earlier question brought is no proof that this one is covered.
      if term.isInherited { rarity *= term.weight } else { own += 1 }
      guard held.contains(term) else {
        let isLight = LightWords.contains(term.word)
        if entry == nil && !isLight {
          unknown += 1
          if !EverydayWords.contains(term.word.lowercased()) { foreign += 1 }
        }
        all += isLight ? rarity * Self.weightOfLightWord : rarity
        continue
      }
      all += rarity
      covered += rarity
      if term.isConcept { holdsSubject = true }
    }
    coverage = all > 0 ? covered / all : 0
    strength = rarest > 0 ? covered / rarest : 0
    let likenesses = try index.likenesses(of: query.words, to: best)
    likeness = likenesses.max() ?? 0
    hasQuestions = !likenesses.isEmpty
    passageCount = index.summary.passageCount
    asksForAbsent = query.absentTopics.contains { topic in !held.contains { $0.term == topic } }
    self.holdsSubject = holdsSubject
    lacksWord = unknown > 0
    isForeign = foreign >= Self.fewestForeignWords && foreign * 2 > own
  }

  /// What a missing word of everyday talk counts, of a telling one's rarity.
  private static let weightOfLightWord: Float = 0.1

  /// Fewer unknown words tell no language.
  private static let fewestForeignWords = 3

  // The limits were chosen on development questions, on the shipped corpus and on an article of plain
  // text. Where a passage carries the questions it answers, less of a question is left uncovered.
  private static let declinedCoverage: Float = 0.33
  private static let declinedCoverageOfPlainText: Float = 0.1
  private static let declinedStrength: Float = 0.77
  private static let doubtfulCoverage: Float = 0.55
  private static let doubtfulCoverageLackingWord: Float = 0.7
  /// A handful of passages does not tell how rare a word is: nothing that matches is declined there.
  private static let fewestPassages = 20
  private static let surelyAlike: Float = 0.75
  private static let somewhatAlike: Float = 0.4
  private static let leniencyIfAlike: Float = 0.7

  /// Three zones: answered, uncertain, declined.
  package var verdict: Verdict {
    if asksForAbsent { return .declined(.notCovered) }
    if isForeign && passageCount >= Self.fewestPassages { return .declined(.offTopic) }
    if likeness >= Self.surelyAlike && !lacksWord { return .answered }
    var least = hasQuestions ? Self.declinedCoverage : Self.declinedCoverageOfPlainText
    if likeness >= Self.somewhatAlike { least *= Self.leniencyIfAlike }
    let isWeak = coverage < least && strength < Self.declinedStrength
    if isWeak && passageCount >= Self.fewestPassages { return .declined(reason) }
    let doubtful = lacksWord ? Self.doubtfulCoverageLackingWord : Self.doubtfulCoverage
    return coverage < doubtful ? .uncertain(reason) : .answered
  }

  private var reason: Verdict.Reason {
    if !lacksWord { return .wordsApart }
    return holdsSubject ? .notCovered : .offTopic
  }
}
