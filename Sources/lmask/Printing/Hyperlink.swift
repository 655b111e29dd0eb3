/// An address that a terminal opens on a click, where it knows how (OSC 8).
///
/// The form is that of https://gist.github.com/egmontkob/eb114294efbcd5adb1944c9f3cb5feda.
struct Hyperlink: Equatable {
  let address: String

  /// Nil for what is no address of the web, or holds a character that addresses do not: text from a
  /// file must not end the escape code and start another.
  init?(_ address: String) {
    let isWeb = address.hasPrefix("https://") || address.hasPrefix("http://")
    guard isWeb, address.utf8.allSatisfy({ (0x21..<0x7F).contains($0) }) else { return nil }
    self.address = address
  }

  /// The text, made a link.
  func around(_ text: String) -> String {
    "\u{1B}]8;;\(address)\u{1B}\\\(text)\u{1B}]8;;\u{1B}\\"
  }

  /// Whether the terminal is one that is known to take links.
  ///
  /// Not inside screen and tmux: what they pass on depends on their own settings.
  static func areTaken(_ environment: Environment) -> Bool {
    let term = environment["TERM"] ?? "dumb"
    guard !["screen", "tmux", "dumb"].contains(where: term.hasPrefix), environment["TMUX"] == nil
    else { return false }
    if let vte = environment["VTE_VERSION"].flatMap({ Int($0) }), vte >= firstVTE { return true }
    return terminals.contains(environment["TERM_PROGRAM"] ?? "")
      || terms.contains(term) || variables.contains { environment[$0] != nil }
  }

  /// The first release whose links do not crash the terminal.
  private static let firstVTE = 5002
  private static let terminals: Set = ["iTerm.app", "WezTerm", "ghostty", "vscode", "rio"]
  private static let terms: Set = ["xterm-kitty", "xterm-ghostty", "foot", "alacritty", "wezterm"]
  private static let variables = ["KITTY_WINDOW_ID", "WT_SESSION", "KONSOLE_VERSION", "DOMTERM"]
}
