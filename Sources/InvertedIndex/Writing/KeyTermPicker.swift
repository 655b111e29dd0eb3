internal import Corpus

/// Weighs the terms of passages: finds their key terms and the lengths of their TF-IDF vectors.
struct KeyTermPicker {
  /// What a term weighs for occurring so often, before its idf; as far as that is common.
  private let frequencyWeights: [Float]
  private var counts = TermCounts()
  /// By the terms of the passage, in the dictionary's order; what stands behind them means nothing.
  private var terms: [CountedTerm] = []
  private var weights: [Float] = []

  init() {
    frequencyWeights = (0..<64).map { TFIDFWeight.weight(frequency: $0, idf: 1) }
  }

  /// Writes the record of `KeyTermStore` of one passage.
  ///
  /// - Parameters:
  ///   - tokens: the term of each, by its number in its run.
  ///   - ranks: by these numbers, and in their order.
  /// - Returns: the Euclidean length of the passage's TF-IDF vector; see `TFIDFWeight`.
  mutating func pick(
    _ tokens: Span<UInt32>, ranks: Span<TermRank>, into records: inout ByteWriter
  ) -> Float {
    let missing = tokens.count - terms.count
    if missing > 0 {
      terms += repeatElement(CountedTerm(), count: missing)
      weights += repeatElement(0, count: missing)
    }
    let count = counts.count(tokens, below: ranks.count, into: &terms)
    let square = Self.weigh(&terms, count, ranks, frequencyWeights, into: &weights)
    let heaviest = HeaviestWeights(weights.span.extracting(..<count))
    let picked = Self.gather(&terms, &weights, count, notBelow: heaviest.least)
    write(picked, heaviest, into: &records)
    return Float(square.squareRoot())
  }

  /// Makes the terms' numbers those of the dictionary.
  ///
  /// - Returns: the sum of the weights' squares.
  private static func weigh(
    _ terms: inout [CountedTerm], _ count: Int, _ ranks: Span<TermRank>,
    _ frequencyWeights: [Float], into weights: inout [Float]
  ) -> Double {
    var terms = terms.mutableSpan
    var weights = weights.mutableSpan
    let frequencyWeights = frequencyWeights.span
    var square = 0.0
    for index in 0..<count {
      let rank = ranks[Int(terms[index].number)]
      let frequency = Int(terms[index].count)
      let weight =
        frequency < frequencyWeights.count
        ? frequencyWeights[frequency] * rank.idf
        : TFIDFWeight.weight(frequency: frequency, idf: rank.idf)
      square += Double(weight) * Double(weight)
      terms[index].number = rank.place
      weights[index] = weight
    }
    return square
  }

  /// Brings the terms of some weights to the start, in their order; returns how many they are.
  private static func gather(
    _ terms: inout [CountedTerm], _ weights: inout [Float], _ count: Int, notBelow least: Float
  ) -> Int {
    var terms = terms.mutableSpan
    var weights = weights.mutableSpan
    var gathered = 0
    for index in 0..<count {
      let weight = weights[index]
      terms[gathered] = terms[index]
      weights[gathered] = weight
      // Positive numbers are in the order of their bits; 1 unless the sign tells that it is less.
      let distance = Int64(weight.bitPattern) &- Int64(least.bitPattern)
      gathered &+= 1 &+ Int(distance &>> 63)
    }
    return gathered
  }

  /// Writes the heaviest terms; of the same weight, those first in the dictionary.
  ///
  /// - Parameter count: how many terms are to be looked at.
  private func write(
    _ count: Int, _ heaviest: HeaviestWeights, into records: inout ByteWriter
  ) {
    let (terms, weights) = (terms.span, weights.span)
    let length = max(heaviest.length, .leastNormalMagnitude)
    var leastOnes = heaviest.countOfLeast
    var next = 0
    records.append(variable: heaviest.count)
    for index in 0..<count {
      let weight = weights[index]
      if weight == heaviest.least {
        if leastOnes == 0 { continue }
        leastOnes -= 1
      }
      let term = Int(terms[index].number)
      records.append(variable: term - next)
      // Rounded to the nearest, which is exact in numbers of twice the width.
      records.append(byte: UInt8(Double(weight / length * 255) + 0.5))
      next = term + 1
    }
  }
}

/// The heaviest of a passage's weights.
///
/// No processor guesses which of two weights is higher, so nothing depends on it but which number
/// goes where.
private struct HeaviestWeights {
  /// How many there are; `KeyTerms.most` at most.
  let count: Int
  /// The least of them, and how many are as light.
  private(set) var least: Float = 0
  private(set) var countOfLeast = 0
  /// The Euclidean length of the vector of these alone.
  let length: Float

  /// - Parameter all: not negative.
  init(_ all: Span<Float>) {
    count = min(all.count, KeyTerms.most)
    var lanes = InlineArray<16, SIMD4<Float>>(repeating: .zero)
    var weights = lanes.mutableSpan
    Self.sort(all, into: &weights)
    var square: Float = 0
    // Heaviest first: floats do not add up to the same in any order.
    for number in 0..<count {
      let weight = weights[number].x
      square += weight * weight
      countOfLeast = weight == least ? countOfLeast + 1 : 1
      least = weight
    }
    length = square.squareRoot()
  }

