/// A file's text and where its lines start: every location in the project comes from here.
package struct SourceText: Sendable {
  package let path: String
  /// Valid UTF-8 without a byte order mark or carriage returns; see `init`.
  package let text: String
  /// Whether bytes that are not UTF-8 were replaced by U+FFFD.
  package let wasRepaired: Bool
  private let utf8: [UInt8]
  /// Byte offset in the *file* of each line's first byte.
  private let fileStarts: [Int]
  /// Byte offset in the *file* after each line's last byte, line ending left out.
  private let fileEnds: [Int]
  /// Byte offset in `utf8` of each line's first byte, and of the end.
  private let starts: [Int]

  /// - Parameter bytes: the file as it is. Line endings may be LF, CR LF or CR.
  package init(path: String, bytes: [UInt8]) {
    self.path = path
    var fileStarts: [Int] = []
    var fileEnds: [Int] = []
    var starts: [Int] = []
    var utf8: [UInt8] = []
    utf8.reserveCapacity(bytes.count)
    var position = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
    var repaired = false
    while position < bytes.count {
      let end = bytes[position...].firstIndex { $0 == 0x0A || $0 == 0x0D } ?? bytes.count
      fileStarts.append(position)
      fileEnds.append(end)
      starts.append(utf8.count)
      repaired = Self.append(bytes[position..<end], to: &utf8) || repaired
      utf8.append(0x0A)
      let isPair = end + 1 < bytes.count && bytes[end] == 0x0D && bytes[end + 1] == 0x0A
      position = end + (isPair ? 2 : 1)
    }
    starts.append(utf8.count)
    self.fileStarts = fileStarts
    self.fileEnds = fileEnds
    self.starts = starts
    self.utf8 = utf8
    self.text = String(decoding: utf8, as: UTF8.self)
    self.wasRepaired = repaired
  }

  package var lineCount: Int { fileStarts.count }

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
    fileStarts[lines.lowerBound - 1]..<fileEnds[lines.upperBound - 1]
  }

  /// Appends a line as valid UTF-8; true if bytes had to be replaced.
  private static func append(_ line: ArraySlice<UInt8>, to utf8: inout [UInt8]) -> Bool {
    if String(validating: line, as: UTF8.self) != nil {
      utf8.append(contentsOf: line)
      return false
    }
    utf8.append(contentsOf: String(decoding: line, as: UTF8.self).utf8)
    return true
  }
}
