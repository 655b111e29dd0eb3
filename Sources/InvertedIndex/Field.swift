/// The parts of a passage that are indexed apart, each with its own weight and length norm.
package enum Field: Int, CaseIterable, Sendable {
  /// The document's title.
  case title = 0
  /// The headings above the passage, outermost first.
  case heading = 1
  /// The questions the passage answers, as others put them.
  case askedAs = 2
  /// The passage's own words.
  case body = 3
}

/// One number for each field.
package typealias FieldVector = SIMD4<Float>

extension SIMD4 {
  package subscript(field field: Field) -> Scalar {
    get { self[field.rawValue] }
    set { self[field.rawValue] = newValue }
  }
}

/// How often a term occurs in each field of one passage.
package struct FieldFrequencies: Equatable, Sendable {
  package var counts: SIMD4<UInt32>

  package init(_ counts: SIMD4<UInt32> = .zero) { self.counts = counts }

  /// Over all fields.
  package var total: Int { Int(counts.wrappedSum()) }
}
