/// Where in the corpus some text stands.
package struct SourceLocation: Equatable, Sendable {
  /// Relative to the corpus folder.
  package let path: String
  /// 1-based, inclusive.
  package let lines: ClosedRange<Int>
  /// Half-open, in bytes of the file.
  package let bytes: Range<Int>

  package init(path: String, lines: ClosedRange<Int>, bytes: Range<Int>) {
    self.path = path
    self.lines = lines
    self.bytes = bytes
  }
}
