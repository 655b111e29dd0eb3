internal import Glibc

/// A folder held open, so that asking for many files in it walks the path to it once.
package struct OpenFolder: ~Copyable {
  private let descriptor: Int32

  package init(_ path: String) throws(SystemError) {
    descriptor = unsafe open(path, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
    guard descriptor >= 0 else { throw SystemError(code: errno) }
  }

  deinit { close(descriptor) }

  /// Follows symbolic links.
  ///
  /// - Parameter path: relative to the folder; empty for itself.
  package func status(of path: String) throws(SystemError) -> FileStatus {
    try unsafe status(path.isEmpty ? "." : path)
  }

  /// The same of a path that is given by its bytes; not empty.
  ///
  /// - Parameter path: a zero byte is put behind it and taken away again.
  package func status(of path: inout [UInt8]) throws(SystemError) -> FileStatus {
    path.append(0)
    defer { path.removeLast() }
    // Ends with a zero; chars and bytes have one layout.
    return try unsafe path.withUnsafeBufferPointer { (bytes) throws(SystemError) in
      try unsafe status(UnsafeRawPointer(bytes.baseAddress!).assumingMemoryBound(to: CChar.self))
    }
  }

  private func status(_ path: UnsafePointer<CChar>) throws(SystemError) -> FileStatus {
    var raw = stat()
    guard unsafe fstatat(descriptor, path, &raw, 0) == 0 else { throw SystemError(code: errno) }
    return FileStatus(raw)
  }
}
