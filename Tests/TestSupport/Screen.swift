import Foundation
import Glibc

/// The program in a window of tmux, which draws what a person would see.
///
/// Nothing waits for a time: each step looks again until the window shows what it should.
package final class Screen {
  /// Whether tmux is there; `./setup test` installs it.
  package static let isAvailable = Shell.has("tmux")

  // Its folder lives as long as this.
  private let program: Program
  private let place: TemporaryFolder
  private var promptCount = 0

  /// What the program asks for a line with.
  private static let prompt = "lmask>"

  /// - Parameter arguments: of the program, which stops at its prompt.
  package init(
    _ program: Program, arguments: [String], columns: Int = 80, rows: Int = 24,
    set: [String: String] = [:]
  ) throws {
    self.program = program
    place = try TemporaryFolder()
    let settings = set.flatMap { ["-e", "\($0.key)=\($0.value)"] }
    try tmux(
      ["start-server", ";", "set", "-g", "status", "off", ";", "set", "-g", "history-limit"]
        + ["10000", ";", "new-session", "-d", "-x", "\(columns)", "-y", "\(rows)"]
        + ["-c", program.folder.path] + settings + [Program.path()] + arguments)
    try waitForPrompt()
  }

  deinit { _ = try? tmux(["kill-server"]) }

  /// Types a line and waits for the next prompt.
  package func ask(_ line: String) throws {
    try type(line)
    try press("Enter")
    try waitForPrompt()
  }

  /// Types text as it is.
  package func type(_ text: String) throws { try tmux(["send-keys", "-l", "--", text]) }

  /// Presses a key by the name that tmux has for it, such as `Enter` or `C-r`.
  package func press(_ key: String) throws { try tmux(["send-keys", key]) }

  package func resize(columns: Int, rows: Int) throws {
    try tmux(["resize-window", "-x", "\(columns)", "-y", "\(rows)"])
  }

  /// The lines in the window, the empty ones below the last omitted.
  package func visible() throws -> [String] { try capture([]) }

  /// Everything since the start, also what has scrolled out of the window.
  package func everything() throws -> [String] { try capture(["-S", "-"]) }

  /// From the last line typed to the prompt that came after it, which is left out.
  package func lastExchange() throws -> [String] {
    let lines = try everything().dropLast()
    guard let start = lines.lastIndex(where: { $0.hasPrefix(Self.prompt) }) else {
      return Array(lines)
    }
    return Array(lines[start...])
  }

  /// Waits until what is in the window fits.
  package func wait(
    for wanted: String, until fits: ([String]) -> Bool
  ) throws {
    let deadline = Deadline()
    while true {
      let lines = try everything()
      if fits(lines) { return }
      guard deadline.milliseconds > 0 else {
        throw ProgramFailure.timedOut(waitingFor: wanted, got: lines.joined(separator: "\n"))
      }
      usleep(10_000)
    }
  }

  private func waitForPrompt() throws {
    let before = promptCount
    try wait(for: "the prompt") { lines in
      lines.last == Self.prompt && lines.count { $0.hasPrefix(Self.prompt) } > before
    }
    promptCount = try everything().count { $0.hasPrefix(Self.prompt) }
  }

  private func capture(_ range: [String]) throws -> [String] {
    let text = try tmux(["capture-pane", "-p"] + range)
    var lines = text.components(separatedBy: "\n").map { line in
      String(line.reversed().drop { $0 == " " }.reversed())
    }
    while lines.last?.isEmpty == true { lines.removeLast() }
    return lines
  }

  // Not by `Shell`: that waits until everyone has closed what the tool inherited, and the server
  // that tmux leaves behind does not.
  @discardableResult
  private func tmux(_ words: [String]) throws -> String {
    let output = try place.write("", to: "output")
    let words = ["-u", "-f", "/dev/null", "-S", place.path + "/socket"] + words
    let child = try ChildProcess(
      "tmux", arguments: words.map { Array($0.utf8) }, environment: program.environment,
      folder: program.folder.path,
      streams: [.file("/dev/null"), .file(output), .file(output)])
    let status = child.exitStatus()
    let text = String(decoding: try place.bytes(of: "output"), as: UTF8.self)
    guard status == 0 else { throw ProgramFailure.cannotStart("tmux: " + text) }
    return text
  }
}
