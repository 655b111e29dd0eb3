internal import Corpus

/// Where a build may put by what grows with its corpus.
package struct SpoolFolder: Sendable {
  let path: String
  /// In bytes: what each spool keeps in memory before it makes a file.
  let mostInMemory: Int

  package init(_ path: String, mostInMemory: Int = 8 << 20) {
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

  mutating func append(_ bytes: [UInt8]) {
    buffer += bytes
    spillIfFull()
  }

  /// Appends numbers as they lie in memory.
  mutating func append<Number: FixedWidthInteger & BitwiseCopyable>(numbers: [Number]) {
    unsafe numbers.withUnsafeBytes { unsafe buffer.append(contentsOf: $0) }
    spillIfFull()
  }

  /// What was appended, for reading.
  consuming func sealed() -> SealedSpool {
    if file != nil { spill() }
    if let file, file.map() { return SealedSpool(.file(file)) }
    returnToMemory()
    return SealedSpool(.memory(buffer))
  }

  private mutating func spillIfFull() {
    if let folder, buffer.count >= folder.mostInMemory { spill() }
  }

  private mutating func spill() {
    guard let folder else { return }
    if file == nil { file = UnnamedFile(folder: folder.path) }
    if file?.append(buffer) == true {
      buffer.removeAll(keepingCapacity: true)
    } else {
      returnToMemory()
    }
  }

  private mutating func returnToMemory() {
    if let file {
      guard let contents = file.contents() else { preconditionFailure("no memory left") }
      buffer = contents + buffer
    }
    file = nil
    folder = nil
  }
}

/// What a spool holds. Reading is the same wherever it lies.
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
    case .memory(let bytes): try unsafe body(bytes.span.extracting(range).bytes)
    case .file(let file): try file.read(range, body)
    }
  }

  /// Tells the system that a stretch will not be read again soon, so that it need not stay in memory.
  func forget(_ range: Range<Int>) {
    if case .file(let file) = place { file.forget(range) }
  }

  /// Hands on everything in pieces, forgetting each.
  func forEachPiece<Failure>(_ body: (RawSpan) throws(Failure) -> Void) throws(Failure) {
    for start in stride(from: 0, to: count, by: 1 << 20) {
      let range = start..<min(start + 1 << 20, count)
      try read(range, body)
      forget(range)
    }
  }
}
