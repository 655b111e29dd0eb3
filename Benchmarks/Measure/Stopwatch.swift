/// Runs a piece of work several times and keeps what each run took.
struct Stopwatch {
  let runs: Int

  /// Seconds of each run, least first. One run before them warms caches up and is not counted.
  ///
  /// - Parameter prepare: done before each run and not counted.
  func seconds(prepare: () -> Void = {}, _ work: () throws -> Void) rethrows -> [Double] {
    let clock = ContinuousClock()
    var all: [Double] = []
    for run in 0...runs {
      prepare()
      let start = clock.now
      try work()
      let seconds = (clock.now - start).seconds
      if run > 0 { all.append(seconds) }
    }
    return all.sorted()
  }

  /// How fast some bytes are worked through.
  func throughput(
    _ stage: String, _ variant: String, bytes: Int, prepare: () -> Void = {},
    _ work: () throws -> Void
  ) rethrows -> Figure {
    let seconds = try seconds(prepare: prepare, work)
    return Figure(
      stage: stage, variant: variant, unit: .megabytesPerSecond,
      values: seconds.map { Double(bytes) / $0 / 1e6 })
  }

  /// How long one of several like things takes.
  func time(
    _ stage: String, _ variant: String, count: Int, _ work: () throws -> Void
  ) rethrows -> Figure {
    let seconds = try seconds(work)
    return Figure(
      stage: stage, variant: variant, unit: .nanoseconds,
      values: seconds.map { $0 / Double(count) * 1e9 })
  }
}

extension Duration {
  /// The progress bar asks for it too; in the program it stands beside the index command.
  var seconds: Double {
    Double(components.seconds) + Double(components.attoseconds) / 1e18
  }
}

/// Keeps the compiler from leaving out work whose result nobody reads.
@inline(never)
func keep<Value>(_ value: borrowing Value) {}
