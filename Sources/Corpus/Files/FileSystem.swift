internal import Glibc

/// A failed call to the operating system: its error number, worded by the C library.
package struct SystemError: Error, Equatable, CustomStringConvertible {
  /// The value of `errno` after the call.
  package let code: Int32

  package init(code: Int32) { self.code = code }

  package var description: String {
    unsafe String(cString: strerror(code)).lowercasedFirst
  }
}

/// A moment in nanoseconds since 1970, as the file system keeps it.
package struct FileTime: Comparable, Sendable {
  package let nanoseconds: Int64

  package init(nanoseconds: Int64) { self.nanoseconds = nanoseconds }

  init(_ time: timespec) {
    nanoseconds = Int64(time.tv_sec) &* 1_000_000_000 &+ Int64(time.tv_nsec)
  }

  package static func < (left: FileTime, right: FileTime) -> Bool {
    left.nanoseconds < right.nanoseconds
  }
}

/// What the file system knows of one file.
package struct FileStatus: Sendable {
  /// The kind of a file, as far as reading a corpus cares.
  package enum Kind: Sendable { case file, folder, other }

  package let kind: Kind
  /// In bytes.
  package let size: Int
  /// When the content was last written; anybody may set it.
  package let modified: FileTime
  /// When content, name or permissions last changed; the kernel alone sets it.
  package let changed: FileTime
  /// Device and inode: the file's identity, whatever its name.
  package let identity: FileIdentity
  /// The permission bits.
  package let permissions: UInt32

  package var isReadableByAll: Bool { permissions & 0o004 != 0 }

  /// The later of the two times: nothing about the file changed since.
  package var touched: FileTime { max(modified, changed) }
}

/// Device and inode number.
package struct FileIdentity: Hashable, Sendable {
  let device: UInt64
  let inode: UInt64
}

/// The operating system's calls for reading files, all in one place.
package enum FileSystem {
  /// Follows symbolic links.
  package static func status(of path: String) throws(SystemError) -> FileStatus {
    var raw = stat()
    guard unsafe stat(path, &raw) == 0 else { throw SystemError(code: errno) }
    return FileStatus(raw)
  }

  /// The names in a folder, without `.` and `..`, in no particular order.
  ///
  /// Names that are not UTF-8 come back with replacement characters and so cannot be opened.
  package static func names(inFolder path: String) throws(SystemError) -> [String] {
    guard let names = try OpenFolder(path).names().next(atMost: .max) else { return [] }
    return (0..<names.count).map { String(decoding: names[$0], as: UTF8.self) }
  }

  /// The content of a file when it is opened, in bytes; what is appended meanwhile may be left out.
  ///
  /// - Parameters:
  ///   - size: in bytes, as it was when the file was listed: a small file of this size is read
  ///     without being asked for it again.
  ///   - limit: in bytes.
  /// - Throws: `SystemError`; with `isTooLarge`, before anything is read, if the file is larger.
  package static func bytes(
    ofFile path: String, likelySize size: Int = 0, limit: Int = .max
  ) throws(SystemError) -> [UInt8] {
    try bytes(
      ofOpened: unsafe open(path, O_RDONLY | O_CLOEXEC), likelySize: size, limit: limit)
  }

  /// The same of a file that was just opened; closes it.
  static func bytes(
    ofOpened descriptor: Int32, likelySize size: Int, limit: Int
  ) throws(SystemError) -> [UInt8] {
    guard descriptor >= 0 else { throw SystemError(code: errno) }
    defer { close(descriptor) }
    if size > 0, size <= min(limit, mostReadAtOnce) {
      if let content = content(of: descriptor, ofSize: size) { return content }
    }
    var raw = stat()
    guard unsafe fstat(descriptor, &raw) == 0 else { throw SystemError(code: errno) }
    guard Int(raw.st_size) <= limit else { throw SystemError(code: EFBIG) }
    return try bytes(from: descriptor, expecting: Int(raw.st_size), limit: limit)
  }

  /// In bytes.
  private static let mostReadAtOnce = 1 << 16

  /// The content of a file if it has a size; nil if it is shorter or longer now.
  ///
  /// Whatever comes of this, what is read next starts at the first byte.
  private static func content(of descriptor: Int32, ofSize size: Int) -> [UInt8]? {
    let content = unsafe [UInt8](unsafeUninitializedCapacity: size + 1) { buffer, count in
      // There is room for a byte more than are expected, so that a longer file shows.
      count = unsafe max(0, pread(descriptor, buffer.baseAddress, size + 1, 0))
    }
    return content.count == size ? content : nil
  }

  /// Reads to the end of an open file or pipe.
  ///
  /// - Parameters:
  ///   - size: if known, in bytes; reading ends when so many have come.
  ///   - limit: in bytes.
  /// - Throws: `SystemError`; with `isTooLarge` if more bytes come than the limit allows.
  package static func bytes(
    from descriptor: Int32, expecting size: Int = 0, limit: Int = .max
  ) throws(SystemError) -> [UInt8] {
    var content = [UInt8](repeating: 0, count: size > 0 ? size : 65_536)
    var filled = 0
    while filled < size || size <= 0 {
      if filled == content.count { content += [UInt8](repeating: 0, count: filled) }
      let got = unsafe content.withUnsafeMutableBytes { buffer in
        unsafe read(descriptor, buffer.baseAddress! + filled, buffer.count - filled)
      }
      if got == 0 { break }
      if got < 0 {
        if errno == EINTR { continue }
        throw SystemError(code: errno)
      }
      filled += got
      guard filled <= limit else { throw SystemError(code: EFBIG) }
    }
    content.removeLast(content.count - filled)
    return content
  }

  /// The absolute path with symbolic links resolved; nil if there is no such file.
  package static func resolved(_ path: String) -> String? {
    guard let real = unsafe realpath(path, nil) else { return nil }
    defer { unsafe free(real) }
    return unsafe String(cString: real)
  }
}

extension FileStatus {
  init(_ raw: stat) {
    kind =
      switch raw.st_mode & S_IFMT {
      case S_IFREG: .file
      case S_IFDIR: .folder
      default: .other
      }
    size = Int(raw.st_size)
    modified = FileTime(raw.st_mtim)
    changed = FileTime(raw.st_ctim)
    identity = FileIdentity(device: UInt64(raw.st_dev), inode: UInt64(raw.st_ino))
    permissions = UInt32(raw.st_mode) & 0o7777
  }
}

extension String {
  /// The C library starts its messages with a capital; ours stand in mid-sentence.
  fileprivate var lowercasedFirst: String {
    guard let first else { return self }
    return first.lowercased() + dropFirst()
  }
}

extension SystemError {
  /// No file of that name, or a part of the path is no folder.
  package var isMissing: Bool { code == ENOENT || code == ENOTDIR }

  /// Larger than the reader allows.
  package var isTooLarge: Bool { code == EFBIG }

  /// Symbolic links that lead to each other.
  package var isLoop: Bool { code == ELOOP }
}
