package import Corpus
package import InvertedIndex

/// The cosine between the TF-IDF vectors of question and passage.
///
/// Both vectors weigh terms by `TFIDFWeight`; passages' lengths were stored when the index was
/// made. Every term of a question counts as occurring once.
package struct TFIDFScorer: Scorer {
  private let index: IndexReader

  package init(_ index: IndexReader) { self.index = index }

  package func score(of posting: Posting, rarity: Float, lengths: FieldVector) -> Float {
    TFIDFWeight.weight(frequency: posting.frequencies.total, idf: rarity) * rarity
  }

  package func score(sum: Float, of passage: PassageID, rarities: [Float]) -> Float {
    let length = norm(of: rarities) * index.vectorNorm(of: passage)
    return length > 0 ? sum / length : 0
  }

  package func explanation(
    of posting: Posting, term: QueryTerm, holding: Int, lengths: FieldVector
  ) -> Explanation {
    let question = Explanation("weight in the question: rarity", rarity(holding: holding))
    let weight = TFIDFWeight.weight(
      frequency: posting.frequencies.total, idf: rarity(holding: holding))
    let count = posting.frequencies.total
    let passage = Explanation(
      "weight in the passage: rarity and \(count) time\(count == 1 ? "" : "s")", weight)
    return Explanation(
      "\(term.label) (product of weights)", question.value * passage.value, [question, passage])
  }

  package func explanation(
    summing parts: [Explanation], of passage: PassageID, rarities: [Float]
  ) -> Explanation {
    let sum = Explanation.sum("sum over words", of: parts)
    let lengths = [
      Explanation("length of the question's vector", norm(of: rarities)),
      Explanation("length of the passage's vector", index.vectorNorm(of: passage)),
    ]
    let score = score(sum: sum.value, of: passage, rarities: rarities)
    return Explanation("score (sum over words / product of lengths)", score, [sum] + lengths)
  }

  /// The idf alone: the cosine takes every word of the question for one as good as another.
  package func rarity(of term: QueryTerm, holding: Int) -> Float { rarity(holding: holding) }

  private func rarity(holding: Int) -> Float {
    TFIDFWeight.idf(passageCount: index.summary.passageCount, holding: holding)
  }

  private func norm(of rarities: [Float]) -> Float {
    rarities.reduce(0) { $0 + $1 * $1 }.squareRoot()
  }
}
