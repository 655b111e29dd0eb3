/// Writes the term dictionary, term by term.
package struct TermDictionaryWriter {
  private var offsets: [UInt64] = []
  private var blocks = ByteWriter()
  private var previous = PreviousText()
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
  package mutating func append(term: Span<UInt8>, _ list: EncodedPostingList) {
    let (shared, isLater) = previous.replace(with: term)
    precondition(count == 0 || isLater, "terms in order")
    if count % Self.termsPerSpooling == 0 { spill() }
    if count % IndexFormat.termsPerBlock == 0 {
      offsets.append(UInt64(spooledBlocks.count + blocks.count))
      append(text: term)
      blocks.append(variable: postings)
      blocks.append(variable: positions)
    } else {
      let cut = Self.cut(shared, of: term)
      blocks.append(variable: cut)
      append(text: term.extracting(cut..<term.count))
    }
    blocks.append(variable: list.passageCount)
    blocks.append(variable: list.postings.count)
    blocks.append(variable: list.positions.count)
    blocks.append(byte: StrengthBound.code(notBelow: list.maximum))
    if list.passageCount >= IndexFormat.postingsAtFloor { blocks.append(byte: list.floor) }
    postings += list.postings.count
    positions += list.positions.count
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

  private mutating func append(text: Span<UInt8>) {
    blocks.append(variable: text.count)
    blocks.append(bytes: text)
  }

  /// Cuts what two terms begin with alike between whole characters, so that what follows is a text
  /// by itself.
  private static func cut(_ shared: Int, of term: Span<UInt8>) -> Int {
    var cut = shared
    while cut > 0, cut < term.count, term[cut] & 0xC0 == 0x80 { cut -= 1 }
    return cut
  }
}
