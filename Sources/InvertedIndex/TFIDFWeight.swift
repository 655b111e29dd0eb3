internal import Glibc

/// The weight of a term in a TF-IDF vector, for passages and questions alike.
///
/// Logarithmic term frequency times inverse document frequency (SMART "ltc": Manning, Raghavan and
/// Schütze, Introduction to Information Retrieval, 2008, section 6.4). The idf is ln(1 + N / n)
/// instead of ln(N / n), so that a term in every passage of a one-topic corpus still weighs something.
package enum TFIDFWeight {
  /// - Parameters:
  ///   - passageCount: N, all passages.
  ///   - holding: n, those that hold the term.
  package static func idf(passageCount: Int, holding: Int) -> Float {
    holding > 0 ? log(1 + Float(passageCount) / Float(holding)) : 0
  }

  /// - Parameter frequency: how often the term occurs, over all fields.
  package static func weight(frequency: Int, idf: Float) -> Float {
    frequency > 0 ? (1 + log(Float(frequency))) * idf : 0
  }
}
