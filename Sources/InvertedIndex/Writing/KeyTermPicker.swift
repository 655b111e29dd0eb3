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
    write(HeaviestWeights(weights.span.extracting(..<count)), of: count, into: &records)
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

  /// Writes the heaviest terms; of the same weight, those first in the dictionary.
  private func write(
    _ heaviest: HeaviestWeights, of count: Int, into records: inout ByteWriter
  ) {
    let (terms, weights) = (terms.span, weights.span)
    let length = max(heaviest.length, .leastNormalMagnitude)
    var ties = heaviest.countOfLeast
    var next = 0
    records.append(variable: heaviest.count)
    for index in 0..<count where weights[index] >= heaviest.least {
      if weights[index] == heaviest.least {
        if ties == 0 { continue }
        ties -= 1
      }
      let term = Int(terms[index].number)
      records.append(variable: term - next)
      // Rounded to the nearest, which is exact in numbers of twice the width.
      records.append(byte: UInt8(Double(weights[index] / length * 255) + 0.5))
      next = term + 1
    }
  }
}

/// The heaviest of a passage's weights.
private struct HeaviestWeights {
  private(set) var count = 0
  /// Heaviest first.
  private var weights = InlineArray<16, Float>(repeating: 0)

  init(_ all: Span<Float>) {
    for index in all.indices where count < weights.count || all[index] > least {
      insert(all[index])
    }
  }

  /// The least of them.
  var least: Float { count > 0 ? weights[count - 1] : 0 }

  /// How many of them are as light as the least.
  var countOfLeast: Int {
    var number = 0
    while number < count, weights[count - 1 - number] == least { number += 1 }
    return number
  }

  /// The Euclidean length of the vector of these alone.
  var length: Float {
    var square: Float = 0
    for number in 0..<count { square += weights[number] * weights[number] }
    return square.squareRoot()
  }

  private mutating func insert(_ weight: Float) {
    var place = min(count, weights.count - 1)
    count = place + 1
    while place > 0, weights[place - 1] < weight {
      weights[place] = weights[place - 1]
      place -= 1
    }
    weights[place] = weight
  }
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
