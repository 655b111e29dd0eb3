internal import Glibc
internal import Synchronization

/// Notices Ctrl-C where it must not end the program: while an index is written, and at the prompt.
struct Interruption {
  // A signal handler has no context; setting an atomic flag is all it may safely do.
  private static let flag = Atomic<Bool>(false)

  private let previous: sighandler_t?

  /// From now on Ctrl-C only leaves a note.
  init() {
    Self.flag.store(false, ordering: .relaxed)
    previous = signal(SIGINT) { _ in Interruption.flag.store(true, ordering: .relaxed) }
  }

  /// Whether Ctrl-C has come since the last `forget`.
  var hasCome: Bool { Self.hasCome }

  static var hasCome: Bool { flag.load(ordering: .relaxed) }

  func forget() { Self.flag.store(false, ordering: .relaxed) }

  /// Gives Ctrl-C the meaning back that it had before.
  func end() { signal(SIGINT, previous) }
}
