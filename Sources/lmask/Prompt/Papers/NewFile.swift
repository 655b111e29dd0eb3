internal import Corpus
internal import Glibc

/// Writes files that were not there before.
enum NewFile {
  /// Why a file is not written.
  enum Failure: Error, Equatable, CustomStringConvertible {
    case exists(path: String)
    case isAFolder(path: String)
    case unwritable(path: String, reason: String)

    var description: String {
      switch self {
      case .exists(let path):
        "\(path.onOneLine): there is such a file; it stays as it is. Name another file, or remove it first."
      case .isAFolder(let path): "\(path.onOneLine): this is a folder; name a file in it."
      case .unwritable(let path, let reason):
        "\(path.onOneLine): cannot be written (\(reason)); name a file in another folder."
      }
    }
  }

  /// The file appears whole or not at all, and only where none was.
  static func write(_ text: String, to path: String) throws(Failure) {
    if let status = try? FileSystem.status(of: path) {
      throw status.kind == .folder ? .isAFolder(path: path) : .exists(path: path)
    }
    let temporary = "\(path).\(getpid()).tmp"
    defer { unsafe unlink(temporary) }
    do throws(SystemError) {
      try fill(temporary, Array(text.utf8))
      try put(temporary, at: path)
    } catch {
      throw error.code == EEXIST
        ? .exists(path: path) : .unwritable(path: path, reason: error.description)
    }
  }

  private static func fill(_ path: String, _ bytes: [UInt8]) throws(SystemError) {
    let descriptor = unsafe open(path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o644)
    guard descriptor >= 0 else { throw SystemError(code: errno) }
    defer { close(descriptor) }
    try Descriptor.write(bytes, to: descriptor)
    guard fsync(descriptor) == 0 else { throw SystemError(code: errno) }
  }

  /// A second name does not replace what has come in between, as renaming would. File systems without
  /// second names (those of memory sticks) get the name reserved first.
  private static func put(_ temporary: String, at path: String) throws(SystemError) {
    if unsafe link(temporary, path) == 0 { return }
    guard [EPERM, ENOTSUP, ENOSYS].contains(errno) else { throw SystemError(code: errno) }
    let descriptor = unsafe open(path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o644)
    guard descriptor >= 0 else { throw SystemError(code: errno) }
    close(descriptor)
    guard unsafe rename(temporary, path) == 0 else { throw SystemError(code: errno) }
  }
}
