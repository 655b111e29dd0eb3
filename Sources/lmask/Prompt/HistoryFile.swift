internal import Corpus
internal import Glibc

/// The questions asked before, one a line, for their owner's eyes only.
///
/// Sessions at the same time each append to it; when one starts, the file is cut to its newest lines.
struct HistoryFile {
  /// In lines.
  static let capacity = 1000
  /// How much of the file's end is looked at, in bytes: a start costs the same for every size of file.
  private static let window = 512 * 1024

  let path: String

  /// The newest lines, oldest first; the file is made if there is none, and cut to them if it has more.
  ///
  /// - Returns: nil if the file cannot be used.
  func load() -> [String]? {
    makeFolder()
    guard let descriptor = open(flags: O_RDWR | O_CREAT) else { return nil }
    defer { close(descriptor) }
    fchmod(descriptor, 0o600)
    // Released with the descriptor. Nobody appends while the file is cut.
    flock(descriptor, LOCK_EX)
    guard let (bytes, start) = tail(of: descriptor) else { return nil }
    var lines = bytes.split(separator: 0x0A)
    if start > 0 && !lines.isEmpty { lines.removeFirst() }
    let newest = lines.suffix(Self.capacity)
    if start > 0 || newest.count < lines.count { replace(descriptor, with: newest) }
    return newest.map { String(decoding: $0, as: UTF8.self) }
  }

  /// Adds a line to what is there now.
  func append(_ line: String) {
    guard let descriptor = open(flags: O_WRONLY | O_APPEND | O_CREAT) else { return }
    defer { close(descriptor) }
    flock(descriptor, LOCK_EX)
    try? Descriptor.write(Array((line + "\n").utf8), to: descriptor)
  }

  /// Nil for what is no regular file. Opening does not wait, should it be a pipe.
  private func open(flags: Int32) -> Int32? {
    let descriptor = unsafe Glibc.open(path, flags | O_CLOEXEC | O_NONBLOCK, 0o600)
    guard descriptor >= 0 else { return nil }
    var raw = stat()
    if unsafe fstat(descriptor, &raw) == 0, raw.st_mode & S_IFMT == S_IFREG { return descriptor }
    close(descriptor)
    return nil
  }

  /// The end of the file, and where it starts.
  private func tail(of descriptor: Int32) -> (bytes: [UInt8], start: Int)? {
    let size = Int(lseek(descriptor, 0, SEEK_END))
    let start = max(0, size - Self.window)
    guard lseek(descriptor, off_t(start), SEEK_SET) >= 0,
      let bytes = try? FileSystem.bytes(from: descriptor, expecting: size - start)
    else { return nil }
    return (bytes, start)
  }

  /// In place and not by renaming, so that sessions waiting to append hold the right file.
  private func replace(_ descriptor: Int32, with lines: ArraySlice<ArraySlice<UInt8>>) {
    let bytes = lines.flatMap { $0 + [0x0A] }
    guard lseek(descriptor, 0, SEEK_SET) == 0 else { return }
    guard (try? Descriptor.write(bytes, to: descriptor)) != nil else { return }
    ftruncate(descriptor, off_t(bytes.count))
  }

  private func makeFolder() {
    guard path.hasPrefix("/") else { return }
    var folder = ""
    for part in path.parentFolder.split(separator: "/") {
      folder += "/" + part
      unsafe mkdir(folder, 0o700)
    }
  }
}
