/// The free constants of BM25F.
///
/// They stand beside the index and not beside the scorer because posting lists carry the highest
/// frequency of their blocks, weighed by them.
package struct BM25Parameters: Equatable, Sendable {
  /// How soon repeating a term stops counting.
  package var k1: Float = 1.2
  /// How much an occurrence in each field counts: title, heading, asked-as, body.
  package var weights = FieldVector(0.6, 2.0, 1.6, 1.0)
  /// How much a field's length counts against it, from 0 to 1.
  package var b = FieldVector(0.3, 0.5, 0.3, 0.75)

  package init() {}
}

/// How much the occurrences of a term in one passage count: weighted and length-normalised.
///
/// S. Robertson and H. Zaragoza, The Probabilistic Relevance Framework: BM25 and Beyond, 2009,
/// section 3.6. Their sum over the fields is what BM25F saturates.
package struct FieldFrequencyScale: Equatable, Sendable {
  private let weights: FieldVector
  private let b: FieldVector
  private let averageLengths: FieldVector

  /// - Parameter averageLengths: of each field in tokens, above 0.
  package init(_ parameters: BM25Parameters, averageLengths: FieldVector) {
    weights = parameters.weights
    b = parameters.b
    self.averageLengths = averageLengths
  }

  /// - Parameter lengths: of the passage's fields, in tokens.
  // Inlined, because it is worked out for a hundred postings in a row.
  @inline(__always)
  package func frequencies(_ counts: SIMD4<UInt32>, lengths: FieldVector) -> FieldVector {
    let relative = lengths / averageLengths
    let norms = FieldVector(repeating: 1) - b + b * relative
    return weights * FieldVector(counts) / norms
  }

  /// The sum over the fields.
  @inline(__always)
  package func strength(_ counts: SIMD4<UInt32>, lengths: FieldVector) -> Float {
    frequencies(counts, lengths: lengths).sum()
  }

  /// The same, to the bit, of a term that stands in one field alone.
  ///
  /// - Parameters:
  ///   - length: of that field, in tokens.
  ///   - field: by its place in a `FieldVector`.
  @inline(__always)
  package func strength(_ count: UInt32, length: Float, field: Int) -> Float {
    strength(count, norm: norm(length: length, field: field), field: field)
  }

  /// The same for who knows what the field's length divides by.
  @inline(__always)
  func strength(_ count: UInt32, norm: Float, field: Int) -> Float {
    weights[field] * Float(count) / norm
  }

  /// What a field of such a length divides by.
  @inline(__always)
  func norm(length: Float, field: Int) -> Float {
    1 - b[field] + b[field] * (length / averageLengths[field])
  }
}
