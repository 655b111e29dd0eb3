import Foundation

/// A text in the repository that a test's output must equal, so that a change shows in review.
package struct Golden {
  private let path: String
  private let isRewritten: Bool

  /// Set to 1, it makes tests write their goldens anew.
  package static let variable = "LMASK_UPDATE_GOLDENS"

  /// - Parameter path: of the file.
  package init(
    path: String,
    isRewritten: Bool = ProcessInfo.processInfo.environment[Golden.variable] == "1"
  ) {
    self.path = path
    self.isRewritten = isRewritten
  }

  /// How a text differs from the golden, and what to do about it; nil if it does not.
  ///
  /// When goldens are rewritten, the text becomes the golden.
  package func complaint(about text: String) throws -> String? {
    if isRewritten {
      try Data(text.utf8).write(to: URL(fileURLWithPath: path))
      return nil
    }
    let name = (path as NSString).lastPathComponent
    guard let bytes = FileManager.default.contents(atPath: path) else {
      return "\(name): missing; run the tests with \(Self.variable)=1 to write it"
    }
    let golden = String(decoding: bytes, as: UTF8.self)
    guard golden != text else { return nil }
    let changes = LineDifference(from: golden, to: text).lines
    let rest = changes.count - Self.shown
    return """
      \(name): differs (- golden, + now):
      \(changes.prefix(Self.shown).joined(separator: "\n"))\(rest > 0 ? "\n… and \(rest) lines" : "")
      If this is meant, run the tests with \(Self.variable)=1, review and commit the change.
      """
  }

  /// How many lines of a difference are shown.
  private static let shown = 40
}

/// What must be taken from one text and put in to get another, line by line.
package struct LineDifference {
  /// Lines taken out start with `-`, lines put in with `+`. Before those that are indented stands
  /// the line they belong to, if it is the same in both.
  package let lines: [String]

  package init(from old: String, to new: String) {
    let old = old.split(separator: "\n", omittingEmptySubsequences: false)
    let new = new.split(separator: "\n", omittingEmptySubsequences: false)
    let difference = new.difference(from: old)
    let removed = Set(difference.removals.map(\.offset))
    let inserted = Set(difference.insertions.map(\.offset))
    var lines: [String] = []
    var heading: Substring?
    func change(_ sign: String, _ line: Substring) {
      if line.hasPrefix(" "), let known = heading { lines.append("  \(known)") }
      heading = nil
      lines.append("\(sign) \(line)")
    }
    var (before, after) = (0, 0)
    while before < old.count || after < new.count {
      if removed.contains(before) {
        change("-", old[before])
        before += 1
      } else if inserted.contains(after) {
        change("+", new[after])
        after += 1
      } else {
        if !new[after].hasPrefix(" ") { heading = new[after] }
        (before, after) = (before + 1, after + 1)
      }
    }
    self.lines = lines
  }
}

extension CollectionDifference.Change {
  fileprivate var offset: Int {
    switch self {
    case .insert(let offset, _, _), .remove(let offset, _, _): offset
    }
  }
}
