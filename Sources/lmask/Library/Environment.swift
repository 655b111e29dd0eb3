internal import Glibc

/// The environment variables that matter here.
struct Environment: Sendable {
  private let values: @Sendable (String) -> String?

  /// The process's own.
  static let process = Environment { name in
    unsafe getenv(name).map { unsafe String(cString: $0) }
  }

  init(_ values: @escaping @Sendable (String) -> String?) { self.values = values }

  /// Nil also for a variable that is set to nothing.
  subscript(name: String) -> String? {
    values(name).flatMap { $0.isEmpty ? nil : $0 }
  }

  /// Nil only for a variable that is not set.
  func value(of name: String) -> String? { values(name) }

  /// A folder of the XDG base directory specification, which says to ignore relative paths.
  ///
  /// - Parameter fallback: below the home folder.
  func folder(_ name: String, orInHome fallback: String) -> String? {
    if let folder = self[name], folder.hasPrefix("/") { return folder }
    return self["HOME"].flatMap { $0.hasPrefix("/") ? $0 + "/" + fallback : nil }
  }
}
