import Foundation
import Glibc

/// A process started from a test, killed when its owner goes.
final class ChildProcess {
  /// What one of the standard streams of the child is.
  enum Stream {
    /// An open descriptor of this process.
    case descriptor(Int32)
    /// A file opened by the child itself; a terminal thereby becomes the child's own.
    case file(String)
    /// Nothing, as after `<&-`.
    case closed
  }

  private let id: pid_t
  private var rawStatus: Int32?

  /// - Parameters:
  ///   - arguments: without the program's name, as bytes, because arguments need not be UTF-8.
  ///   - streams: stdin, stdout and stderr.
  init(
    _ path: String, arguments: [[UInt8]], environment: [String: String], folder: String,
    streams: [Stream]
  ) throws {
    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    for (number, stream) in streams.enumerated() {
      switch stream {
      case .descriptor(let open): posix_spawn_file_actions_adddup2(&actions, open, Int32(number))
      case .file(let path):
        posix_spawn_file_actions_addopen(&actions, Int32(number), path, O_RDWR, 0)
      case .closed: posix_spawn_file_actions_addclose(&actions, Int32(number))
      }
    }
    var attributes = Self.attributes()
    defer { posix_spawnattr_destroy(&attributes) }
    // `env -C` changes the folder and then becomes the program.
    let words = ["env", "-C", folder, path].map { Array($0.utf8) } + arguments
    let settings = environment.map { Array("\($0.key)=\($0.value)".utf8) }
    var id: pid_t = 0
    let error = Self.withCStrings(words) { words in
      Self.withCStrings(settings) { settings in
        Descriptor.lock.withLock {
          posix_spawn(&id, "/usr/bin/env", &actions, &attributes, words, settings)
        }
      }
    }
    guard error == 0 else { throw ProgramFailure.cannotStart(String(cString: strerror(error))) }
    self.id = id
  }

  deinit {
    guard rawStatus == nil else { return }
    kill(id, SIGKILL)
    waitpid(id, nil, 0)
  }

  func send(signal: Int32) { kill(id, signal) }

  /// Waits until the child handles a signal itself, by asking the kernel.
  func waitUntilHandles(signal: Int32, before deadline: Deadline) throws {
    while true {
      let status = try String(contentsOfFile: "/proc/\(id)/status", encoding: .utf8)
      let line = status.split(separator: "\n").first { $0.hasPrefix("SigCgt:") }
      let caught = line?.split(separator: "\t").last.flatMap { UInt64($0, radix: 16) } ?? 0
      if caught >> UInt64(signal - 1) & 1 == 1 { return }
      guard deadline.milliseconds > 0 else {
        throw ProgramFailure.timedOut(waitingFor: "a handler of signal \(signal)", got: "")
      }
      sched_yield()
    }
  }

  /// Waits for the end. Call it when the child's streams are closed, so that it is near.
  ///
  /// - Returns: the exit status; for a child ended by a signal, the signal's number negated.
  func exitStatus() -> Int32 {
    if rawStatus == nil {
      var status: Int32 = 0
      while waitpid(id, &status, 0) < 0 && errno == EINTR {}
      rawStatus = status
    }
    let status = rawStatus ?? 0
    return status & 0x7F == 0 ? (status >> 8) & 0xFF : -(status & 0x7F)
  }

  /// A session of its own, so that a terminal it opens is its own; signals as a shell leaves them.
  private static func attributes() -> posix_spawnattr_t {
    var attributes = posix_spawnattr_t()
    posix_spawnattr_init(&attributes)
    var signals = sigset_t()
    sigemptyset(&signals)
    posix_spawnattr_setsigmask(&attributes, &signals)
    for signal in [SIGPIPE, SIGINT, SIGQUIT, SIGTERM] { sigaddset(&signals, signal) }
    posix_spawnattr_setsigdefault(&attributes, &signals)
    let flags = Int32(POSIX_SPAWN_SETSIGDEF) | Int32(POSIX_SPAWN_SETSIGMASK) | 0x80  // SETSID
    posix_spawnattr_setflags(&attributes, Int16(flags))
    return attributes
  }

