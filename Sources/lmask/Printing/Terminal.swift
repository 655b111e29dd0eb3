internal import Glibc

/// What stdin, stdout and stderr are connected to.
struct Terminal {
  let inputIsTerminal: Bool
  let outputIsTerminal: Bool
  let errorsAreTerminal: Bool
  /// `TERM=dumb`, or no `TERM`, or plain mode: no colour, no redrawing.
  var isDumb: Bool
  private let hasNoColor: Bool

  init(environment: Environment = .process) {
    inputIsTerminal = isatty(STDIN_FILENO) == 1
    outputIsTerminal = isatty(STDOUT_FILENO) == 1
    errorsAreTerminal = isatty(STDERR_FILENO) == 1
    isDumb = (environment["TERM"] ?? "dumb") == "dumb"
    hasNoColor = environment["NO_COLOR"] != nil
  }

  var canRedrawErrors: Bool { errorsAreTerminal && !isDumb }

  /// Whether escape codes for colour may be written to stdout.
  func usesColor(_ choice: ColorChoice) -> Bool {
    switch choice {
    case .always: true
    case .never: false
    case .auto: outputIsTerminal && !isDumb && !hasNoColor
    }
  }

  /// In columns; nil if stdout is no terminal, so that piped text is not wrapped.
  ///
  /// Asked for anew each time, because windows change.
  /// A terminal that does not know its size counts as 80 columns wide.
  var width: Int? {
    guard outputIsTerminal else { return nil }
    var size = winsize()
    let isKnown = unsafe ioctl(STDOUT_FILENO, UInt(TIOCGWINSZ), &size) == 0 && size.ws_col > 0
    return isKnown ? Int(size.ws_col) : 80
  }
}

/// When to colour.
enum ColorChoice: String, CaseIterable {
  case auto, always, never
}
