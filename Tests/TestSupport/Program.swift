import Foundation
import Glibc

/// The built program in a place of its own: a folder to work in and an environment that holds
/// nothing of the person who runs the tests.
package final class Program {
  /// The working folder; the home folder is `home` in it.
  package let folder: TemporaryFolder
  package var environment: [String: String]

  /// What one run gave.
  package struct Result {
    /// The exit status; for a process ended by a signal, the signal's number negated.
    package let status: Int32
    package let outputBytes: [UInt8]
    package let errorBytes: [UInt8]

    package var output: String { String(decoding: outputBytes, as: UTF8.self) }
    package var errors: String { String(decoding: errorBytes, as: UTF8.self) }
    package var outputLines: [String] { Self.lines(output) }
    package var errorLines: [String] { Self.lines(errors) }

    private static func lines(_ text: String) -> [String] {
      var lines = text.components(separatedBy: "\n")
      if lines.last == "" { lines.removeLast() }
      return lines
    }
  }

  /// Where stdout leads.
  package enum Output {
    case pipe
    case file(String)
    /// A pipe that nobody reads any more.
    case closedPipe
  }

  package init() throws {
    folder = try TemporaryFolder()
    let home = folder.path + "/home"
    try FileManager.default.createDirectory(atPath: home, withIntermediateDirectories: true)
    environment = [
      "HOME": home, "XDG_CACHE_HOME": home + "/cache", "XDG_STATE_HOME": home + "/state",
      "XDG_CONFIG_HOME": home + "/config",
      "XDG_DATA_HOME": home + "/data", "XDG_DATA_DIRS": home + "/shared", "LANG": "C.UTF-8",
      "TERM": "xterm-256color", "PATH": "/usr/bin:/bin", "INPUTRC": "/dev/null",
      // Nobody is there to turn pages.
      "PAGER": "",
    ]
    // Where the Swift libraries are, if not where the program looks by itself, and how a sanitizer
    // that was built in behaves.
    for name in ["LD_LIBRARY_PATH", "ASAN_OPTIONS", "TSAN_OPTIONS"] {
      environment[name] = ProcessInfo.processInfo.environment[name]
    }
  }

  /// The executable beside the test bundle.
  package static func path() throws -> String {
    let tests = URL(fileURLWithPath: "/proc/self/exe").resolvingSymlinksInPath()
    let folders = CommandLine.arguments.filter { $0.hasSuffix(".xctest") }
      .map { URL(fileURLWithPath: $0).deletingLastPathComponent().path }
    let candidates = ([tests.deletingLastPathComponent().path] + folders).map { $0 + "/lmask" }
    guard let path = candidates.first(where: FileManager.default.isExecutableFile) else {
      throw ProgramFailure.notBuilt(path: candidates[0])
    }
    return path
  }

  /// Runs the program to its end.
  ///
  /// - Parameter closing: numbers of standard streams that it starts without, as after `<&-`.
  /// - Throws: `ProgramFailure` if it hangs, or if stdout or stderr hold an escape byte that was
  ///   not asked for.
  package func run(
    _ arguments: String..., input: String? = nil, set: [String: String] = [:],
    output: Output = .pipe, closing: Set<Int> = []
  ) throws -> Result {
    try run(
      bytes: arguments.map { Array($0.utf8) }, input: input.map { Array($0.utf8) }, set: set,
      output: output, closing: closing)
  }

  /// The same with arguments and input that need not be UTF-8; nil is no input at all.
  package func run(
    bytes arguments: [[UInt8]], input: [UInt8]? = nil, set: [String: String] = [:],
    output: Output = .pipe, closing: Set<Int> = []
  ) throws -> Result {
    try start(bytes: arguments, input: input, set: set, output: output, closing: closing).finish()
  }

  /// Starts the program without waiting for it.
  package func start(
    _ arguments: String..., input: String? = nil, set: [String: String] = [:]
  ) throws -> RunningProgram {
    try start(
      bytes: arguments.map { Array($0.utf8) }, input: input.map { Array($0.utf8) }, set: set,
      output: .pipe, closing: [])
  }

  /// Starts the program for a talk: what it is told comes bit by bit, until `finish`.
  package func startTalk(_ arguments: String...) throws -> RunningProgram {
    try start(
      bytes: arguments.map { Array($0.utf8) }, input: [], set: [:], output: .pipe, closing: [],
      isTalk: true)
  }

  private func start(
    bytes arguments: [[UInt8]], input: [UInt8]?, set: [String: String], output: Output,
    closing: Set<Int>, isTalk: Bool = false
  ) throws -> RunningProgram {
    try RunningProgram(
      self, arguments: arguments, environment: environment.merging(set) { $1 }, input: input,
      output: output, closing: closing, isTalk: isTalk)
  }
}

