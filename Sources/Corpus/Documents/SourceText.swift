/// A file's text and where its lines start: every location in the project comes from here.
package struct SourceText: Sendable {
  package let path: String
  /// Whether bytes that are not UTF-8 were replaced by U+FFFD.
  package let wasRepaired: Bool
  /// Valid UTF-8 without a byte order mark or carriage returns; every line ends with a line feed.
  private var utf8: [UInt8]
  /// Byte offset in `utf8` of each line's first byte, and of the end.
  private var starts: [Int] = []
  /// The half-open byte range in the *file* of each line, line ending left out; nil if the lines
  /// stand in the file as they do in `utf8`.
  private var linesOfFile: [Range<Int>]?

  /// - Parameter bytes: the file as it is. Line endings may be LF, CR LF or CR.
  package init(path: String, bytes: consuming [UInt8]) {
    self.path = path
    if bytes.isPlainText {
      wasRepaired = false
      utf8 = bytes
      if let last = utf8.last, last != 0x0A { utf8.append(0x0A) }
    } else {
      (utf8, linesOfFile, wasRepaired) = Self.cleaned(bytes)
    }
    starts = Self.lineStarts(of: utf8.span)
  }

  package var lineCount: Int { starts.count - 1 }

  /// - Parameter number: 1-based.
  package func line(_ number: Int) -> String {
    String(decoding: utf8[starts[number - 1]..<starts[number] - 1], as: UTF8.self)
  }

  /// The text from a line to the end, as cmark wants it.
  package func utf8(fromLine number: Int) -> ArraySlice<UInt8> {
    utf8[starts[min(number - 1, starts.count - 1)]...]
  }

  /// The half-open byte range in the file of some lines, the last line's ending left out.
  package func bytes(ofLines lines: ClosedRange<Int>) -> Range<Int> {
    guard let linesOfFile else {
      return starts[lines.lowerBound - 1]..<starts[lines.upperBound] - 1
    }
    return linesOfFile[lines.lowerBound - 1]
      .lowerBound..<linesOfFile[lines.upperBound - 1].upperBound
  }

  private static func lineStarts(of utf8: Span<UInt8>) -> [Int] {
    var starts = [0]
    // Lines of prose are longer.
    starts.reserveCapacity(utf8.count / 64 + 8)
    while let end = utf8.firstIndex(of: 0x0A, from: starts[starts.count - 1]) {
      starts.append(end + 1)
    }
    return starts
  }

  private typealias Cleaned = (utf8: [UInt8], lines: [Range<Int>], wasRepaired: Bool)

  /// Line by line without byte order mark and carriage returns, what is not UTF-8 replaced.
  private static func cleaned(_ bytes: [UInt8]) -> Cleaned {
    var cleaned: Cleaned = ([], [], false)
    cleaned.utf8.reserveCapacity(bytes.count + 1)
    var position = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
    while position < bytes.count {
      let end = bytes[position...].firstIndex { $0 == 0x0A || $0 == 0x0D } ?? bytes.count
      cleaned.lines.append(position..<end)
      let line = bytes[position..<end]
      if line.isUTF8 {
        cleaned.utf8 += line
      } else {
        cleaned.utf8 += String(decoding: line, as: UTF8.self).utf8
        cleaned.wasRepaired = true
      }
      cleaned.utf8.append(0x0A)
      let isPair = end + 1 < bytes.count && bytes[end] == 0x0D && bytes[end + 1] == 0x0A
      position = end + (isPair ? 2 : 1)
    }
    return cleaned
  }
}

extension [UInt8] {
  /// Whether a file's bytes are its text already.
  fileprivate var isPlainText: Bool {
    !starts(with: [0xEF, 0xBB, 0xBF]) && span.firstIndex(of: 0x0D) == nil && self[...].isUTF8
  }
}

extension ArraySlice<UInt8> {
  fileprivate var isUTF8: Bool { (try? UTF8Span(validating: span)) != nil }
}
