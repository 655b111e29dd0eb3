/// Lower case, no diacritics, no possessive `'s`, no apostrophes, no commas in numbers.
package struct CaseFoldingFilter: TokenFilter {
  package let fingerprint = "fold-1"

  package init() {}

  package func term(for term: String) -> String? {
    let folded = term.utf8.allSatisfy { $0 < 0x80 } ? foldedASCII(term) : foldedUnicode(term)
    return folded.isEmpty ? nil : folded
  }

  private func foldedASCII(_ term: String) -> String {
    var bytes = Array(term.utf8)
    dropPossessive(&bytes)
    bytes.removeAll { $0 == 0x27 || $0 == 0x2C }
    for index in bytes.indices where (0x41...0x5A).contains(bytes[index]) { bytes[index] |= 0x20 }
    return String(decoding: bytes, as: UTF8.self)
  }

  private func foldedUnicode(_ term: String) -> String {
    var out = ""
    for scalar in term.unicodeScalars {
      if scalar == "\u{2019}" {
        out += "'"
      } else if scalar.properties.generalCategory == .nonspacingMark {
        continue
      } else if (0xFF01...0xFF5E).contains(scalar.value) {
        // Full-width forms of ASCII.
        out.unicodeScalars.append(Unicode.Scalar(scalar.value - 0xFEE0) ?? scalar)
      } else {
        for lower in scalar.properties.lowercaseMapping.unicodeScalars
        where lower.properties.generalCategory != .nonspacingMark {
          out += LatinFolding.plain(lower) ?? String(lower)
        }
      }
    }
    return out.utf8.allSatisfy { $0 < 0x80 } ? foldedASCII(out) : out
  }

  private func dropPossessive(_ bytes: inout [UInt8]) {
    guard bytes.count > 2, bytes[bytes.count - 2] == 0x27, bytes[bytes.count - 1] | 0x20 == 0x73
    else { return }
    bytes.removeLast(2)
  }
}
