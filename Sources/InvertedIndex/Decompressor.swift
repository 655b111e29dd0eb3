internal import CZstd
internal import Synchronization

/// Reads records that were compressed one by one; see `RecordCompressor`.
@safe final class Decompressor: Sendable {
  /// In bytes: no record of a sound index is longer.
  private static let longestRecord = 1 << 30

  private let file: MappedFile
  /// In bytes of the file.
  private let range: Range<Int>
  private let shared = Mutex(Shared())

  /// What threads take in turn.
  private struct Shared {
    /// Contexts that are not in use. Making one costs more than decompressing a passage.
    var idle: [Context] = []
    /// Made with the first record: whoever only looks for changes needs none.
    var dictionary: Dictionary?
  }

  /// What records are compressed with.
  @safe private final class Dictionary: @unchecked Sendable {
    // Made once and only read afterwards, which Zstandard allows any number of threads at once. It
    // reads the bytes where they lie: they stay as long as the file.
    let pointer: OpaquePointer?

    init(_ file: MappedFile, _ range: Range<Int>) {
      unsafe pointer =
        range.isEmpty
        ? nil
        : file.withBytes(range) { unsafe ZSTD_createDDict_byReference($0.baseAddress, $0.count) }
    }

    deinit { unsafe ZSTD_freeDDict(pointer) }
  }

  /// Zstandard's working memory; one thread uses it at a time.
  @safe private final class Context: @unchecked Sendable {
    let pointer: OpaquePointer

    init() {
      guard let pointer = unsafe ZSTD_createDCtx() else { preconditionFailure("no memory left") }
      unsafe self.pointer = pointer
    }

    deinit { unsafe ZSTD_freeDCtx(pointer) }
  }

  /// - Parameter range: of the dictionary, in bytes of the file; may be empty.
  init(_ file: MappedFile, dictionary range: Range<Int>) {
    self.file = file
    self.range = range
  }

  /// The record that lies compressed in a stretch of the file.
  ///
  /// - Throws: `IndexError.damaged` if it is no such record.
  func record(_ range: Range<Int>) throws(IndexError) -> ByteReader {
    let size = unsafe file.withBytes(range) {
      unsafe ZSTD_getFrameContentSize($0.baseAddress, $0.count)
    }
    guard size <= UInt64(Self.longestRecord) else { throw damage(range) }
    let (idle, dictionary) = shared.withLock { shared in
      let dictionary = shared.dictionary ?? Dictionary(file, self.range)
      shared.dictionary = dictionary
      return (shared.idle.popLast(), dictionary)
    }
    let context = idle ?? Context()
    defer { shared.withLock { $0.idle.append(context) } }
    var length = 0
    let memory = unsafe MappedFile(path: file.path, count: Int(size)) { target in
      unsafe length = file.withBytes(range) { source in
        unsafe ZSTD_decompress_usingDDict(
          context.pointer, target.baseAddress, target.count, source.baseAddress, source.count,
          dictionary.pointer)
      }
    }
    guard length == memory.count else { throw damage(range) }
    return ByteReader(memory, 0..<length)
  }

  private func damage(_ range: Range<Int>) -> IndexError {
    .damaged(path: file.path, offset: range.lowerBound, reason: "a record cannot be decompressed")
  }
}
