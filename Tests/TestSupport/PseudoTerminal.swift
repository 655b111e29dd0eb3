import Foundation
import Glibc

/// The program at a terminal: keys go in, everything it writes comes out.
///
/// Nothing waits for a time: each step waits until a text appears.
package final class PseudoTerminal {
  // Its folder lives as long as this.
  private let program: Program
  private let child: ChildProcess
  private let master: Descriptor
  private let redirected: Descriptor?
  private var received: [UInt8] = []
  private var redirectedBytes: [UInt8] = []
  /// How much of what was received has been looked at.
  private var position = 0
  private var hasEnded = false

  /// - Parameter redirectsOutput: stdout is a pipe; stdin and stderr stay the terminal.
  package convenience init(
    _ program: Program, _ arguments: String..., columns: Int = 80, rows: Int = 24,
    set: [String: String] = [:], redirectsOutput: Bool = false
  ) throws {
    try self.init(
      program, arguments: arguments, columns: columns, rows: rows, set: set,
      redirectsOutput: redirectsOutput)
  }

  /// - Parameter underShell: a shell with job control runs the program. When that stops, the shell
  ///   prints "stopped", and brings it back after the next line typed.
  package init(
    _ program: Program, arguments: [String], columns: Int = 80, rows: Int = 24,
    set: [String: String] = [:], redirectsOutput: Bool = false, underShell: Bool = false
  ) throws {
    self.program = program
    let (master, slave) = Descriptor.terminal()
    self.master = master
    master.doNotBlock()
    var name = [UInt8](repeating: 0, count: 256)
    let error = name.withUnsafeMutableBytes { buffer in
      ttyname_r(slave.number, buffer.bindMemory(to: CChar.self).baseAddress!, buffer.count)
    }
    guard error == 0 else { throw ProgramFailure.cannotStart("no terminal (\(error))") }
    let terminal = String(decoding: name.prefix { $0 != 0 }, as: UTF8.self)
    Self.resize(master.number, columns, rows)
    let pipe = redirectsOutput ? Descriptor.pipe() : nil
    let path = try Program.path()
    let words = underShell ? ["-c", Self.shellScript, path] + arguments : arguments
    child = try ChildProcess(
      underShell ? "/bin/bash" : path, arguments: words.map { Array($0.utf8) },
      environment: program.environment.merging(set) { $1 }, folder: program.folder.path,
      streams: [
        .file(terminal), pipe.map { .descriptor($0.write.number) } ?? .file(terminal),
        .file(terminal),
      ])
    redirected = pipe?.read
    redirected?.doNotBlock()
  }

  private static let shellScript = """
    set -m; "$0" "$@"; echo stopped; read -r line; fg >/dev/null
    """

  /// Types keys. Control characters are what the keys send: `\u{03}` is Ctrl-C.
  package func type(_ keys: String) {
    var left = Array(keys.utf8)[...]
    while !left.isEmpty {
      let count = left.withUnsafeBytes { write(master.number, $0.baseAddress, $0.count) }
      guard count > 0 || errno == EAGAIN || errno == EINTR else { return }
      left = left.dropFirst(max(count, 0))
    }
  }

  /// Waits until Ctrl-C no longer just ends the program.
  package func waitUntilHandlesInterrupts() throws {
    try child.waitUntilHandles(signal: SIGINT, before: Deadline())
  }

  package func send(signal: Int32) { child.send(signal: signal) }

  /// Whether the terminal itself edits and shows what is typed, as a shell leaves it.
  package var isSane: Bool {
    var settings = termios()
    tcgetattr(master.number, &settings)
    let flags = tcflag_t(ICANON | ECHO)
    return settings.c_lflag & flags == flags
  }

  package func resize(columns: Int, rows: Int) { Self.resize(master.number, columns, rows) }

  /// Waits until a text appears after what was read before.
  ///
  /// - Returns: what was received up to and with that text, escape sequences removed.
  /// - Throws: `ProgramFailure` if the program ends or hangs first.
  @discardableResult
  package func read(until text: String) throws -> String {
    let deadline = Deadline()
    while true {
      let unread = received[position...]
      if let end = unread.firstRange(of: Array(text.utf8))?.upperBound {
        defer { position = end }
        return String(decoding: unread[..<end], as: UTF8.self).withoutEscapeSequences
      }
      if hasEnded { throw ProgramFailure.ended(waitingFor: text, got: unreadText) }
      try receive(until: deadline, waitingFor: text)
    }
  }

  /// Waits for the end of the program.
  ///
  /// - Returns: its exit status, and what it wrote that was not read before.
  package func finish() throws -> (status: Int32, rest: String) {
    let deadline = Deadline()
    while !hasEnded { try receive(until: deadline, waitingFor: "the end") }
    return (child.exitStatus(), unreadText.withoutEscapeSequences)
  }

  /// Everything the terminal was sent, escape sequences included.
  package var transcript: String { String(decoding: received, as: UTF8.self) }

  /// Everything that went to a redirected stdout.
  package var redirectedOutput: String { String(decoding: redirectedBytes, as: UTF8.self) }

  private var unreadText: String { String(decoding: received[position...], as: UTF8.self) }

  private func receive(until deadline: Deadline, waitingFor text: String) throws {
    var polled = [master, redirected].compactMap { end in
      end.map { pollfd(fd: $0.number, events: Int16(POLLIN), revents: 0) }
    }
    guard poll(&polled, nfds_t(polled.count), deadline.milliseconds) != 0 else {
      throw ProgramFailure.timedOut(waitingFor: text, got: unreadText)
    }
    if let bytes = master.readSome() { received += bytes } else { hasEnded = true }
    if let redirected {
      while let bytes = redirected.readSome(), !bytes.isEmpty { redirectedBytes += bytes }
      if redirectedBytes.contains(0x1B) {
        throw ProgramFailure.escapeByte(stream: "stdout", got: redirectedOutput)
      }
    }
  }

  private static func resize(_ terminal: Int32, _ columns: Int, _ rows: Int) {
    var size = winsize()
    size.ws_col = UInt16(columns)
    size.ws_row = UInt16(rows)
    _ = ioctl(terminal, UInt(TIOCSWINSZ), &size)
  }
}

extension String {
  /// Without the control sequences of ECMA-48 and carriage returns.
  package var withoutEscapeSequences: String {
    let text = replacing(/\u{1B}\[[0-9;?]*[ -\/]*[@-~]/, with: "")
    return String(String.UnicodeScalarView(text.unicodeScalars.filter { $0 != "\r" }))
  }
}
