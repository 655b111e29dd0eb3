internal import Corpus

/// Weighs the terms of passages: finds their key terms and the lengths of their TF-IDF vectors.
struct KeyTermPicker {
  /// What a term weighs for occurring so often, before its idf; as far as that is common.
  private let frequencyWeights: [Float]
  private var scratch: [UInt32] = []
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
  ///   - terms: of every token, by their numbers in its run; comes back sorted.
  ///   - ranks: by these numbers, and in their order.
  mutating func pick(_ terms: inout [UInt32], ranks: [TermRank]) -> Outcome {
    terms.sort(upTo: UInt32(ranks.count), &scratch)
    best.removeAll(keepingCapacity: true)
    var square = 0.0
    var start = 0
    while start < terms.count {
      let term = terms[start]
      var end = start + 1
      while end < terms.count, terms[end] == term { end += 1 }
      let rank = ranks[Int(term)]
      let weight = weight(of: rank.idf, frequency: end - start)
      square += Double(weight) * Double(weight)
      consider(Int(rank.place), weight)
      start = end
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
      best.removeLast()
    }
    var place = best.count
    while place > 0, best[place - 1].weight < weight { place -= 1 }
    best.insert((term, weight), at: place)
  }

  private func encoded() -> [UInt8] {
    var writer = ByteWriter()
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
