internal import Corpus
internal import Glibc

/// Shows what is longer than the window a page at a time, with the program that `PAGER` names.
enum Pager {
  /// When a text that is longer than the window is paged.
  enum Use {
    case never
    /// If `PAGER` is set: what is typed next, not knowing of the pager, would be commands to it.
    case ifNamed
    /// Also with `less`, if there is no `PAGER`.
    case usual
  }

  /// Whether a text is to be paged: it is longer than the window, and there is somebody to turn
  /// pages. A window too narrow for a word is no place for reading.
  static func wants(
    _ text: String, _ use: Use, settings: AskSettings, terminal: Terminal,
    environment: Environment = .process
  ) -> Bool {
    guard settings.usesPager, !settings.isPlain, !terminal.isDumb, terminal.inputIsTerminal,
      terminal.width ?? 0 >= narrowest, exceeds(text, terminal)
    else { return false }
    return switch use {
    case .never: false
    case .ifNamed: environment["PAGER"] != nil && command(environment) != nil
    case .usual: command(environment) != nil
    }
  }

  /// Whether a text is longer than the window; false if that is not known.
  static func exceeds(_ text: String, _ terminal: Terminal) -> Bool {
    guard let height = terminal.height, let width = terminal.width else { return false }
    // One line is the next prompt; an empty one at the top may leave the screen.
    let lines = text.hasPrefix("\n") ? String(text.dropFirst()) : text
    return lines.lineCount(width: width) > height - 1
  }

  /// Whether escape codes for colour reach the terminal: those who give `less` options of their own
  /// may not have said `-R`.
  static func takesColor(_ environment: Environment = .process) -> Bool {
    guard let command = command(environment) else { return false }
    if command == usual { return environment.value(of: "LESS")?.contains("R") ?? true }
    guard let name = command.split(separator: " ").first, name.split(separator: "/").last == "less"
    else { return false }
    guard let options = environment.value(of: "LESS") else { return true }
    return options.contains("R") || command.dropFirst(name.count).contains("R")
  }

  /// Shows a text and waits until the person has left it.
  ///
  /// - Returns: false if the pager could not be started, so that nothing was shown.
  static func show(_ text: String, environment: Environment = .process) -> Bool {
    guard let command = command(environment) else { return false }
    unsafe setenv("LESS", lessOptions, 0)
    var settings = termios()
    let isTerminal = unsafe tcgetattr(STDIN_FILENO, &settings) == 0
    // A pager that is killed leaves the terminal as it needed it.
    defer { if isTerminal { unsafe tcsetattr(STDIN_FILENO, TCSADRAIN, &settings) } }
    return run(command, on: text)
  }

  private static func run(_ command: String, on text: String) -> Bool {
    // The pager gets the signals' usual meanings; here Ctrl-C is none of ours while it runs.
    let whenClosed = signal(SIGPIPE, SIG_DFL)
    let pipe = unsafe popen(command, "w")
    signal(SIGPIPE, SIG_IGN)
    let whenInterrupted = signal(SIGINT, SIG_IGN)
    defer {
      signal(SIGPIPE, whenClosed)
      signal(SIGINT, whenInterrupted)
    }
    guard let pipe = unsafe pipe else { return false }
    // Those who leave before the end have read enough.
    try? Descriptor.write(Array(text.utf8), to: unsafe fileno(pipe))
    let status = unsafe pclose(pipe)
    let isExit = status & 0x7F == 0
    return !(isExit && notFound.contains(status >> 8 & 0xFF))
  }

  /// Colours shown as such, no waiting if it fits after all, and the screen left as it is; the way on
  /// and out stands in the last line, for those who have never met `less`.
  private static let lessOptions =
    "FRXPs?ePress q to go back:Press space to read on, q to go back.$"

  /// In columns, as lines are never broken shorter.
  private static let narrowest = 20

  /// What the shell says of a command that is not there or cannot be run.
  private static let notFound: Set<Int32> = [126, 127]

  /// Where there is no `less`, nothing is said of it.
  private static let usual = "command -v less >/dev/null || exit 127; exec less"

  /// Nil if the person wants none.
  private static func command(_ environment: Environment) -> String? {
    guard let command = environment.value(of: "PAGER") else { return usual }
    return ["", "cat"].contains(command.folded) ? nil : command
  }
}

extension String {
  /// How many lines of a window the text takes.
  fileprivate func lineCount(width: Int) -> Int {
    split(separator: "\n", omittingEmptySubsequences: false).dropLast().reduce(0) { count, line in
      count + max(1, (String(line).shownColumns + width - 1) / width)
    }
  }

  /// In columns, without escape codes.
  private var shownColumns: Int {
    utf8.contains(0x1B) ? replacing(/\u{1B}\[[0-9;]*m/, with: "").columns : columns
  }
}

extension StandardOutput {
  /// Prints a text, or hands it to a pager if it is longer than the window.
  ///
  /// - Parameter text: laid out twice if it is paged, because a pager may take less than the
  ///   terminal.
  mutating func show(
    _ settings: AskSettings, _ terminal: Terminal, paged use: Pager.Use,
    text: (any AnswerText) -> String
  ) {
    let direct = text(settings.printer(for: terminal))
    show(direct, settings, terminal, paged: use, text: text)
  }

  /// The same for who has laid out the text for the terminal.
  mutating func show(
    _ direct: String, _ settings: AskSettings, _ terminal: Terminal, paged use: Pager.Use,
    text: (any AnswerText) -> String
  ) {
    guard Pager.wants(direct, use, settings: settings, terminal: terminal),
      isEmpty, Pager.show(text(settings.printer(for: terminal, isPaged: true)))
    else { return write(direct) }
  }
}
