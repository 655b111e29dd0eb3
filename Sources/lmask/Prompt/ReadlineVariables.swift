internal import CReadline

/// Variables of readline with their values, as an inputrc sets them.
struct ReadlineVariables {
  private var values: [(name: String, value: String)] = []

  init() {}

  private init(_ values: [(String, String)]) { self.values = values }

  /// The values that the variables of another list have now.
  init(now others: ReadlineVariables) {
    // Before that, no inputrc was read.
    rl_initialize()
    values = others.values.map(\.name).compactMap { name in
      unsafe rl_variable_value(name).map { (name, unsafe String(cString: $0)) }
    }
  }

  /// No escape codes, and nothing that tells by its place on the screen.
  static let plain = ReadlineVariables([
    ("enable-bracketed-paste", "off"), ("colored-stats", "off"),
    ("colored-completion-prefix", "off"), ("blink-matching-paren", "off"),
    ("show-mode-in-prompt", "off"), ("page-completions", "off"), ("completion-display-width", "0"),
  ])

  func bind() {
    for (name, value) in values { unsafe _ = rl_variable_bind(name, value) }
  }
}
