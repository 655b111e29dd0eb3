internal import Glibc

/// A folder held open, so that asking for many files in it walks the path to it once.
package struct OpenFolder: ~Copyable, Sendable {
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

  /// The names in the folder; to be asked for once.
  func names() throws(SystemError) -> FolderNameReader {
    let copy = fcntl(descriptor, F_DUPFD_CLOEXEC, 0)
    guard copy >= 0 else { throw SystemError(code: errno) }
    return try FolderNameReader(descriptor: copy)
  }

  /// The content of a file, as `FileSystem` gives it.
  ///
  /// - Parameter path: relative to the folder.
  package func bytes(
    ofFile path: String, likelySize size: Int = 0, limit: Int = .max
  ) throws(SystemError) -> [UInt8] {
    // Handed over as a string, the path would be copied.
    let file = unsafe path.withCString { unsafe openat(descriptor, $0, O_RDONLY | O_CLOEXEC) }
    return try FileSystem.bytes(ofOpened: file, likelySize: size, limit: limit)
  }

  private func status(_ path: UnsafePointer<CChar>) throws(SystemError) -> FileStatus {
    var raw = stat()
    guard unsafe fstatat(descriptor, path, &raw, 0) == 0 else { throw SystemError(code: errno) }
    return FileStatus(raw)
  }
}

/// Reads the names in a folder, without `.` and `..`, in no particular order; some at a time, so
/// that no folder has too many for the memory.
@safe struct FolderNameReader: ~Copyable {
  private let folder: OpaquePointer

  /// - Parameter descriptor: of an open folder; closed with this reader.
  fileprivate init(descriptor: Int32) throws(SystemError) {
    guard let folder = unsafe fdopendir(descriptor) else {
      let error = SystemError(code: errno)
      close(descriptor)
      throw error
    }
    unsafe self.folder = folder
  }

  deinit { unsafe closedir(folder) }

  /// The next names; nil after the last.
  func next(atMost most: Int) -> FolderNames? {
    var names = FolderNames()
    while names.count < most, let entry = unsafe readdir(folder) { unsafe names.append(entry) }
    return names.count > 0 ? names : nil
  }
}

/// Names in a folder, as bytes: a string of each would take longer to make than to ask for its file.
struct FolderNames: Sendable {
  /// One after another.
  private var bytes: [UInt8] = []
  private var ends: [Int] = []

  var count: Int { ends.count }

  /// - Returns: may be no UTF-8.
  subscript(index: Int) -> ArraySlice<UInt8> {
    bytes[(index == 0 ? 0 : ends[index - 1])..<ends[index]]
  }

  fileprivate mutating func append(_ entry: UnsafeMutablePointer<dirent>) {
    // The name ends with a zero within its field.
    unsafe withUnsafeBytes(of: &entry.pointee.d_name) { field in
      let name = unsafe field.prefix { $0 != 0 }
      if unsafe name.elementsEqual(".".utf8) || name.elementsEqual("..".utf8) { return }
      unsafe bytes.append(contentsOf: name)
      ends.append(bytes.count)
    }
  }
}