  private static func withCStrings<Result>(
    _ strings: [[UInt8]], _ body: ([UnsafeMutablePointer<CChar>?]) -> Result
  ) -> Result {
    let copies = strings.map { bytes in
      (bytes.map { CChar(bitPattern: $0) } + [0]).withUnsafeBufferPointer {
        strdup($0.baseAddress!)
      }
    }
    defer { for copy in copies { free(copy) } }
    return body(copies + [nil])
  }
}

/// What can go wrong with running the program, apart from what it says itself.
package enum ProgramFailure: Error, CustomStringConvertible {
  case notBuilt(path: String)
  case cannotStart(String)
  case timedOut(waitingFor: String, got: String)
  case ended(waitingFor: String, got: String)
  /// Piped output held an escape byte without anyone having asked for colour.
  case escapeByte(stream: String, got: String)

  package var description: String {
    switch self {
    case .notBuilt(let path): "\(path): not built; run \"swift build\""
    case .cannotStart(let reason): "the program cannot be started: \(reason)"
    case .timedOut(let wanted, let got):
      "waited in vain for \(wanted); got: \(got.debugDescription)"
    case .ended(let wanted, let got): "ended before \(wanted); got: \(got.debugDescription)"
    case .escapeByte(let stream, let got): "escape byte on \(stream): \(got.debugDescription)"
    }
  }
}

/// The end of waiting.
struct Deadline {
  private let end: ContinuousClock.Instant

  /// Generous: it only turns a hang into a failure.
  init(_ duration: Duration = .seconds(90)) { end = .now + duration }

  /// For `poll`; zero when the time is over.
  var milliseconds: Int32 {
    let left = end - ContinuousClock.now
    guard left > .zero else { return 0 }
    return Int32(
      left.components.seconds * 1000 + left.components.attoseconds / 1_000_000_000_000_000)
      + 1
  }
}

/// An open descriptor that closes with its owner and is not handed to children.
final class Descriptor {
  private(set) var number: Int32

  init(_ number: Int32) { self.number = number }

  deinit { close() }

  func close() {
    if number >= 0 { Glibc.close(number) }
    number = -1
  }

  /// Held while descriptors are made and while children start, so that no child inherits a
  /// descriptor that is not marked yet.
  static let lock = NSLock()

  static func pipe() -> (read: Descriptor, write: Descriptor) { pair { Glibc.pipe($0) } }

  /// The controlling side of a new terminal, and the side where programs run.
  static func terminal() -> (master: Descriptor, slave: Descriptor) {
    pair { openpty($0, $0 + 1, nil, nil, nil) }
  }

  private static func pair(
    _ make: (UnsafeMutablePointer<Int32>) -> Int32
  ) -> (Descriptor, Descriptor) {
    lock.withLock {
      var ends: [Int32] = [-1, -1]
      precondition(make(&ends) == 0, "no descriptors: \(errno)")
      for end in ends { _ = fcntl(end, F_SETFD, FD_CLOEXEC) }
      return (Descriptor(ends[0]), Descriptor(ends[1]))
    }
  }

  func doNotBlock() { _ = fcntl(number, F_SETFL, fcntl(number, F_GETFL) | O_NONBLOCK) }

  /// Nil at the end of what can be read; empty if nothing is there yet.
  func readSome() -> [UInt8]? {
    var chunk = [UInt8](repeating: 0, count: 65_536)
    let count = read(number, &chunk, chunk.count)
    if count > 0 { return Array(chunk.prefix(count)) }
    // A terminal whose other side has closed answers EIO.
    return count < 0 && (errno == EAGAIN || errno == EINTR) ? [] : nil
  }
}
