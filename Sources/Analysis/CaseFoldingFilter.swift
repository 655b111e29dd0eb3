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
    let bytes = term.utf8.span
    let end = endBeforeApostrophe(of: bytes)
    return unsafe String(unsafeUninitializedCapacity: end) { folded in
      // No more bytes than there is room for.
      var count = 0
      for index in 0..<end where bytes[index] != 0x27 && bytes[index] != 0x2C {
        let byte = bytes[index]
        unsafe folded[count] = (0x41...0x5A).contains(byte) ? byte | 0x20 : byte
        count += 1
      }
      return count
    }
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
  private func endBeforeApostrophe(of bytes: Span<UInt8>) -> Int {
    let marks = bytes.indices.suffix(3)
    guard let mark = marks.last(where: { bytes[$0] == 0x27 }), mark > 0,
      bytes.isEnding(mark + 1..<bytes.count)
    else { return bytes.count }
    return mark
  }
}
