internal import Corpus
internal import Glibc

/// Answers go here. Collects bytes and hands them to the system whole.
struct StandardOutput {
  private var pending: [UInt8] = []

  /// A reader who closes the pipe is no error: writing then fails by itself, without a signal.
  init() { signal(SIGPIPE, SIG_IGN) }

  /// Whether nothing waits to be handed over.
  var isEmpty: Bool { pending.isEmpty }

  mutating func write(_ text: String) { pending.append(contentsOf: text.utf8) }

  mutating func write(_ bytes: [UInt8]) {
    if pending.isEmpty { pending = bytes } else { pending += bytes }
  }

  /// Hands over what was collected, then these bytes.
  mutating func hand(over bytes: [UInt8]) throws(Trouble) {
    write(bytes)
    try flush()
  }

  /// Hands over what was collected.
  ///
  /// - Throws: `Trouble` if it cannot be written. Ends the process quietly if nobody reads any more.
  mutating func flush() throws(Trouble) {
    defer { pending.removeAll(keepingCapacity: true) }
    do throws(SystemError) { try Descriptor.write(pending, to: STDOUT_FILENO) } catch {
      if error.code == EPIPE { exit(ExitStatus.answered.rawValue) }
      throw Trouble(.trouble, "the answer cannot be written (\(error)); check where stdout goes")
    }
  }
}

/// Prompts, notices about the index, progress and errors go here, at once.
enum StandardError {
  /// Nothing can be said about an error stream that fails.
  static func write(_ text: String) {
    try? Descriptor.write(Array(text.utf8), to: STDERR_FILENO)
  }
}

/// Writing to what is open already.
enum Descriptor {
  static func write(_ bytes: [UInt8], to descriptor: Int32) throws(SystemError) {
    var written = 0
    while written < bytes.count {
      let count = unsafe bytes.withUnsafeBytes { buffer in
        unsafe Glibc.write(descriptor, buffer.baseAddress! + written, buffer.count - written)
      }
      if count < 0 {
        if errno == EINTR { continue }
        throw SystemError(code: errno)
      }
      written += count
    }
  }
}

/// Questions that do not come from a terminal.
struct StandardInput {
  private var buffer: [UInt8] = []
  private var position = 0
  /// So far no line ends after `position`.
  private var searched = 0
  private var isAtEnd = false

  /// What comes next.
  enum Next {
    /// A line without its ending. Bytes that are not UTF-8 are replaced.
    case line(String)
    /// Nothing is there, and nobody waited for it.
    case notYet
    case end
  }

  /// The next line; nil at the end.
  ///
  /// - Throws: `Trouble` if the input cannot be read.
  mutating func line() throws(Trouble) -> String? {
    guard case .line(let line) = try next(waits: true) else { return nil }
    return line
  }

  /// The next line, if it is there or is waited for.
  ///
  /// - Throws: `Trouble` if the input cannot be read.
  mutating func next(waits: Bool) throws(Trouble) -> Next {
    guard let end = try endOfLine(waits: waits) else {
      return isAtEnd && position == buffer.count ? .end : .notYet
    }
    let line = text(buffer[position..<end])
    position = min(end + 1, buffer.count)
    searched = position
    return .line(line)
  }

  /// Whether a line is there without waiting for it.
  mutating func hasLine() throws(Trouble) -> Bool { try endOfLine(waits: false) != nil }

  /// Where the next line ends, at its line break or at the end of all; nil if there is none.
  private mutating func endOfLine(waits: Bool) throws(Trouble) -> Int? {
    while true {
      if let end = buffer[searched...].firstIndex(of: 0x0A) {
        searched = end
        return end
      }
      searched = buffer.count
      if isAtEnd { return position < buffer.count ? buffer.count : nil }
      guard waits || isReadable else { return nil }
      try fill()
    }
  }

  /// Whether reading would return at once.
  private var isReadable: Bool {
    var input = pollfd(fd: STDIN_FILENO, events: Int16(POLLIN), revents: 0)
    return unsafe poll(&input, 1, 0) > 0
  }

  private mutating func fill() throws(Trouble) {
    buffer.removeFirst(position)
    searched -= position
    position = 0
    var chunk = [UInt8](repeating: 0, count: 65_536)
    let count = unsafe chunk.withUnsafeMutableBytes { bytes in
      unsafe read(STDIN_FILENO, bytes.baseAddress, bytes.count)
    }
    if count < 0 && errno == EINTR { return }
    guard count >= 0 else {
      throw Trouble(.trouble, "questions cannot be read from stdin (\(SystemError(code: errno)))")
    }
    if count == 0 { isAtEnd = true }
    buffer.append(contentsOf: chunk.prefix(count))
  }

  private func text(_ line: ArraySlice<UInt8>) -> String {
    String(decoding: line.last == 0x0D ? line.dropLast() : line, as: UTF8.self)
  }
}
