internal import Corpus

/// A whole index, ready to be written: its sections, each in pieces that follow one another.
package struct IndexContent: Sendable {
  /// A stretch of a section.
  enum Piece: Sendable {
    case bytes([UInt8])
    case spool(SealedSpool)

    var count: Int {
      switch self {
      case .bytes(let bytes): bytes.count
      case .spool(let spool): spool.count
      }
    }

    func forEachStretch<Failure>(_ body: (RawSpan) throws(Failure) -> Void) throws(Failure) {
      switch self {
      case .bytes(let bytes): try unsafe body(bytes.span.bytes)
      case .spool(let spool): try spool.forEachPiece(body)
      }
    }
  }

  private var sections: [IndexFormat.Section: [Piece]] = [:]

  init() {}

  subscript(section: IndexFormat.Section) -> [Piece] {
    get { sections[section] ?? [] }
    set { sections[section] = newValue }
  }

  /// The file in memory.
  package var bytes: [UInt8] {
    var bytes: [UInt8] = []
    write { (stretch: RawSpan, offset: Int) in
      if bytes.count < offset + stretch.byteCount {
        bytes += [UInt8](repeating: 0, count: offset + stretch.byteCount - bytes.count)
      }
      for index in 0..<stretch.byteCount {
        bytes[offset + index] = unsafe stretch.unsafeLoad(fromByteOffset: index, as: UInt8.self)
      }
    }
    return bytes
  }

  /// Hands on every stretch of the file with its offset in it; the header comes last.
  ///
  /// Bytes between sections are not handed on; they are zero.
  func write<Failure>(
    _ body: (RawSpan, Int) throws(Failure) -> Void
  ) throws(Failure) {
    var header = IndexHeaderWriter()
    var offset = IndexFormat.headerSize
    for section in IndexFormat.Section.allCases {
      offset = (offset + IndexFormat.alignment - 1) / IndexFormat.alignment * IndexFormat.alignment
      let start = offset
      var hasher = ContentHasher()
      for piece in self[section] {
        try piece.forEachStretch { (stretch: RawSpan) throws(Failure) in
          hasher.combine(stretch)
          try body(stretch, offset)
          offset += stretch.byteCount
        }
      }
      header.append(section, start..<offset, hasher.finish())
    }
    let start = header.finish(fileLength: offset)
    try unsafe body(start.span.bytes, 0)
  }
}
