internal import CReadline
internal import Corpus
internal import Glibc

/// The questions asked before, one a line, for their owner's eyes only.
///
/// Sessions at the same time each append to it; when one starts, the file is cut to its newest lines.
struct HistoryFile {
  /// In lines.
  private static let capacity: Int32 = 1000

  private let path: String

  /// `$XDG_STATE_HOME/lmask/history`; nil if there is no home to keep it in.
  init?(environment: Environment = .process) {
    guard let state = environment.folder("XDG_STATE_HOME", orInHome: ".local/state") else {
      return nil
    }
    path = state + "/lmask/history"
  }

  /// Hands the file's lines to readline. A file that cannot be used leaves the session without one.
  func load() {
    using_history()
    makeFile()
    guard let status = try? FileSystem.status(of: path), status.kind == .file else { return }
    unsafe history_truncate_file(path, Self.capacity)
    unsafe read_history(path)
    stifle_history(Self.capacity)
  }

  /// Remembers a line unless it repeats the last one.
  func add(_ line: String) {
    if lastLine == line { return }
    unsafe add_history(line)
    unsafe append_history(1, path)
  }

  private var lastLine: String? {
    unsafe lmask_history_last().map { unsafe String(cString: $0) }
  }

  private func makeFile() {
    var folder = ""
    for part in path.parentFolder.split(separator: "/") {
      folder += "/" + part
      unsafe mkdir(folder, 0o700)
    }
    let descriptor = unsafe open(path, O_WRONLY | O_CREAT | O_CLOEXEC, 0o600)
    guard descriptor >= 0 else { return }
    fchmod(descriptor, 0o600)
    close(descriptor)
  }
}
