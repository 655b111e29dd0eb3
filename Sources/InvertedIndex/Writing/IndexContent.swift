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
    write(threads: 1) { (stretch: RawSpan, offset: Int) in
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
  ///
  /// - Parameters:
  ///   - threads: with one, stretches come in the order of the file; with more, those of several
  ///     sections at once.
  ///   - body: called by all threads at once.
  /// - Throws: the first error, once no thread hands on any more.
  func write<Failure>(
    threads: Int, _ body: (RawSpan, Int) throws(Failure) -> Void
  ) throws(Failure) {
    let ranges = ranges
    var threads = Array(0..<threads)
    let hashes = Workers.map(&threads, tasks: ranges.count) { _, number in
      Result { () throws(Failure) in
        try write(ranges[number].section, at: ranges[number].range.lowerBound, body)
      }
    }
    var header = IndexHeaderWriter()
    for ((section, range), hash) in zip(ranges, hashes) {
      header.append(section, range, try hash.get())
    }
    let start = header.finish(fileLength: ranges.last?.range.upperBound ?? 0)
    try unsafe body(start.span.bytes, 0)
  }

  /// Where each section lies, in bytes of the file.
  private var ranges: [(section: IndexFormat.Section, range: Range<Int>)] {
    var end = IndexFormat.headerSize
    return IndexFormat.Section.allCases.map { section in
      let start =
        (end + IndexFormat.alignment - 1) / IndexFormat.alignment * IndexFormat.alignment
      end = start + self[section].reduce(0) { $0 + $1.count }
      return (section, start..<end)
    }
  }

  private func write<Failure>(
    _ section: IndexFormat.Section, at start: Int,
    _ body: (RawSpan, Int) throws(Failure) -> Void
  ) throws(Failure) -> ContentHash {
    var offset = start
    var hasher = ContentHasher()
    for piece in self[section] {
      try piece.forEachStretch { (stretch: RawSpan) throws(Failure) in
        hasher.combine(stretch)
        try body(stretch, offset)
        offset += stretch.byteCount
      }
    }
    return hasher.finish()
  }
}
