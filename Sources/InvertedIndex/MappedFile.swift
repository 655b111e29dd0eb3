package import Corpus
internal import Glibc

/// A file mapped into memory for reading, for as long as this object lives.
///
/// Reads check their bounds by precondition; `ByteReader` turns bad lengths into errors before that.
/// The mapping is private and read-only, so the object may be shared between threads. Writers
/// replace index files by renaming, never in place, so the mapped bytes do not change.
@safe package final class MappedFile: @unchecked Sendable {
  package let path: String
  /// In bytes.
  package let count: Int
  private let base: UnsafeRawPointer
  /// Whether the memory belongs to a mapping and not to this program.
  private let isMapped: Bool

  /// - Throws: `IndexError.missing`, `.isAFolder`, `.unreadable`, `.notAnIndex` for what is no
  ///   regular file, `.damaged` for a file of no bytes.
  package init(path: String) throws(IndexError) {
    // Without O_NONBLOCK, opening a named pipe would wait for somebody to write into it.
    let descriptor = unsafe open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK)
    guard descriptor >= 0 else {
      let error = SystemError(code: errno)
      throw error.isMissing
        ? .missing(path: path) : .unreadable(path: path, reason: error.description)
    }
    defer { close(descriptor) }
    var status = stat()
    guard unsafe fstat(descriptor, &status) == 0 else {
      throw .unreadable(path: path, reason: SystemError(code: errno).description)
    }
    guard status.st_mode & S_IFMT != S_IFDIR else { throw .isAFolder(path: path) }
    guard status.st_mode & S_IFMT == S_IFREG else { throw .notAnIndex(path: path) }
    let size = Int(status.st_size)
    guard size > 0 else { throw .damaged(path: path, offset: 0, reason: "the file is empty") }
    guard let base = unsafe mmap(nil, size, PROT_READ, MAP_PRIVATE, descriptor, 0),
      unsafe base != MAP_FAILED
    else { throw .unreadable(path: path, reason: SystemError(code: errno).description) }
    self.path = path
    count = size
    isMapped = true
    unsafe self.base = UnsafeRawPointer(base)
  }

  /// Bytes that are in no file, copied to memory of their own.
  ///
  /// - Throws: `IndexError.damaged` for no bytes.
  package convenience init(path: String, bytes: [UInt8]) throws(IndexError) {
    guard !bytes.isEmpty else { throw .damaged(path: path, offset: 0, reason: "no bytes") }
    unsafe self.init(path: path, count: bytes.count) { target in
      unsafe bytes.withUnsafeBytes { unsafe target.copyMemory(from: $0) }
    }
  }

  /// Bytes that are in no file, in memory of their own.
  ///
  /// - Parameters:
  ///   - path: the file they come from; messages name it.
  ///   - fill: writes all of them.
  init(path: String, count: Int, fill: (UnsafeMutableRawBufferPointer) -> Void) {
    let memory = UnsafeMutableRawBufferPointer.allocate(byteCount: max(count, 1), alignment: 8)
    unsafe fill(UnsafeMutableRawBufferPointer(rebasing: memory[..<count]))
    self.path = path
    self.count = count
    isMapped = false
    unsafe base = UnsafeRawPointer(memory.baseAddress!)
  }

  deinit {
    let base = unsafe UnsafeMutableRawPointer(mutating: base)
    if isMapped { unsafe munmap(base, count) } else { unsafe base.deallocate() }
  }

  package func byte(at offset: Int) -> UInt8 {
    check(offset, 1)
    return unsafe base.load(fromByteOffset: offset, as: UInt8.self)
  }

  package func uint16(at offset: Int) -> UInt16 {
    check(offset, 2)
    return UInt16(littleEndian: unsafe base.loadUnaligned(fromByteOffset: offset, as: UInt16.self))
  }

  package func uint32(at offset: Int) -> UInt32 {
    check(offset, 4)
    return UInt32(littleEndian: unsafe base.loadUnaligned(fromByteOffset: offset, as: UInt32.self))
  }

  package func uint64(at offset: Int) -> UInt64 {
    check(offset, 8)
    return UInt64(littleEndian: unsafe base.loadUnaligned(fromByteOffset: offset, as: UInt64.self))
  }

  /// Nil if the bytes are not UTF-8.
  package func text(_ range: Range<Int>) -> String? {
    unsafe String(validating: memory(range), as: UTF8.self)
  }

  package func bytes(_ range: Range<Int>) -> [UInt8] { unsafe Array(memory(range)) }

  package func hash(_ range: Range<Int>) -> ContentHash {
    unsafe ContentHash(UnsafeRawBufferPointer(memory(range)).bytes)
  }

  /// Orders a stretch of the file against other bytes, as unsigned bytes, shorter first.
  package func compare(_ range: Range<Int>, to other: [UInt8]) -> Int {
    let mine = unsafe memory(range)
    let common = min(mine.count, other.count)
    let order = unsafe other.withUnsafeBufferPointer { theirs in
      common == 0 ? 0 : unsafe Int(memcmp(mine.baseAddress!, theirs.baseAddress!, common))
    }
    return order != 0 ? order : mine.count - other.count
  }

  private func memory(_ range: Range<Int>) -> UnsafeBufferPointer<UInt8> {
    check(range.lowerBound, range.count)
    let start = unsafe base.advanced(by: range.lowerBound).assumingMemoryBound(to: UInt8.self)
    return unsafe UnsafeBufferPointer(start: start, count: range.count)
  }

  private func check(_ offset: Int, _ length: Int) {
    precondition(offset >= 0 && length <= count - offset, "byte \(offset) of \(count)")
  }
}