/// A run of the program that has not been waited for.
package final class RunningProgram {
  // Its folder lives as long as this.
  private let program: Program
  private let child: ChildProcess
  private let arguments: [String]
  private let input: Descriptor?
  private var pendingInput: ArraySlice<UInt8>
  /// Whether more input may come when all of it is written.
  private var isTalk: Bool
  private let output: Descriptor?
  private let errors: Descriptor
  private var outputBytes: [UInt8] = []
  private var errorBytes: [UInt8] = []

  init(
    _ program: Program, arguments: [[UInt8]], environment: [String: String], input: [UInt8]?,
    output: Program.Output, closing: Set<Int>, isTalk: Bool
  ) throws {
    self.program = program
    self.isTalk = isTalk
    // Writing to a child that has ended must not end the tests.
    signal(SIGPIPE, SIG_IGN)
    let inputPipe = input.map { _ in Descriptor.pipe() }
    let outputPipe = Descriptor.pipe()
    let errorPipe = Descriptor.pipe()
    let stdout: ChildProcess.Stream
    switch output {
    case .pipe: stdout = .descriptor(outputPipe.write.number)
    case .file(let file): stdout = .file(file)
    case .closedPipe:
      outputPipe.read.close()
      stdout = .descriptor(outputPipe.write.number)
    }
    let streams: [ChildProcess.Stream] = [
      inputPipe.map { .descriptor($0.read.number) } ?? .file("/dev/null"), stdout,
      .descriptor(errorPipe.write.number),
    ]
    child = try ChildProcess(
      Program.path(), arguments: arguments, environment: environment,
      folder: program.folder.path,
      streams: streams.enumerated().map { closing.contains($0.offset) ? .closed : $0.element })
    self.arguments = arguments.map { String(decoding: $0, as: UTF8.self) }
    self.input = inputPipe?.write
    pendingInput = (input ?? [])[...]
    if case .pipe = output { self.output = outputPipe.read } else { self.output = nil }
    errors = errorPipe.read
    for end in [self.input, self.output, errors] { end?.doNotBlock() }
    endInputIfAllIsWritten()
  }

  package func send(signal: Int32) { child.send(signal: signal) }

  /// Writes to the program's stdin, in a talk.
  package func tell(_ text: String) {
    pendingInput += Array(text.utf8)
    feed()
  }

  /// Waits for the next line on stdout, in a talk.
  package func line() throws -> String {
    let deadline = Deadline()
    while true {
      if let end = outputBytes.firstIndex(of: 0x0A) {
        defer { outputBytes.removeSubrange(...end) }
        return String(decoding: outputBytes[..<end], as: UTF8.self)
      }
      guard isOpen(output) else {
        throw ProgramFailure.ended(
          waitingFor: "a line", got: String(decoding: outputBytes + errorBytes, as: UTF8.self))
      }
      try exchange(until: deadline)
    }
  }

  /// Waits for the end of the run.
  package func finish() throws -> Program.Result {
    isTalk = false
    endInputIfAllIsWritten()
    let deadline = Deadline()
    while isOpen(output) || isOpen(errors) { try exchange(until: deadline) }
    let result = Program.Result(
      status: child.exitStatus(), outputBytes: outputBytes, errorBytes: errorBytes)
    try EscapeCheck.run(arguments, output: outputBytes, errors: errorBytes)
    return result
  }

  private func isOpen(_ end: Descriptor?) -> Bool { (end?.number ?? -1) >= 0 }

  private func exchange(until deadline: Deadline) throws {
    let reading = [output, errors].compactMap { isOpen($0) ? $0 : nil }
    var polled = reading.map { pollfd(fd: $0.number, events: Int16(POLLIN), revents: 0) }
    if let input, isOpen(input), !pendingInput.isEmpty {
      polled.append(pollfd(fd: input.number, events: Int16(POLLOUT), revents: 0))
    }
    guard poll(&polled, nfds_t(polled.count), deadline.milliseconds) != 0 else {
      throw ProgramFailure.timedOut(
        waitingFor: "the end of lmask \(arguments.joined(separator: " ").prefix(200))",
        got: String(decoding: outputBytes + errorBytes, as: UTF8.self))
    }
    for (end, state) in zip(reading, polled) where state.revents != 0 { take(from: end) }
    if polled.count > reading.count, polled[reading.count].revents != 0 { feed() }
  }

  private func take(from end: Descriptor) {
    guard let bytes = end.readSome() else { return end.close() }
    if end === errors { errorBytes += bytes } else { outputBytes += bytes }
  }

  private func feed() {
    guard let input else { return }
    let count = pendingInput.withUnsafeBytes { write(input.number, $0.baseAddress, $0.count) }
    if count > 0 { pendingInput = pendingInput.dropFirst(count) }
    if count < 0 && errno != EAGAIN && errno != EINTR { pendingInput = [] }
    endInputIfAllIsWritten()
  }

  private func endInputIfAllIsWritten() {
    if pendingInput.isEmpty && !isTalk { input?.close() }
  }
}
