import Foundation
import TestSupport
import Testing

@testable import InvertedIndex

@Suite struct KeyTermPickerTests {
  /// The record and the norm, over plain dictionaries.
  private static func naive(_ terms: [UInt32], _ idf: [Float]) -> (record: [UInt8], norm: Double) {
    var counts: [Int: Int] = [:]
    for term in terms { counts[Int(term), default: 0] += 1 }
    let weights = counts.map { term, count in
      (term: term, weight: (1 + log(Float(count))) * idf[term])
    }
    let norm = weights.reduce(0) { $0 + Double($1.weight) * Double($1.weight) }.squareRoot()
    let best = weights.sorted { ($1.weight, $0.term) < ($0.weight, $1.term) }
      .prefix(KeyTerms.most)
    let length = best.reduce(0) { $0 + $1.weight * $1.weight }.squareRoot()
    var writer = ByteWriter()
    writer.append(variable: best.count)
    var last = -1
    for (term, weight) in best.sorted(by: { $0.term < $1.term }) {
      writer.append(variable: term - last - 1)
      writer.append(byte: UInt8((weight / max(length, .leastNormalMagnitude) * 255).rounded()))
      last = term
    }
    return (writer.bytes, norm)
  }

  @Test(arguments: 0..<6 as Range<UInt64>)
  func `key terms and norms are those of a naive computation`(seed: UInt64) {
    var generator = SeededGenerator(seed: seed)
    // Few different weights, so that many are the same.
    let idf = (0..<300).map { _ in Float(Int.random(in: 1...4, using: &generator)) }
    var picker = KeyTermPicker()
    for _ in 0..<100 {
      let terms = (0..<Int.random(in: 0...200, using: &generator)).map { _ in
        let term = UInt32.random(in: 0..<300, using: &generator)
        // Some terms often: more often than the picker knows weights beforehand, too.
        return Bool.random(using: &generator) ? term % 3 : term
      }
      let (record, norm) = Self.naive(terms, idf)
      let outcome = picker.pick(terms, ranks: Self.ranks(idf))
      #expect(abs(Double(outcome.norm) - norm) <= 1e-6 * norm, "seed \(seed)")
      // The naive sum adds in another order, which may round one step apart.
      #expect(Self.areClose(outcome.record, record), "seed \(seed)")
    }
  }

  private static func areClose(_ one: [UInt8], _ other: [UInt8]) -> Bool {
    one.count == other.count && zip(one, other).allSatisfy { abs(Int($0) - Int($1)) <= 1 }
      && stride(from: 1, to: one.count, by: 2).allSatisfy { one[$0] == other[$0] }
  }

  @Test func `no terms are no key terms, and their vector has no length`() {
    var picker = KeyTermPicker()
    let outcome = picker.pick([], ranks: Self.ranks([1]))
    #expect(outcome.record == [0])
    #expect(outcome.norm == 0)
  }

  @Test func `terms far apart in the dictionary come out in its order`() {
    var picker = KeyTermPicker()
    let ranks = Self.ranks(Array(repeating: 1, count: 20_000))
    let outcome = picker.pick([19_999, 63, 4096, 64, 4095, 0, 63, 63], ranks: ranks)
    #expect(outcome.record.first == 6)
    let single = picker.pick([19_999], ranks: ranks)
    #expect(single.record == [1, 0x9F, 0x9C, 0x01, 255])
  }

  @Test func `what a passage had is forgotten for the next`() {
    var picker = KeyTermPicker()
    let ranks = Self.ranks([1, 2, 3])
    _ = picker.pick([2, 0, 2], ranks: ranks)
    let outcome = picker.pick([1], ranks: ranks)
    #expect(outcome.record == [1, 1, 255])
    #expect(outcome.norm == 2)
  }

  @Test func `key terms go by their places in the dictionary, not by their numbers in the run`() {
    var picker = KeyTermPicker()
    let ranks = [TermRank(place: 7, idf: 1), TermRank(place: 300, idf: 1)]
    var writer = ByteWriter()
    for number in [2, 7] { writer.append(variable: number) }
    writer.append(byte: 180)
    writer.append(variable: 300 - 7 - 1)
    writer.append(byte: 180)
    let record = picker.pick([1, 0], ranks: ranks).record
    #expect(record == writer.bytes)
  }

  /// A run that has every term of the dictionary.
  private static func ranks(_ idf: [Float]) -> [TermRank] {
    idf.enumerated().map { TermRank(place: UInt32($0.offset), idf: $0.element) }
  }
}

extension KeyTermPicker {
  fileprivate mutating func pick(
    _ tokens: [UInt32], ranks: [TermRank]
  ) -> (record: [UInt8], norm: Float) {
    var records = ByteWriter()
    let norm = pick(tokens.span, ranks: ranks.span, into: &records)
    return (records.bytes, norm)
  }
}
