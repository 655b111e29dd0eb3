/// How the program ends; scripts rely on these.
enum ExitStatus: Int32 {
  /// Answered, or answered with a doubt.
  case answered = 0
  /// Nothing good enough was found.
  case declined = 1
  /// Missing, corrupt or unreadable input.
  case trouble = 2
  /// Bad usage; the number that sysexits.h calls EX_USAGE.
  case usage = 64
  /// Ctrl-C.
  case interrupted = 130
}

/// Ends a command early with a sentence for the person.
struct Trouble: Error, CustomStringConvertible {
  let status: ExitStatus
  let description: String

  init(_ error: some CustomStringConvertible) {
    status = .trouble
    description = error.description
  }

  init(_ status: ExitStatus, _ sentence: String) {
    self.status = status
    description = sentence
  }
}
