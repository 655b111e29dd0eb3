package import Corpus
package import InvertedIndex

/// Gives passages their scores, one term of the question at a time.
package protocol Scorer {
  /// How much a term weighs for being rare; worked out once a question.
  ///
  /// - Parameter holding: the number of passages that hold the term.
  func rarity(of term: QueryTerm, holding: Int) -> Float

  /// What one term of the question adds to a passage's sum.
  func score(of posting: Posting, rarity: Float, lengths: FieldVector) -> Float

  /// The passage's score, from the sum over the question's terms.
  ///
  /// - Parameter rarities: of each term of the question that the index knows.
  func score(sum: Float, of passage: PassageID, rarities: [Float]) -> Float

  /// Why `score(of:rarity:lengths:)` gives what it gives.
  func explanation(
    of posting: Posting, term: QueryTerm, holding: Int, lengths: FieldVector
  ) -> Explanation

  /// Why the passage's score is what it is.
  func explanation(
    summing parts: [Explanation], of passage: PassageID, rarities: [Float]
  ) -> Explanation
}
