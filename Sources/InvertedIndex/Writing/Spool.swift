internal import Corpus

/// Where a build may put by what grows with its corpus.
package struct SpoolFolder: Sendable {
  let path: String
  /// In bytes: what each spool keeps in memory before it makes a file.
  let mostInMemory: Int

  package init(_ path: String, mostInMemory: Int = 1 << 20) {
    self.path = path
    self.mostInMemory = mostInMemory
  }
}

/// Bytes put by for later: in memory while they are few, then in a file without a name.
///
/// Keeps the memory of a build bounded however long the sections of its index grow. Where no file
/// can be made or written, memory holds them all.
struct Spool {
  private var buffer: [UInt8] = []
  private var file: UnnamedFile?
  /// Where a file may be made; nil once none can.
  private var folder: SpoolFolder?

  /// - Parameters:
  ///   - folder: without one everything stays in memory.
  ///   - file: takes the bytes if it is there already.
  init(folder: SpoolFolder?, file: UnnamedFile? = nil) {
    self.folder = folder
    self.file = file
  }

  /// In bytes.
  var count: Int { (file?.count ?? 0) + buffer.count }

  mutating func append(_ bytes: [UInt8]) { unsafe append(bytes.span.bytes) }

  /// Appends numbers as they lie in memory.
  mutating func append<Number: FixedWidthInteger & BitwiseCopyable>(numbers: [Number]) {
    unsafe append(numbers.span.bytes)
  }

  private mutating func append(_ bytes: RawSpan) {
    if let folder, buffer.count + bytes.byteCount >= folder.mostInMemory {
      spill()
      // What fills the memory by itself need not go through it.
      if bytes.byteCount >= folder.mostInMemory, file?.append(bytes) == true { return }
    }
    unsafe bytes.withUnsafeBytes { unsafe buffer.append(contentsOf: $0) }
  }

  /// What was appended, for reading.
  consuming func sealed() -> SealedSpool {
    if file != nil { spill() }
    return file.map { SealedSpool(.file($0)) } ?? SealedSpool(.memory(buffer))
  }

  private mutating func spill() {
    guard let folder else { return }
    if file == nil { file = UnnamedFile(folder: folder.path) }
    if unsafe file?.append(buffer.span.bytes) == true {
      buffer.removeAll(keepingCapacity: true)
    } else {
      returnToMemory()
    }
  }

  private mutating func returnToMemory() {
    if let file { buffer = SealedSpool(.file(file)).bytes(0..<file.count) + buffer }
    file = nil
    folder = nil
  }
}

/// What a spool holds. Reading is the same wherever it lies.
///
/// Files are read, not mapped, so that what was read takes no memory afterwards.
struct SealedSpool: Sendable {
  fileprivate enum Place {
    case memory([UInt8])
    case file(UnnamedFile)
  }

  private let place: Place

  fileprivate init(_ place: Place) { self.place = place }

  /// In bytes.
  var count: Int {
    switch place {
    case .memory(let bytes): bytes.count
    case .file(let file): file.count
    }
  }

  /// Hands on a stretch of the bytes.
  ///
  /// - Precondition: the range lies within `count`.
  func read<Result, Failure>(
    _ range: Range<Int>, _ body: (RawSpan) throws(Failure) -> Result
  ) throws(Failure) -> Result {
    switch place {
    case .memory(let bytes):
      return try unsafe body(bytes.span.extracting(range).bytes)
    case .file:
      let bytes = bytes(range)
      return try unsafe body(bytes.span.bytes)
    }
  }

  /// A copy of a stretch.
  ///
  /// - Precondition: the range lies within `count`.
  func bytes(_ range: Range<Int>) -> [UInt8] {
    var bytes: [UInt8] = []
    read(range, into: &bytes)
    return bytes
  }

  /// Makes a buffer the copy of a stretch.
  ///
  /// - Precondition: the range lies within `count`.
  func read(_ range: Range<Int>, into buffer: inout [UInt8]) {
    switch place {
    case .memory(let bytes):
      buffer.removeAll(keepingCapacity: true)
      buffer += bytes[range]
    case .file(let file):
      precondition(range.lowerBound >= 0 && range.upperBound <= count, "bytes \(range) of \(count)")
      buffer.setCount(range.count, adding: 0)
      // Nobody else can reach the file: only a broken disk loses what was written.
      precondition(file.read(from: range.lowerBound, into: &buffer), "a temporary file is lost")
    }
  }

  /// Copies numbers that were appended as they lay in memory.
  ///
  /// - Parameters:
  ///   - offset: of the first, in bytes.
  ///   - place: where it goes; there is room for all from there on.
  func read<Number: FixedWidthInteger & BitwiseCopyable>(
    numbersAt offset: Int, count: Int, into numbers: inout [Number], at place: Int
  ) {
    let size = MemoryLayout<Number>.stride
    let range = offset..<offset + count * size
    unsafe numbers.withUnsafeMutableBytes { numbers in
      let room = unsafe UnsafeMutableRawBufferPointer(
        rebasing: numbers[place * size..<(place + count) * size])
      switch self.place {
      case .memory(let bytes):
        // Any bits are numbers.
        unsafe bytes[range].withUnsafeBytes { unsafe room.copyMemory(from: $0) }
      case .file(let file):
        precondition(
          unsafe file.read(from: range.lowerBound, into: room), "a temporary file is lost")
      }
    }
  }

  /// Hands on everything in pieces.
  func forEachPiece<Failure>(_ body: (RawSpan) throws(Failure) -> Void) throws(Failure) {
    guard case .file = place else { return try read(0..<count, body) }
    var buffer: [UInt8] = []
    for start in stride(from: 0, to: count, by: Self.pieceSize) {
      read(start..<min(start + Self.pieceSize, count), into: &buffer)
      try unsafe body(buffer.span.bytes)
    }
  }

  /// In bytes.
  private static let pieceSize = 1 << 18
}

/// Reads a stretch of a spool from its start to its end.
struct SpoolReader {
  private let spool: SealedSpool
  /// What is not in the block yet, in bytes of the spool.
  private var unread: Range<Int>
  private var block: [UInt8] = []
  private var position = 0

  /// In bytes. Many are read at once, one for each run of a large build.
  private static let blockSize = 16 << 10

  init(_ spool: SealedSpool, _ range: Range<Int>) {
    self.spool = spool
    unread = range
  }

  var isAtEnd: Bool { position == block.count && unread.isEmpty }

  /// - Precondition: it is not at the end.
  mutating func byte() -> UInt8 {
    if position == block.count { refill() }
    position += 1
    return block[position - 1]
  }

  /// A number as `ByteWriter.append(variable:)` writes it.
  mutating func variable() -> Int {
    // Most numbers take one byte.
    if position < block.count, block[position] < 0x80 {
      position += 1
      return Int(block[position - 1])
    }
    var (value, shift) = (0, 0)
    while true {
      let byte = byte()
      value |= Int(byte & 0x7F) << shift
      if byte < 0x80 { return value }
      shift += 7
    }
  }

  /// Copies the next bytes to a place among others, where there is room for them.
  mutating func read(_ count: Int, into bytes: inout [UInt8], at place: Int) {
    var bytes = bytes.mutableSpan
    for index in place..<place + count { bytes[index] = byte() }
  }

  private mutating func refill() {
    let end = min(unread.lowerBound + Self.blockSize, unread.upperBound)
    spool.read(unread.lowerBound..<end, into: &block)
    unread = end..<unread.upperBound
    position = 0
  }
}
