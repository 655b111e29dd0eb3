internal import Glibc
internal import Synchronization

/// A bar on the terminal for work that takes more than a second.
struct Progress {
  /// In bytes: all there is to do.
  var total = 0
  private let isShown: Bool
  private let started = ContinuousClock.now
  private var lastDrawn: ContinuousClock.Instant?
  /// What all threads have done.
  let counter = Counter()

  /// Counts bytes, from any thread.
  final class Counter: Sendable {
    private let done = Atomic<Int>(0)

    var bytes: Int { done.load(ordering: .relaxed) }

    func add(_ bytes: Int) { done.wrappingAdd(bytes, ordering: .relaxed) }
  }

  /// - Parameter terminal: nothing is drawn unless stderr is one that can redraw a line.
  init(terminal: Terminal) { isShown = terminal.canRedrawErrors }

  /// Shows how far it is; to be called by one thread only.
  mutating func draw() {
    guard isShown else { return }
    let now = ContinuousClock.now
    guard now - started > .seconds(1), now - (lastDrawn ?? started) > .milliseconds(100) else {
      return
    }
    lastDrawn = now
    StandardError.write("\r" + line(after: (now - started).seconds) + "\u{1B}[K")
  }

  /// - Parameter seconds: since it began.
  func line(after seconds: Double) -> String {
    let done = counter.bytes
    let rate = Double(done) / seconds
    let width = 30
    let filled = min(width, done * width / max(total, 1))
    let bar = String(repeating: "#", count: filled) + String(repeating: ".", count: width - filled)
    guard done > 0 else { return "indexing [\(bar)] 0 of \(total >> 20) MB" }
    let left = Int((Double(max(total - done, 0)) / max(rate, 1)).rounded(.up))
    let amounts = "\(done >> 20) of \(total >> 20) MB, \(Int(rate) >> 20) MB/s"
    return "indexing [\(bar)] \(amounts), \(left) s left"
  }

  /// Clears the bar.
  mutating func finish() {
    if lastDrawn != nil { StandardError.write("\r\u{1B}[K") }
    lastDrawn = nil
  }
}
