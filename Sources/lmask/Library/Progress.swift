internal import Glibc

/// A bar on the terminal for work that takes more than a second.
struct Progress {
  private let isShown: Bool
  private let started = ContinuousClock.now
  private var lastDrawn: ContinuousClock.Instant?

  /// - Parameter terminal: nothing is drawn unless stderr is one that can redraw a line.
  init(terminal: Terminal) { isShown = terminal.canRedrawErrors }

  mutating func update(done: Int, of total: Int) {
    guard isShown, done % 16 == 0 else { return }
    let now = ContinuousClock.now
    guard now - started > .seconds(1), now - (lastDrawn ?? started) > .milliseconds(100) else {
      return
    }
    lastDrawn = now
    let width = 30
    let filled = done * width / max(total, 1)
    let bar = String(repeating: "#", count: filled) + String(repeating: ".", count: width - filled)
    StandardError.write("\rindexing [\(bar)] \(done) of \(total) files")
  }

  /// Clears the bar.
  func finish() {
    if lastDrawn != nil { StandardError.write("\r\u{1B}[K") }
  }
}
