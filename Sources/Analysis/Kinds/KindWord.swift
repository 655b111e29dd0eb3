/// A word as the rules for kinds of answer see it; worked out once, however often it occurs.
package struct KindWord: Sendable {
  /// What a word is by itself, and what stands around it.
  struct Roles: OptionSet {
    let rawValue: UInt16

    /// The bits of `AnswerKinds`: what a phrase of this word alone tells of.
    static let kinds = Roles(rawValue: 0xFF)
    static let number = Roles(rawValue: 1 << 8)
    static let few = Roles(rawValue: 1 << 9)
    static let unitOfTime = Roles(rawValue: 1 << 10)
    /// Stands between the two numbers of a share.
    static let link = Roles(rawValue: 1 << 11)
    static let ten = Roles(rawValue: 1 << 12)
    /// Longer phrases begin with it.
    static let opensPhrase = Roles(rawValue: 1 << 13)
    static let percentage = Roles(rawValue: 1 << 14)
    /// In square brackets, as the number of a citation is.
    static let reference = Roles(rawValue: 1 << 15)

    init(rawValue: UInt16) { self.rawValue = rawValue }

    init(_ kinds: AnswerKinds) { rawValue = UInt16(kinds.rawValue) }

    var kinds: AnswerKinds { AnswerKinds(rawValue: UInt8(truncatingIfNeeded: rawValue)) }
  }

  /// The roles, and above them the number: copied as one for every word of a corpus.
  private var bits: UInt32

  var roles: Roles {
    get { Roles(rawValue: UInt16(truncatingIfNeeded: bits)) }
    set { bits = bits & ~0xFFFF | UInt32(newValue.rawValue) }
  }
  /// Among the words of the phrases, from 1; 0 for every other word.
  var number: UInt8 { UInt8(truncatingIfNeeded: bits >> 16) }

  /// A word that tells nothing.
  package init() { self.init(roles: [], number: 0) }

  init(roles: Roles, number: UInt8) {
    bits = UInt32(number) << 16 | UInt32(roles.rawValue)
  }

  /// - Parameter folded: a word as `CaseFoldingFilter` leaves it.
  package init(folded: String) {
    let bytes = folded.utf8Span.span
    self = AnswerKinds.textPhrases.word(0..<bytes.count, of: bytes)
  }

  /// Whether what stands around it matters.
  package var dependsOnPlace: Bool { !roles.isDisjoint(with: [.number, .few]) }

  /// The same word with what stands around it, as far as that matters.
  ///
  /// - Parameter range: where it stands, in bytes.
  package func standing(at range: Range<Int>, in text: Span<UInt8>) -> KindWord {
    guard dependsOnPlace else { return self }
    var next = range.upperBound
    while next < text.count, text[next] == 0x20 { next += 1 }
    guard next < text.count else { return self }
    var word = self
    if text[next] == UInt8(ascii: "%") { word.roles.insert(.percentage) }
    if text[next] == UInt8(ascii: "]"), range.lowerBound > 0,
      text[range.lowerBound - 1] == UInt8(ascii: "[")
    {
      word.roles.insert(.reference)
    }
    return word
  }
}
