internal import Corpus

/// Weighs the terms of passages: finds their key terms and the lengths of their TF-IDF vectors.
struct KeyTermPicker {
  /// What a term weighs for occurring so often, before its idf; as far as that is common.
  private let frequencyWeights: [Float]
  private var terms = TermCounts()
  private var found: [(term: UInt32, count: UInt32)] = []
  private var best: [(term: Int, weight: Float)] = []

  init() {
    frequencyWeights = (0..<64).map { TFIDFWeight.weight(frequency: $0, idf: 1) }
  }

  /// What one passage comes to.
  struct Outcome {
    /// The record of `KeyTermStore`.
    let record: [UInt8]
    /// The Euclidean length of its TF-IDF vector; see `TFIDFWeight`.
    let norm: Float
  }

  /// - Parameters:
  ///   - tokens: the term of each, by its number in its run.
  ///   - ranks: by these numbers, and in their order.
  mutating func pick(_ tokens: [UInt32], ranks: [TermRank]) -> Outcome {
    best.removeAll(keepingCapacity: true)
    var square = 0.0
    let count = terms.count(tokens, below: ranks.count, into: &found)
    let found = found
    for (term, frequency) in found[..<count] {
      let rank = ranks[Int(term)]
      let weight = weight(of: rank.idf, frequency: Int(frequency))
      square += Double(weight) * Double(weight)
      if weight > leastOfBest { keep(Int(rank.place), weight) }
    }
    return Outcome(record: encoded(), norm: Float(square.squareRoot()))
  }

  /// What is heavier is one of the best so far.
  private var leastOfBest: Float {
    best.count < KeyTerms.most ? -.infinity : best[KeyTerms.most - 1].weight
  }

  private func weight(of idf: Float, frequency: Int) -> Float {
    frequency < frequencyWeights.count
      ? frequencyWeights[frequency] * idf : TFIDFWeight.weight(frequency: frequency, idf: idf)
  }

  /// Keeps the heaviest, heaviest first; of the same weight, those first in the dictionary.
  private mutating func keep(_ term: Int, _ weight: Float) {
    if best.count < KeyTerms.most { best.append((term, weight)) }
    var entries = best.mutableSpan
    var place = entries.count - 1
    while place > 0, entries[place - 1].weight < weight {
      entries[place] = entries[place - 1]
      place -= 1
    }
    entries[place] = (term, weight)
  }

  private mutating func encoded() -> [UInt8] {
    let length = best.reduce(0) { $0 + $1.weight * $1.weight }.squareRoot()
    best.sort { $0.term < $1.term }
    var writer = ByteWriter(capacity: 4 * KeyTerms.most)
    writer.append(variable: best.count)
    var last = -1
    for (term, weight) in best {
      writer.append(variable: term - last - 1)
      writer.append(byte: UInt8((weight / max(length, .leastNormalMagnitude) * 255).rounded()))
      last = term
    }
    return writer.bytes
  }
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
  /// - Parameter termCount: no token has so high a number.
  /// - Returns: how many terms there are.
  mutating func count(
    _ tokens: [UInt32], below termCount: Int, into found: inout [(term: UInt32, count: UInt32)]
  ) -> Int {
    if termCount > counts.count { makeRoom(for: termCount) }
    let missing = tokens.count - found.count
    if missing > 0 { found += repeatElement((term: 0, count: 0), count: missing) }
    Self.mark(tokens, &counts, &terms, &stretches)
    return Self.take(into: &found, &counts, &terms, &stretches)
  }

  // Every word of the corpus comes here, so each array is asked once for its memory.

  private static func mark(
    _ tokens: [UInt32], _ counts: inout [UInt32], _ terms: inout [UInt64],
    _ stretches: inout [UInt64]
  ) {
    var counts = counts.mutableSpan
    var terms = terms.mutableSpan
    var stretches = stretches.mutableSpan
    for token in tokens {
      counts[Int(token)] += 1
      terms[Int(token >> 6)] |= 1 &<< UInt64(token & 63)
      stretches[Int(token >> 12)] |= 1 &<< UInt64(token >> 6 & 63)
    }
  }

  private static func take(
    into found: inout [(term: UInt32, count: UInt32)], _ counts: inout [UInt32],
    _ terms: inout [UInt64], _ stretches: inout [UInt64]
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
        let first = index * 64 + stretch.trailingZeroBitCount
        stretch &= stretch &- 1
        var bits = terms[first]
        terms[first] = 0
        while bits != 0 {
          let term = first * 64 + bits.trailingZeroBitCount
          bits &= bits &- 1
          found[count] = (UInt32(term), counts[term])
          counts[term] = 0
          count += 1
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
