import Foundation
import Testing

@testable import Analysis

@Suite struct LatinFoldingTests {
  /// Latin-1 Supplement to Latin Extended-B, the Greek alphabet, Latin Extended Additional.
  static let blocks: [ClosedRange<UInt32>] = [0xC0...0x24F, 0x370...0x3CE, 0x1E00...0x1EFF]

  @Test(arguments: blocks)
  func `letter and mark fold to one form, composed or not`(block: ClosedRange<UInt32>) {
    let filter = CaseFoldingFilter()
    for value in block {
      guard let scalar = Unicode.Scalar(value), scalar.properties.isAlphabetic else { continue }
      let parts = String(scalar).decomposedStringWithCanonicalMapping
      guard parts.unicodeScalars.count > 1 else { continue }
      let code = String(value, radix: 16)
      #expect(filter.term(for: String(scalar)) == filter.term(for: parts), "U+\(code)")
    }
  }

  @Test(
    arguments: [
      ("æ", "ae"), ("œ", "oe"), ("ß", "ss"), ("ø", "o"), ("ł", "l"), ("đ", "d"), ("ð", "d"),
      ("þ", "th"), ("ﬁ", "fi"), ("ﬄ", "ffl"), ("ı", "i"),
    ] as [(Unicode.Scalar, String)])
  func `letters without a decomposition have a plain form too`(
    letter: Unicode.Scalar, plain: String
  ) {
    #expect(LatinFolding.plain(letter) == plain)
  }

  @Test(arguments: ["a", "z", "0", "и", "日", "²", "\u{301}"] as [Unicode.Scalar])
  func `other letters have none`(letter: Unicode.Scalar) {
    #expect(LatinFolding.plain(letter) == nil)
  }
}
