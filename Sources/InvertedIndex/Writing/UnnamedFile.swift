internal import Corpus
internal import Glibc

/// A file that has no name and is gone when this object is, whatever ends the program.
@safe final class UnnamedFile: @unchecked Sendable {
  private let descriptor: Int32
  /// In bytes.
  private(set) var count = 0
  // Set once by `map`, before the file is shared; afterwards nothing changes.
  private var base: UnsafeRawPointer?

  /// Nil if the folder takes no such file.
  init?(folder: String) {
    // O_TMPFILE is a macro that Swift cannot import: __O_TMPFILE | O_DIRECTORY.
    let unnamed: Int32 = 0o20_000_000 | O_DIRECTORY
    descriptor = unsafe open(folder, unnamed | O_RDWR | O_CLOEXEC, 0o600)
    guard descriptor >= 0 else { return nil }
  }

  /// - Parameter descriptor: of an empty file, open for reading and writing; closed with this object.
  init(descriptor: Int32) { self.descriptor = descriptor }

  deinit {
    if let base = unsafe base { unsafe munmap(UnsafeMutableRawPointer(mutating: base), count) }
    if descriptor >= 0 { close(descriptor) }
  }

  /// Whether all of it could be written.
  func append(_ bytes: [UInt8]) -> Bool {
    do throws(SystemError) {
      try unsafe OpenFile.write(bytes.span.bytes, to: descriptor, at: count)
    } catch { return false }
    count += bytes.count
    return true
  }

  /// Makes the file ready for reading; whether it could.
  func map() -> Bool {
    guard let base = unsafe mmap(nil, count, PROT_READ, MAP_SHARED, descriptor, 0),
      unsafe base != MAP_FAILED
    else { return false }
    unsafe self.base = UnsafeRawPointer(base)
    return true
  }

  /// - Precondition: the file is mapped and the range lies within it.
  func read<Result, Failure>(
    _ range: Range<Int>, _ body: (RawSpan) throws(Failure) -> Result
  ) throws(Failure) -> Result {
    guard let base = unsafe base, range.lowerBound >= 0, range.upperBound <= count else {
      preconditionFailure("bytes \(range) of \(count)")
    }
    let start = unsafe base + range.lowerBound
    let memory = unsafe UnsafeRawBufferPointer(start: start, count: range.count)
    return try unsafe body(memory.bytes)
  }

  /// Lets the system take back the memory of a stretch; it can be read again.
  func forget(_ range: Range<Int>) {
    guard let base = unsafe base else { return }
    let page = 4096
    let first = range.lowerBound / page * page
    let start = unsafe UnsafeMutableRawPointer(mutating: base) + first
    unsafe madvise(start, range.upperBound - first, MADV_DONTNEED)
  }

  /// What was written; nil if it cannot be read. Needs no mapping: some file systems allow none.
  func contents() -> [UInt8]? {
    var contents = [UInt8](repeating: 0, count: count)
    var filled = 0
    while filled < count {
      let got = unsafe contents.withUnsafeMutableBytes {
        unsafe pread(descriptor, $0.baseAddress! + filled, $0.count - filled, filled)
      }
      if got < 0 && errno == EINTR { continue }
      guard got > 0 else { return nil }
      filled += got
    }
    return contents
  }
}

/// Writing to an open file.
enum OpenFile {
  /// Writes all bytes at an offset.
  static func write(
    _ bytes: RawSpan, to descriptor: Int32, at offset: Int
  ) throws(SystemError) {
    var written = 0
    while written < bytes.byteCount {
      let count = unsafe bytes.extracting(droppingFirst: written).withUnsafeBytes {
        unsafe pwrite(descriptor, $0.baseAddress, $0.count, offset + written)
      }
      if count < 0 && errno == EINTR { continue }
      guard count > 0 else { throw SystemError(code: count < 0 ? errno : ENOSPC) }
      written += count
    }
  }
}
