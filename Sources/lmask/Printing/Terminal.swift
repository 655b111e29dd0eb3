internal import Glibc

/// What stdin, stdout and stderr are connected to.
struct Terminal {
  let inputIsTerminal: Bool
  let outputIsTerminal: Bool
  let errorsAreTerminal: Bool
  /// `TERM=dumb`, or no `TERM`, or plain mode: no colour, no redrawing.
  var isDumb: Bool
  /// Whether addresses can be made links on stdout, colour permitting.
  let takesLinks: Bool
  private let hasNoColor: Bool
  /// What the environment says, for where the system does not know.
  private let columns: Int?

  init(environment: Environment = .process) {
    inputIsTerminal = isatty(STDIN_FILENO) == 1
    outputIsTerminal = isatty(STDOUT_FILENO) == 1
    errorsAreTerminal = isatty(STDERR_FILENO) == 1
    isDumb = (environment["TERM"] ?? "dumb") == "dumb"
    hasNoColor = environment["NO_COLOR"] != nil
    takesLinks = outputIsTerminal && Hyperlink.areTaken(environment)
    columns = environment["COLUMNS"].flatMap { Int($0) }
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
    return known(Int(size.ws_col)) ?? known(columns) ?? 80
  }

  /// How long lines of text are at most, in columns: longer ones are hard to read back along.
  var measure: Int? { width.map { min($0, Self.longestMeasure) } }

  /// In lines; nil if it is not known.
  var height: Int? {
    guard outputIsTerminal else { return nil }
    return known(Int(size.ws_row))
  }

  private static let longestMeasure = 90

  /// A window of no size is one that does not know it.
  private func known(_ size: Int?) -> Int? { size.flatMap { $0 > 0 ? $0 : nil } }

  private var size: winsize {
    var size = winsize()
    guard unsafe ioctl(STDOUT_FILENO, UInt(TIOCGWINSZ), &size) == 0 else { return winsize() }
    return size
  }
}

/// When to colour.
enum ColorChoice: String, CaseIterable {
  case auto, always, never
}
