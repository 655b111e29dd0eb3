/// Writes the term dictionary, term by term.
package struct TermDictionaryWriter {
  private var offsets = ByteWriter()
  private var blocks = ByteWriter()
  private var previous: [UInt8] = []
  private var count = 0

  package init() {}

  /// - Parameters:
  ///   - term: in UTF-8; its bytes come after those of the term before.
  ///   - list: starts where the list of the term before ends.
  package mutating func append(term: [UInt8], _ list: EncodedPostingList) {
    precondition(count == 0 || previous.lexicographicallyPrecedes(term), "terms in order")
    if count % IndexFormat.termsPerBlock == 0 {
      offsets.append(uint32: UInt32(blocks.count))
      append(text: term[...])
    } else {
      let shared = Self.shared(previous, term)
      blocks.append(variable: shared)
      append(text: term[shared...])
    }
    blocks.append(variable: list.passageCount)
    for range in [list.postings, list.positions] {
      blocks.append(variable: range.lowerBound)
      blocks.append(variable: range.count)
    }
    previous = term
    count += 1
  }

  package consuming func finish() -> [UInt8] { offsets.bytes + blocks.bytes }

  private mutating func append(text: ArraySlice<UInt8>) {
    blocks.append(variable: text.count)
    blocks.append(bytes: text)
  }

  /// How many bytes two terms begin with alike, cut between whole characters, so that what follows
  /// is a text by itself.
  private static func shared(_ one: [UInt8], _ other: [UInt8]) -> Int {
    var shared = zip(one, other).prefix { $0 == $1 }.count
    while shared > 0, shared < other.count, other[shared] & 0xC0 == 0x80 { shared -= 1 }
    return shared
  }
}