  /// Puts the sixteen heaviest into each lane, heaviest first.
  private static func sort(_ all: Span<Float>, into weights: inout MutableSpan<SIMD4<Float>>) {
    // Each lane takes every fourth weight; then the lanes tell each other what they have.
    let whole = all.count & ~3
    for start in stride(from: 0, to: whole, by: 4) {
      let row = SIMD4(all[start], all[start + 1], all[start + 2], all[start + 3])
      insert(row, after: start / 4, to: &weights)
    }
    if whole < all.count {
      var row = SIMD4<Float>.zero
      for index in whole..<all.count { row[index - whole] = all[index] }
      insert(row, after: whole / 4, to: &weights)
    }
    merge(&weights) { SIMD4($0.y, $0.x, $0.w, $0.z) }
    merge(&weights) { SIMD4($0.z, $0.w, $0.x, $0.y) }
  }

  /// Puts a weight into each lane, and drops the least if there are too many.
  ///
  /// - Parameter count: how many were put in before.
  private static func insert(
    _ row: SIMD4<Float>, after count: Int, to weights: inout MutableSpan<SIMD4<Float>>
  ) {
    var rest = row
    for place in 0..<min(count + 1, weights.count) {
      let weight = weights[place]
      weights[place] = weight.raised(to: rest)
      rest = weight.lowered(to: rest)
    }
  }

  /// Gives each lane the heaviest of itself and of another, heaviest first (K. Batcher, Sorting
  /// networks and their applications, 1968).
  @inline(__always)
  private static func merge(
    _ weights: inout MutableSpan<SIMD4<Float>>, _ others: (SIMD4<Float>) -> SIMD4<Float>
  ) {
    for place in 0..<8 {
      let (heavy, light) = (weights[place], weights[15 - place])
      weights[place] = heavy.raised(to: others(light))
      weights[15 - place] = light.raised(to: others(heavy))
    }
    var distance = 8
    while distance > 0 {
      for place in 0..<16 where place & distance == 0 {
        let (one, other) = (weights[place], weights[place + distance])
        weights[place] = one.raised(to: other)
        weights[place + distance] = one.lowered(to: other)
      }
      distance /= 2
    }
  }
}

extension SIMD4<Float> {
  fileprivate func raised(to other: Self) -> Self { replacing(with: other, where: other .> self) }

  fileprivate func lowered(to other: Self) -> Self { replacing(with: other, where: other .< self) }
}

/// A term, and how often it stands in one passage.
private struct CountedTerm: BitwiseCopyable {
  var number: UInt32 = 0
  var count: UInt32 = 0
}

/// How often each term stands in one passage.
///
/// Terms come out in order without being sorted: each sets a bit, and a bit for each 64 of those
/// tells where to look for them.
private struct TermCounts {
  private var counts: [UInt32] = []
  private var terms: [UInt64] = []
  private var stretches: [UInt64] = []

  /// Puts the terms of some tokens at the start of `found`, in order.
  ///
  /// - Parameters:
  ///   - termCount: no token has so high a number.
  ///   - found: has room for as many as there are tokens.
  /// - Returns: how many terms there are.
  mutating func count(
    _ tokens: Span<UInt32>, below termCount: Int, into found: inout [CountedTerm]
  ) -> Int {
    if termCount > counts.count { makeRoom(for: termCount) }
    Self.mark(tokens, &counts, &terms, &stretches)
    return Self.take(into: &found, &counts, &terms, &stretches)
  }

  // Every word of the corpus comes here, so each array is asked once for its memory.

  private static func mark(
    _ tokens: Span<UInt32>, _ counts: inout [UInt32], _ terms: inout [UInt64],
    _ stretches: inout [UInt64]
  ) {
    var counts = counts.mutableSpan
    var terms = terms.mutableSpan
    var stretches = stretches.mutableSpan
    for index in tokens.indices {
      let token = tokens[index]
      counts[Int(token)] &+= 1
      terms[Int(token >> 6)] |= 1 &<< UInt64(token & 63)
      stretches[Int(token >> 12)] |= 1 &<< UInt64(token >> 6 & 63)
    }
  }

  private static func take(
    into found: inout [CountedTerm], _ counts: inout [UInt32], _ terms: inout [UInt64],
    _ stretches: inout [UInt64]
  ) -> Int {
    var counts = counts.mutableSpan
    var terms = terms.mutableSpan
    var stretches = stretches.mutableSpan
    var found = found.mutableSpan
    var count = 0
    for index in stretches.indices {
      var stretch = stretches[index]
      stretches[index] = 0
      while stretch != 0 {
        let first = index &* 64 &+ stretch.trailingZeroBitCount
        stretch &= stretch &- 1
        var bits = terms[first]
        terms[first] = 0
        while bits != 0 {
          let term = first &* 64 &+ bits.trailingZeroBitCount
          bits &= bits &- 1
          found[count] = CountedTerm(
            number: UInt32(truncatingIfNeeded: term), count: counts[term])
          counts[term] = 0
          count &+= 1
        }
      }
    }
    return count
  }

  private mutating func makeRoom(for termCount: Int) {
    counts = [UInt32](repeating: 0, count: termCount)
    terms = [UInt64](repeating: 0, count: termCount / 64 + 1)
    stretches = [UInt64](repeating: 0, count: termCount / 4096 + 1)
  }
}
