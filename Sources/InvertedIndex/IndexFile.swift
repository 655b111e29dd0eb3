internal import CLinux
package import Corpus
internal import Glibc

/// Puts an index file in its place, whole or not at all.
package enum IndexFile {
  /// Writes beside the target, flushes to disk, renames over it, flushes the folder.
  ///
  /// Whoever opens the path finds the old file or the new one, whatever happens in between. Two
  /// writers at once do not disturb each other: the last to rename wins.
  ///
  /// - Parameters:
  ///   - content: what becomes the file.
  ///   - path: made with the folders above it if they are missing.
  ///   - time: becomes the file's time of modification: the moment its corpus was first looked at.
  ///   - isPrivate: whether only its owner may read it.
  /// - Throws: `IndexError.notAnIndex` if something else stands there, `.isAFolder`,
  ///   `.unreadable`, `.unwritable`.
  package static func replace(
    path: String, with content: IndexContent, modified time: FileTime,
    isPrivate: Bool = false
  ) throws(IndexError) {
    try checkReplaceable(path)
    let folder = folder(of: path)
    try makeFolder(folder, for: path)
    removeLeftovers(of: path, in: folder)
    let temporary = "\(folder)/.\(name(of: path)).\(getpid()).tmp"
    do throws(SystemError) {
      try write(content, to: temporary, modified: time, mode: isPrivate ? 0o600 : 0o644)
      try check(unsafe rename(temporary, path))
      try flushFolder(folder)
    } catch {
      unsafe unlink(temporary)
      throw .unwritable(path: path, reason: error.description)
    }
  }

  /// Whether an index may be put at a path: nothing there, or an index, whatever its state.
  ///
  /// - Throws: `IndexError.isAFolder`, `.notAnIndex`, `.unreadable` for what might be anything.
  package static func checkReplaceable(_ path: String) throws(IndexError) {
    let file: MappedFile
    do { file = try MappedFile(path: path) } catch {
      switch error {
      case .missing, .damaged: return
      default: throw error
      }
    }
    let common = min(file.count, IndexFormat.magic.count)
    guard file.compare(0..<common, to: Array(IndexFormat.magic[..<common])) == 0 else {
      throw .notAnIndex(path: path)
    }
  }

  /// Sets the time of modification; whether it could is all that is told.
  @discardableResult
  package static func touch(_ path: String, _ time: FileTime) -> Bool {
    let times = [timespec(tv_sec: 0, tv_nsec: omitTime), timespec(time)]
    return unsafe utimensat(AT_FDCWD, path, times, 0) == 0
  }

  /// The present moment by the clock that stamps files, less one of its ticks.
  ///
  /// File times come from a clock that moves some milliseconds at a time; a file written after this
  /// call can not have an earlier time.
  package static func now() -> FileTime {
    var now = timespec()
    unsafe clock_gettime(CLOCK_REALTIME_COARSE, &now)
    let tick: Int64 = 10_000_000
    return FileTime(
      nanoseconds: Int64(now.tv_sec) * 1_000_000_000 + Int64(now.tv_nsec) - tick)
  }

  /// `SYNC_FILE_RANGE_WRITE`.
  private static let beginWriting: UInt32 = 2

  /// `UTIME_OMIT`, a macro that Swift cannot import: leave this time as it is.
  private static let omitTime = (1 << 30) - 2

  private static func folder(of path: String) -> String {
    guard let slash = path.lastIndex(of: "/") else { return "." }
    return slash == path.startIndex ? "/" : String(path[..<slash])
  }

  private static func name(of path: String) -> String {
    path.lastIndex(of: "/").map { String(path[path.index(after: $0)...]) } ?? path
  }

  private static func makeFolder(_ folder: String, for path: String) throws(IndexError) {
    var made = folder.hasPrefix("/") ? "/" : ""
    for part in folder.split(separator: "/") {
      made += (made.isEmpty || made.hasSuffix("/") ? "" : "/") + part
      guard unsafe mkdir(made, 0o700) != 0 && errno != EEXIST else { continue }
      let error = SystemError(code: errno)
      if (try? FileSystem.status(of: made)) == nil {
        throw .unwritable(path: path, reason: error.description)
      }
    }
  }

  /// Temporary files of writers that were killed.
  private static func removeLeftovers(of path: String, in folder: String) {
    let prefix = ".\(name(of: path))."
    let names = (try? FileSystem.names(inFolder: folder)) ?? []
    for name in names where name.hasPrefix(prefix) && name.hasSuffix(".tmp") {
      let middle = name.dropFirst(prefix.count).dropLast(4)
      guard let process = pid_t(middle), process != getpid() else { continue }
      if kill(process, 0) != 0 && errno == ESRCH { unsafe unlink(folder + "/" + name) }
    }
  }

  private static func write(
    _ content: IndexContent, to path: String, modified time: FileTime, mode: mode_t
  ) throws(SystemError) {
    unsafe unlink(path)
    let descriptor = unsafe open(path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, mode)
    try check(descriptor)
    defer { close(descriptor) }
    let threads = Workers.count
    try content.write(threads: threads) { (stretch: RawSpan, offset: Int) throws(SystemError) in
      try OpenFile.write(stretch, to: descriptor, at: offset)
      // The disk begins at once, so that less is left to wait for; `fsync` tells of its errors.
      sync_file_range(descriptor, Int64(offset), Int64(stretch.byteCount), beginWriting)
    }
    let times = [timespec(tv_sec: 0, tv_nsec: omitTime), timespec(time)]
    try check(unsafe futimens(descriptor, times))
    try check(fsync(descriptor))
  }

  private static func flushFolder(_ folder: String) throws(SystemError) {
    let descriptor = unsafe open(folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
    guard descriptor >= 0 else { return }
    defer { close(descriptor) }
    // Some file systems cannot flush a folder; the rename itself has happened.
    if fsync(descriptor) != 0 && errno != EINVAL && errno != EROFS {
      throw SystemError(code: errno)
    }
  }

  private static func check(_ result: Int32) throws(SystemError) {
    guard result >= 0 else { throw SystemError(code: errno) }
  }
}

extension timespec {
  fileprivate init(_ time: FileTime) {
    let (seconds, rest) = time.nanoseconds.quotientAndRemainder(dividingBy: 1_000_000_000)
    self.init(tv_sec: Int(seconds), tv_nsec: Int(rest))
  }
}
