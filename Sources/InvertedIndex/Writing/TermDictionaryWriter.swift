/// Writes the term dictionary, term by term.
package struct TermDictionaryWriter {
  private var offsets: [UInt64] = []
  private var blocks = ByteWriter()
  private var previous: [UInt8] = []
  private var count = 0
  /// Where the next list starts in its section.
  private var (postings, positions) = (0, 0)
  /// What was written before `offsets` and `blocks`.
  private var spooledOffsets: Spool
  private var spooledBlocks: Spool

  /// In terms: how many are written before they are put by.
  private static let termsPerSpooling = 1 << 12

  package init() { self.init(folder: nil) }

  /// - Parameter folder: where the dictionary may be put by while it grows.
  init(folder: SpoolFolder?) {
    spooledOffsets = Spool(folder: folder)
    spooledBlocks = Spool(folder: folder)
  }

  /// - Parameters:
  ///   - term: in UTF-8; its bytes come after those of the term before.
  ///   - list: lies right behind the list of the term before; only its lengths are looked at.
  package mutating func append(term: [UInt8], _ list: EncodedPostingList) {
    precondition(count == 0 || previous.lexicographicallyPrecedes(term), "terms in order")
    if count % Self.termsPerSpooling == 0 { spill() }
    if count % IndexFormat.termsPerBlock == 0 {
      offsets.append(UInt64(spooledBlocks.count + blocks.count))
      append(text: term[...])
      blocks.append(variable: postings)
      blocks.append(variable: positions)
    } else {
      let shared = Self.shared(previous, term)
      blocks.append(variable: shared)
      append(text: term[shared...])
    }
    blocks.append(variable: list.passageCount)
    blocks.append(variable: list.postings.count)
    blocks.append(variable: list.positions.count)
    blocks.append(byte: StrengthBound.code(notBelow: list.maximum))
    if list.passageCount >= IndexFormat.postingsAtFloor { blocks.append(byte: list.floor) }
    postings += list.postings.count
    positions += list.positions.count
    previous = term
    count += 1
  }

  package consuming func finish() -> [UInt8] {
    spill()
    let (offsets, blocks) = (spooledOffsets.sealed(), spooledBlocks.sealed())
    return offsets.bytes(0..<offsets.count) + blocks.bytes(0..<blocks.count)
  }

  consuming func sealed() -> [IndexContent.Piece] {
    spill()
    return [.spool(spooledOffsets.sealed()), .spool(spooledBlocks.sealed())]
  }

  private mutating func spill() {
    var writer = ByteWriter()
    writer.append(numbers: offsets)
    spooledOffsets.append(writer.bytes)
    spooledBlocks.append(blocks.bytes)
    offsets.removeAll(keepingCapacity: true)
    blocks.removeAll()
  }

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
