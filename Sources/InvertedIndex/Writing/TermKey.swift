/// A term as a key: the same only if its bytes are.
///
/// Strings are equal if they look alike, a Korean syllable and its parted letters, say. In a
/// dictionary of strings the one met first would stand for both, and which is first depends on who
/// does what on which core.
struct TermKey: Hashable {
  let text: String

  static func == (one: TermKey, other: TermKey) -> Bool {
    one.text.utf8.elementsEqual(other.text.utf8)
  }

  func hash(into hasher: inout Hasher) {
    unsafe text.utf8Span.span.withUnsafeBytes { unsafe hasher.combine(bytes: $0) }
  }
}
