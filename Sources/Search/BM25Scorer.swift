package import Corpus
internal import Glibc
package import InvertedIndex

/// BM25 over fields ("BM25F").
///
/// Term frequencies are weighted and length-normalised field by field, added up, and saturated
/// once: S. Robertson and H. Zaragoza, The Probabilistic Relevance Framework: BM25 and Beyond,
/// 2009, section 3.6. The idf is ln(1 + (N − n + 0.5) / (n + 0.5)), which stays above zero for a
/// term in every passage: the usual case in a corpus about one illness.
package struct BM25Scorer: Scorer, Sendable {
  private let parameters: BM25Parameters
  private let passageCount: Int
  /// How strong postings are.
  package let scale: FieldFrequencyScale
  /// Whether the strengths that posting lists carry are those of this scorer.
  private let knowsStrengths: Bool

  package init(_ summary: IndexSummary, parameters: BM25Parameters = BM25Parameters()) {
    self.parameters = parameters
    passageCount = summary.passageCount
    scale = FieldFrequencyScale(parameters, averageLengths: summary.averageLengths)
    knowsStrengths =
      scale == FieldFrequencyScale(summary.parameters, averageLengths: summary.averageLengths)
  }

  /// - Parameter holding: n, the passages that hold the term, of N.
  package func rarity(holding: Int) -> Float {
    let n = Float(holding)
    return log(1 + (Float(passageCount) - n + 0.5) / (n + 0.5))
  }

  package func rarity(of term: QueryTerm, holding: Int) -> Float {
    rarity(holding: holding) * term.weight
  }

  package func score(of posting: Posting, rarity: Float, lengths: FieldVector) -> Float {
    score(
      strength: scale.strength(posting.frequencies.counts, lengths: lengths), rarity: rarity)
  }

  /// - Parameter strength: a posting's field frequencies by `scale`, summed.
  package func score(strength: Float, rarity: Float) -> Float { rarity * saturated(strength) }

  /// No posting scores more whose strength is not above one that a posting list tells, but for rounding.
  package func bound(rarity: Float, strength: Float) -> Float {
    rarity * (knowsStrengths && strength.isFinite ? saturated(strength) : parameters.k1 + 1)
  }

  /// What a term adds at least to the score of the passages that reach the floor of its list, but
  /// for rounding.
  func reached(rarity: Float, floor: Float) -> Float {
    knowsStrengths && floor.isFinite ? score(strength: floor, rarity: rarity) : 0
  }

  package func score(sum: Float, of passage: PassageID, rarities: [Float]) -> Float { sum }

  package func explanation(
    of posting: Posting, term: QueryTerm, holding: Int, lengths: FieldVector
  ) -> Explanation {
    let byField = fieldFrequencies(posting, lengths)
    let fields = Field.allCases.filter { byField[field: $0] > 0 }.map { field in
      let count = posting.frequencies.counts[field: field]
      let length = Int(lengths[field: field])
      return Explanation("in \(field.label): \(count) of \(length) words", byField[field: field])
    }
    let frequency = Explanation("times found, weighed by field", byField.sum(), fields)
    let everyday = term.weight < 1 ? "; counted \(term.weight.decimal(3)) times" : ""
    let idf = Explanation(
      "rarity: in \(holding) of \(passageCount) passages\(everyday)",
      rarity(of: term, holding: holding))
    let most = (parameters.k1 + 1).decimal(1)
    let saturation = Explanation(
      "frequency: levels off at \(most)", saturated(byField.sum()), [frequency])
    return Explanation(
      "\(term.label) (rarity x frequency)", idf.value * saturation.value, [idf, saturation])
  }

  package func explanation(
    summing parts: [Explanation], of passage: PassageID, rarities: [Float]
  ) -> Explanation {
    .sum("score", of: parts)
  }

  private func fieldFrequencies(_ posting: Posting, _ lengths: FieldVector) -> FieldVector {
    scale.frequencies(posting.frequencies.counts, lengths: lengths)
  }

  private func saturated(_ frequency: Float) -> Float {
    frequency * (parameters.k1 + 1) / (frequency + parameters.k1)
  }
}

extension Field {
  /// In the words of explanations.
  package var label: String {
    switch self {
    case .title: "title"
    case .heading: "heading"
    case .askedAs: "asked-as"
    case .body: "text"
    }
  }
}
