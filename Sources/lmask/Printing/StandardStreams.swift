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
  private var isAtEnd = false

  /// The next line without its ending; nil at the end. Bytes that are not UTF-8 are replaced.
  ///
  /// - Throws: `Trouble` if the input cannot be read.
  mutating func line() throws(Trouble) -> String? {
    while true {
      if let end = buffer[position...].firstIndex(of: 0x0A) {
        defer { position = end + 1 }
        return text(buffer[position..<end])
      }
      if isAtEnd { break }
      try fill()
    }
    guard position < buffer.count else { return nil }
    defer { position = buffer.count }
    return text(buffer[position...])
  }

  private mutating func fill() throws(Trouble) {
    buffer.removeFirst(position)
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
