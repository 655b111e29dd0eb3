package import Corpus
package import InvertedIndex

/// Gives passages their scores, one term of the question at a time.
package protocol Scorer {
  /// What one term of the question adds to a passage's sum.
  ///
  /// - Parameter holding: the number of passages that hold the term.
  func score(of posting: Posting, holding: Int, lengths: FieldVector) -> Float

  /// The passage's score, from the sum over the question's terms.
  ///
  /// - Parameter holdings: for each term of the question that the index knows, the number of passages that hold it.
  func score(sum: Float, of passage: PassageID, holdings: [Int]) -> Float

  /// Why `score(of:holding:lengths:)` gives what it gives.
  func explanation(
    of posting: Posting, term: QueryTerm, holding: Int, lengths: FieldVector
  ) -> Explanation

  /// Why the passage's score is what it is.
  func explanation(
    summing parts: [Explanation], of passage: PassageID, holdings: [Int]
  ) -> Explanation
}
