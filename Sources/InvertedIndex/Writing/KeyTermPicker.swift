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
    terms.count(tokens, below: ranks.count, into: &found)
    let found = found
    for (term, frequency) in found {
      let rank = ranks[Int(term)]
      let weight = weight(of: rank.idf, frequency: Int(frequency))
      square += Double(weight) * Double(weight)
      consider(Int(rank.place), weight)
    }
    return Outcome(record: encoded(), norm: Float(square.squareRoot()))
  }

  private func weight(of idf: Float, frequency: Int) -> Float {
    frequency < frequencyWeights.count
      ? frequencyWeights[frequency] * idf : TFIDFWeight.weight(frequency: frequency, idf: idf)
  }

  /// Keeps the heaviest, heaviest first; of the same weight, those first in the dictionary.
  private mutating func consider(_ term: Int, _ weight: Float) {
    if best.count == KeyTerms.most {
      guard weight > best[best.count - 1].weight else { return }
    } else {
      best.append((term, weight))
    }
    var entries = best.mutableSpan
    var place = entries.count - 1
    while place > 0, entries[place - 1].weight < weight {
      entries[place] = entries[place - 1]
      place -= 1
    }
    entries[place] = (term, weight)
  }

  private func encoded() -> [UInt8] {
    var writer = ByteWriter(capacity: 4 * KeyTerms.most)
    writer.append(variable: best.count)
    let length = best.reduce(0) { $0 + $1.weight * $1.weight }.squareRoot()
    var last = -1
    for (term, weight) in best.sorted(by: { $0.term < $1.term }) {
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

  /// Replaces what `found` holds by the terms of some tokens in order.
  ///
  /// - Parameter termCount: no token has so high a number.
  mutating func count(
    _ tokens: [UInt32], below termCount: Int, into found: inout [(term: UInt32, count: UInt32)]
  ) {
    if termCount > counts.count { makeRoom(for: termCount) }
    for token in tokens {
      counts[Int(token)] += 1
      terms[Int(token >> 6)] |= 1 &<< UInt64(token & 63)
      stretches[Int(token >> 12)] |= 1 &<< UInt64(token >> 6 & 63)
    }
    found.removeAll(keepingCapacity: true)
    for index in stretches.indices where stretches[index] != 0 {
      var stretch = stretches[index]
      stretches[index] = 0
      while stretch != 0 {
        takeTerms(of: index * 64 + stretch.trailingZeroBitCount, into: &found)
        stretch &= stretch &- 1
      }
    }
  }

  private mutating func makeRoom(for termCount: Int) {
    counts = [UInt32](repeating: 0, count: termCount)
    terms = [UInt64](repeating: 0, count: termCount / 64 + 1)
    stretches = [UInt64](repeating: 0, count: termCount / 4096 + 1)
  }

  private mutating func takeTerms(
    of stretch: Int, into found: inout [(term: UInt32, count: UInt32)]
  ) {
    var bits = terms[stretch]
    terms[stretch] = 0
    while bits != 0 {
      let term = stretch * 64 + bits.trailingZeroBitCount
      found.append((UInt32(term), counts[term]))
      counts[term] = 0
      bits &= bits &- 1
    }
  }
}
