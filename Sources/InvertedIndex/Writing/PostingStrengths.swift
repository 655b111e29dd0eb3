/// How strong a posting is: its BM25F frequency, summed over the fields, before it is saturated.
///
/// Made when the lengths of all passages are known, for the maxima that posting lists carry.
package struct PostingStrengths: Sendable {
  /// What the strengths depend on besides the lengths.
  package let parameters: BM25Parameters
  private let scale: FieldFrequencyScale
  private let lengths: [SIMD4<UInt16>]
  /// By passage: what the length of its text divides by. Most terms of most passages stand in the
  /// text alone, and dividing is slow.
  private let textNorms: [Float]

  /// - Parameter fieldLengths: of every passage, in tokens; longer ones count as
  ///   `FieldNorms.longest`, as they do for who reads them.
  package init(
    fieldLengths: [SIMD4<UInt32>], parameters: BM25Parameters = BM25Parameters()
  ) {
    self.init(lengths: fieldLengths.map(FieldNorms.clamped), parameters: parameters)
  }

  /// - Parameter lengths: as `FieldNorms` keeps them.
  init(lengths: [SIMD4<UInt16>], parameters: BM25Parameters = BM25Parameters()) {
    self.lengths = lengths
    var totals = SIMD4<UInt64>.zero
    for vector in lengths { totals &+= SIMD4<UInt64>(truncatingIfNeeded: vector) }
    self.parameters = parameters
    let scale = FieldFrequencyScale(
      parameters,
      averageLengths: IndexSummary.averageLengths(totals, passageCount: lengths.count))
    self.scale = scale
    textNorms = lengths.map { scale.norm(length: Float($0.w), field: Self.text) }
  }

  /// The place of the field in a `FieldVector`.
  private static let text = Field.body.rawValue

  /// - Precondition: the passage is one of those whose lengths are known.
  @inline(__always)
  package func strength(of counts: SIMD4<UInt32>, in passage: Int) -> Float {
    if counts.x | counts.y | counts.z == 0 {
      return scale.strength(counts.w, norm: textNorms[passage], field: Self.text)
    }
    return scale.strength(counts, lengths: FieldVector(lengths[passage]))
  }
}
