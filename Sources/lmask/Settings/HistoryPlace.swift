/// Where the lines typed at the prompt are kept.
enum HistoryPlace: Equatable, CustomStringConvertible {
  /// `$XDG_STATE_HOME/lmask/history`
  case usual
  /// Nowhere: they are forgotten with the session.
  case off
  case file(String)

  /// As the configuration file and `:set` write it; nil for what is neither a switch nor a path.
  init?(setting: String) {
    switch setting.lowercased() {
    case "on", "yes", "true": self = .usual
    case "off", "no", "false": self = .off
    default:
      guard let path = setting.absolutePath else { return nil }
      self = .file(path)
    }
  }

  /// As `LMASK_HISTORY` writes it: `off`, or any path.
  init(variable: String) {
    self = HistoryPlace(setting: variable) ?? .file(variable)
  }

  /// The file's path; nil if there is none to be.
  func path(_ environment: Environment) -> String? {
    switch self {
    case .off: nil
    case .file(let path): path
    case .usual:
      environment.folder("XDG_STATE_HOME", orInHome: ".local/state").map { $0 + "/lmask/history" }
    }
  }

  var description: String {
    switch self {
    case .usual: "on"
    case .off: "off"
    case .file(let path): path
    }
  }
}
