/// Lower case, no diacritics, nothing that hangs on an apostrophe (`'s`, `'ll`), no apostrophes, no
/// commas in numbers.
package struct CaseFoldingFilter: TokenFilter {
  package let fingerprint = "fold-2"

  package init() {}

  package func term(for term: String) -> String? {
    if isFolded(term.utf8.span) { return term.isEmpty ? nil : term }
    let folded = term.utf8.allSatisfy { $0 < 0x80 } ? foldedASCII(term) : foldedUnicode(term)
    return folded.isEmpty ? nil : folded
  }

  /// Small letters and digits of ASCII alone: most words.
  private func isFolded(_ bytes: Span<UInt8>) -> Bool {
    for index in 0..<bytes.count {
      let byte = bytes[index]
      guard (0x61...0x7A).contains(byte) || (0x30...0x39).contains(byte) else { return false }
    }
    return true
  }

  private func foldedASCII(_ term: String) -> String {
    var bytes = Array(term.utf8)
    dropEnding(&bytes)
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

  /// Leaves "patient" of "patient's" and "I" of "I'll", which is not the word "ill".
  private func dropEnding(_ bytes: inout [UInt8]) {
    guard let mark = bytes.lastIndex(of: 0x27), mark > 0 else { return }
    let ending = String(decoding: bytes[(mark + 1)...], as: UTF8.self).lowercased()
    if Self.endings.contains(ending) { bytes.removeLast(bytes.count - mark) }
  }

  private static let endings: Set<String> = ["s", "d", "ll", "m", "re", "ve"]
}
