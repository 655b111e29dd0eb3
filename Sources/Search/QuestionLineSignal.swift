internal import Analysis
package import Corpus

/// How closely a question resembles one that a passage answers: its heading, or a line of asked-as.
///
/// Here every word counts, question words included: "how is it diagnosed" and "is it hard to
/// diagnose" share their subject and differ in little words. The measure is Dice's coefficient
/// over sets of terms (L. R. Dice, Ecology 26, 1945).
package struct QuestionLineSignal {
  /// How much of the score a perfect resemblance adds.
  static let weight: Float = 0.6

  private let question: Set<String>
  private var analyzer: Analyzer

  package init(_ question: String) {
    analyzer = Analyzer(filters: [CaseFoldingFilter(), WordFamilies(), StemmingFilter()])
    self.question = Set(analyzer.tokens(of: question).map(\.term))
  }

  /// The share of a passage's score that is added to it, and the line that earned it.
  package mutating func bonus(for passage: Passage) -> (share: Float, line: String)? {
    var best: (share: Float, line: String)?
    for line in passage.headings.suffix(1) + passage.askedAs {
      let terms = Set(analyzer.tokens(of: line).map(\.term))
      let shared = Float(question.intersection(terms).count)
      let dice = 2 * shared / Float(max(question.count + terms.count, 1))
      if dice * dice * Self.weight > best?.share ?? 0 {
        best = (dice * dice * Self.weight, line)
      }
    }
    return best
  }
}
