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
  /// When the file was last written, as it stood when it was opened; nil for bytes in no file.
  ///
  /// Asked of the open file, because another one may take its path at any moment.
  package let modified: FileTime?
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
    let time = status.st_mtim
    modified = FileTime(nanoseconds: Int64(time.tv_sec) * 1_000_000_000 + Int64(time.tv_nsec))
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
    modified = nil
    unsafe base = UnsafeRawPointer(memory.baseAddress!)
  }

  deinit {
    let base = unsafe UnsafeMutableRawPointer(mutating: base)
    if isMapped { unsafe munmap(base, count) } else { unsafe base.deallocate() }
  }

  /// Gives back the memory that what was read takes; it is read again when it is asked for.
  func letGoOfPages() {
    guard isMapped else { return }
    unsafe madvise(UnsafeMutableRawPointer(mutating: base), count, MADV_DONTNEED)
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

  /// A number of at most 32 bits that starts within a byte, lowest bit first; bits behind the end of
  /// the file are 0.
  package func bits(at offset: Int, skipping bits: Int, width: Int) -> UInt32 {
    UInt32(truncatingIfNeeded: word(at: offset, skipping: bits) & (1 << UInt64(width) - 1))
  }

  /// At least 57 bits from one on that may stand within a byte, lowest first; bits behind the end of
  /// the file are 0.
  func word(at offset: Int, skipping bits: Int) -> UInt64 {
    let start = offset + bits / 8
    let word = start >= 0 && start <= count - 8 ? uint64(at: start) : lastBytes(from: start)
    return word >> UInt64(bits % 8)
  }

  /// Numbers of at most 32 bits each, one after another, lowest bit first.
  ///
  /// - Precondition: there is room for them, and their bytes lie in the file.
  package func unpack(at offset: Int, width: Int, count numbers: Int, into all: inout [UInt32]) {
    precondition(numbers <= all.count && width <= 32, "\(numbers) numbers of \(width) bits")
    check(offset, (numbers * width + 7) / 8)
    let mask: UInt64 = 1 << UInt64(width) - 1
    if width == 0 {
      for index in 0..<numbers { all[index] = 0 }
      return
    }
    // Eight bytes are read at a time; near the end of the file there are not so many.
    let whole = max(0, min(numbers, (count - offset - 8) * 8 / width))
    unsafe unpackWhole(at: base + offset, width: UInt(width), mask, &all, count: whole)
    for index in whole..<numbers {
      all[index] = bits(at: offset, skipping: index * width, width: width)
    }
  }

  /// - Precondition: there is room for them, and eight bytes of the file where the last one starts.
  private func unpackWhole(
    at start: UnsafeRawPointer, width: UInt, _ mask: UInt64, _ all: inout [UInt32], count: Int
  ) {
    // A loop without checks: a third of the time that was spent on a block.
    unsafe all.withUnsafeMutableBufferPointer { all in
      var bit: UInt = 0
      var first = 0
      // Four narrow numbers of 57 bits at once: most lists are of such.
      while width <= 14, first + 4 <= count {
        let word = unsafe start.loadUnaligned(fromByteOffset: Int(bit >> 3), as: UInt64.self)
        let four = UInt64(littleEndian: word) &>> UInt64(bit & 7)
        unsafe all[first] = UInt32(truncatingIfNeeded: four & mask)
        unsafe all[first + 1] = UInt32(truncatingIfNeeded: four &>> UInt64(width) & mask)
        unsafe all[first + 2] = UInt32(truncatingIfNeeded: four &>> UInt64(2 &* width) & mask)
        unsafe all[first + 3] = UInt32(truncatingIfNeeded: four &>> UInt64(3 &* width) & mask)
        first += 4
        bit &+= 4 &* width
      }
      for index in first..<count {
        let word = unsafe start.loadUnaligned(fromByteOffset: Int(bit >> 3), as: UInt64.self)
        unsafe all[index] = UInt32(
          truncatingIfNeeded: UInt64(littleEndian: word) &>> UInt64(bit & 7) & mask)
        bit &+= width
      }
    }
  }

  private func lastBytes(from start: Int) -> UInt64 {
    var word: UInt64 = 0
    for index in 0..<8 where start + index < count {
      word |= UInt64(byte(at: start + index)) << UInt64(8 * index)
    }
    return word
  }

  /// Nil if the bytes are not UTF-8.
  package func text(_ range: Range<Int>) -> String? {
    String(checking: unsafe memory(range).span)
  }

  package func bytes(_ range: Range<Int>) -> [UInt8] { unsafe Array(memory(range)) }

  /// Adds a stretch of the file to other bytes.
  package func append(_ range: Range<Int>, to bytes: inout [UInt8]) {
    unsafe bytes.append(contentsOf: memory(range))
  }

  /// Lends a stretch of the file.
  func withBytes<Value>(_ range: Range<Int>, _ body: (UnsafeBufferPointer<UInt8>) -> Value) -> Value
  {
    unsafe body(memory(range))
  }

  package func hash(_ range: Range<Int>) -> ContentHash {
    unsafe ContentHash(UnsafeRawBufferPointer(memory(range)).bytes)
  }

  /// Orders a stretch of the file against other bytes, as unsigned bytes, shorter first.
  package func compare(_ range: Range<Int>, to other: [UInt8]) -> Int {
    compare(range, to: other.span)
  }

  /// The same for who has no array.
  func compare(_ range: Range<Int>, to other: Span<UInt8>) -> Int {
    let mine = unsafe memory(range)
    let common = min(mine.count, other.count)
    let order = unsafe other.withUnsafeBufferPointer { theirs in
      common == 0 ? 0 : unsafe Int(memcmp(mine.baseAddress!, theirs.baseAddress!, common))
    }
    return order != 0 ? order : mine.count - other.count
  }

  /// How many bytes a stretch of the file and other bytes begin with alike.
  package func countAlike(_ range: Range<Int>, _ other: Span<UInt8>, from start: Int) -> Int {
    let mine = unsafe memory(range)
    let most = min(mine.count, other.count - start)
    var alike = 0
    while alike < most, unsafe mine[alike] == other[start + alike] { alike += 1 }
    return alike
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

extension String {
  /// Nil if the bytes are not UTF-8.
  ///
  /// Not `String(validating:as:)`, which is generic and looks its types up anew for every text.
  init?(checking bytes: Span<UInt8>) {
    guard let text = try? UTF8Span(validating: bytes) else { return nil }
    self.init(copying: text)
  }
}
