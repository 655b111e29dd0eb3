internal import CReadline
internal import Corpus
internal import Glibc

/// Lines typed at a terminal, edited by GNU readline and remembered in a file.
///
/// Readline keeps its state in C globals, so there is one editor at a time, on the main thread.
struct LineEditor {
  /// What came of asking for a line.
  enum Line: Equatable {
    case text(String)
    /// Ctrl-C: the line was thrown away.
    case discarded
    /// Ctrl-D on an empty line.
    case end
  }

  private let history: HistoryFile?
  private let interruption: Interruption

  /// - Parameter history: nil remembers lines for this session only.
  init(history: HistoryFile?) {
    self.history = history
    unsafe setlocale(LC_CTYPE, "")
    // Line editing counts characters by the locale; text here is always UTF-8.
    if unsafe String(cString: nl_langinfo(Int32(CODESET))) != "UTF-8" {
      unsafe setlocale(LC_CTYPE, "C.UTF-8")
    }
    unsafe lmask_readline_start("lmask")
    unsafe lmask_readline_read_with { stream in unsafe LineEditor.nextByte(from: stream) }
    unsafe lmask_readline_complete_with { text, start, _ in
      unsafe LineEditor.completions(of: text, at: start)
    }
    interruption = Interruption()
    history?.load()
  }

  /// Shows the prompt on stderr and waits for a line, its line breaks folded to spaces.
  func line(prompt: String) -> Line {
    interruption.forget()
    guard let raw = unsafe readline(prompt) else {
      if !endsLineItself { StandardError.write("\n") }
      return .end
    }
    defer { unsafe free(raw) }
    if interruption.hasCome { return .discarded }
    let text = unsafe String(cString: raw)
    let isPrivate = text.first == " "
    let line = text.folded
    if !line.isEmpty && !isPrivate { history?.add(line) }
    return .text(line)
  }

  /// Readline ends the line after Ctrl-D only where it had asked the terminal to mark pastes.
  private var endsLineItself: Bool {
    guard let value = unsafe rl_variable_value("enable-bracketed-paste") else { return false }
    return unsafe String(cString: value) == "on"
  }

  /// Reads for readline; after Ctrl-C it hands over an empty line instead of what was typed.
  private static func nextByte(from stream: UnsafeMutablePointer<FILE>?) -> Int32 {
    guard let stream = unsafe stream else { return EOF }
    var byte: UInt8 = 0
    while true {
      // Readline passes the signal on to our handler, or redraws after a resize.
      rl_check_signals()
      if Interruption.hasCome {
        lmask_readline_discard()
        return 0x0A
      }
      guard unsafe lmask_readline_wait(stream) != 0 else { continue }
      let count = unsafe read(fileno(stream), &byte, 1)
      if count == 1 { return Int32(byte) }
      guard count < 0 && errno == EINTR else { return EOF }
    }
  }

  /// Commands that start with what was typed, in the form readline wants: the common beginning, the
  /// candidates, null. Readline frees all of it.
  private static func completions(
    of text: UnsafePointer<CChar>?, at start: Int32
  ) -> UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>? {
    lmask_readline_no_file_names()
    guard start == 0, let text = unsafe text else { return nil }
    let typed = unsafe String(cString: text)
    let candidates = typed.isEmpty ? [] : ReplCommand.completions(of: typed)
    guard let first = candidates.first else { return nil }
    let common = candidates.dropFirst().reduce(first) { $0.commonPrefix(with: $1) }
    let all = candidates.count == 1 ? [first] : [common] + candidates
    let size = unsafe (all.count + 1) * MemoryLayout<UnsafeMutablePointer<CChar>?>.stride
    guard let memory = unsafe malloc(size) else { return nil }
    let list = unsafe memory.bindMemory(
      to: UnsafeMutablePointer<CChar>?.self, capacity: all.count + 1)
    for (index, candidate) in all.enumerated() { unsafe list[index] = strdup(candidate) }
    unsafe list[all.count] = nil
    return unsafe list
  }
}

extension String {
  fileprivate func commonPrefix(with other: String) -> String {
    String(zip(self, other).prefix { $0 == $1 }.map(\.0))
  }
}
