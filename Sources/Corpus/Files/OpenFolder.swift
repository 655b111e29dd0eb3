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
    var raw = stat()
    guard unsafe fstatat(descriptor, path.isEmpty ? "." : path, &raw, 0) == 0 else {
      throw SystemError(code: errno)
    }
    return FileStatus(raw)
  }
}
