internal import Corpus
internal import Glibc

/// A file that has no name and is gone when this object is, whatever ends the program.
final class UnnamedFile: @unchecked Sendable {
  private let descriptor: Int32
  /// In bytes. Changes only while one thread has the file.
  private(set) var count = 0

  /// Nil if the folder takes no such file.
  init?(folder: String) {
    // O_TMPFILE is a macro that Swift cannot import: __O_TMPFILE | O_DIRECTORY.
    let unnamed: Int32 = 0o20_000_000 | O_DIRECTORY
    descriptor = unsafe open(folder, unnamed | O_RDWR | O_CLOEXEC, 0o600)
    guard descriptor >= 0 else { return nil }
  }

  /// - Parameter descriptor: of an empty file, open for reading and writing; closed with this object.
  init(descriptor: Int32) { self.descriptor = descriptor }

  deinit { if descriptor >= 0 { close(descriptor) } }

  /// Whether all of it could be written.
  func append(_ bytes: RawSpan) -> Bool {
    do throws(SystemError) { try OpenFile.write(bytes, to: descriptor, at: count) } catch {
      return false
    }
    count += bytes.byteCount
    return true
  }

  /// Fills a buffer with what stands from an offset on; whether all of it could be read.
  func read(from offset: Int, into buffer: inout [UInt8]) -> Bool {
    unsafe buffer.withUnsafeMutableBytes { unsafe read(from: offset, into: $0) }
  }

  /// The same for who has only a part of an array.
  @unsafe func read(from offset: Int, into buffer: UnsafeMutableRawBufferPointer) -> Bool {
    var filled = 0
    while filled < buffer.count {
      let got = unsafe pread(
        descriptor, buffer.baseAddress! + filled, buffer.count - filled, offset + filled)
      if got < 0 && errno == EINTR { continue }
      guard got > 0 else { return false }
      filled += got
    }
    return true
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
