internal import CReadline
internal import Corpus
internal import Glibc
internal import Synchronization

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

  /// What Tab goes by. Readline's callbacks carry no context.
  private static let completer = Mutex(Completer())

  /// Every line of this session that is remembered, oldest first.
  private(set) var remembered: [String] = []
  /// Where lines are kept.
  private(set) var history = HistoryPlace.off
  private var historyFile: HistoryFile?
  /// As they were before plain mode.
  private var usualVariables = ReadlineVariables()
  private let interruption: Interruption
  /// Whether the program was stopped, by Ctrl-Z as a rule, and goes on. A signal handler has no
  /// context; setting an atomic flag is all it may safely do.
  private static let goesOn = Atomic<Bool>(false)

  init() {
    Self.countCharactersAsUTF8()
    lmask_readline_start()
    unsafe lmask_readline_read_with { stream in unsafe LineEditor.nextByte(from: stream) }
    unsafe lmask_readline_complete_with { text, start, _ in
      unsafe LineEditor.completions(of: text, at: start)
    }
    interruption = Interruption()
    signal(SIGCONT) { _ in LineEditor.goesOn.store(true, ordering: .relaxed) }
    using_history()
    stifle_history(Int32(HistoryFile.capacity))
  }

  /// Line editing counts characters by the locale; text here is always UTF-8.
  private static func countCharactersAsUTF8() {
    unsafe setlocale(LC_CTYPE, "")
    guard unsafe String(cString: nl_langinfo(Int32(CODESET))) != "UTF-8" else { return }
    // Readline takes the locale from the environment once more when it starts.
    unsafe setenv("LC_ALL", "C.UTF-8", 1)
    unsafe setlocale(LC_CTYPE, "C.UTF-8")
  }

  /// Keeps lines there from now on; lines that are there already can be called back.
  mutating func keepHistory(at place: HistoryPlace, environment: Environment = .process) {
    history = place
    historyFile = place.path(environment).map(HistoryFile.init)
    guard let lines = historyFile?.load() else { return historyFile = nil }
    // Those of another file, or of this one before it was switched off.
    clear_history()
    for line in lines { unsafe add_history(line) }
  }

  /// Where the lines are, in a sentence.
  var historySentence: String {
    if let historyFile { return "They are kept in \(historyFile.path)." }
    return history == .off
      ? "The history is off: nothing is kept when you leave."
      : "The history cannot be kept in a file: nothing is kept when you leave."
  }

  /// Sends no escape codes and draws nothing anew, or does again what the person's inputrc wants.
  mutating func bePlain(_ isPlain: Bool) {
    let usual = isPlain ? ReadlineVariables(now: ReadlineVariables.plain) : usualVariables
    lmask_readline_be_plain(isPlain ? 1 : 0)
    (isPlain ? ReadlineVariables.plain : usual).bind()
    usualVariables = usual
  }

  /// Completes from now on what belongs to an index and to the results shown.
  func complete(with change: (inout Completer) -> Void) {
    Self.completer.withLock { change(&$0) }
  }

  /// Shows the prompt on stderr and waits for a line, its line breaks folded to spaces.
  mutating func line(prompt: String) -> Line {
    interruption.forget()
    Self.goesOn.store(false, ordering: .relaxed)
    guard let raw = unsafe readline(prompt) else {
      if !endsLineItself { StandardError.write("\n") }
      return .end
    }
    defer { unsafe free(raw) }
    if interruption.hasCome { return .discarded }
    let text = unsafe String(cString: raw)
    let isPrivate = text.first == " "
    let line = text.folded
    if !line.isEmpty && !isPrivate { remember(line) }
    return .text(line)
  }

  private mutating func remember(_ line: String) {
    if remembered.last != line { remembered.append(line) }
    let last = unsafe lmask_history_last().map { unsafe String(cString: $0) }
    if last == line { return }
    unsafe add_history(line)
    historyFile?.append(line)
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
      // Readline passes the signal on to our handler, or redraws after a resize. Wherever in it the
      // program was stopped, it comes back here when that goes on, with the line not yet drawn.
      rl_check_signals()
      if goesOn.exchange(false, ordering: .relaxed) { rl_forced_update_display() }
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

  /// What may stand where a word was begun, in the form readline wants: the common beginning, the
  /// candidates, null. Readline frees all of it.
  private static func completions(
    of text: UnsafePointer<CChar>?, at start: Int32
  ) -> UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>? {
    lmask_readline_no_file_names()
    guard let text = unsafe text, let buffer = unsafe lmask_readline_line() else { return nil }
    let before = unsafe String(cString: buffer).utf8.prefix(Int(start))
    let word = unsafe String(cString: text)
    let candidates = completer.withLock { $0.candidates(for: word, after: String(before) ?? "") }
    guard let first = candidates.first else { return nil }
    let common = candidates.dropFirst().reduce(first) { $0.commonBeginning(with: $1) }
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
  /// As long as both are the same but for case, so that it is never shorter than what was typed.
  fileprivate func commonBeginning(with other: String) -> String {
    String(zip(self, other).prefix { $0.lowercased() == $1.lowercased() }.map(\.0))
  }
}
