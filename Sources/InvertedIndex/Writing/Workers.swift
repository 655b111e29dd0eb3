internal import Glibc
internal import Synchronization

/// Spreads work over the machine's cores, results in the order of the tasks.
///
/// Plain threads: Swift's concurrency runtime would cost every question its start-up.
package enum Workers {
  /// The cores this process may run on; `LMASK_THREADS` in the environment says otherwise.
  package static var count: Int {
    if let text = unsafe getenv("LMASK_THREADS").map({ unsafe String(cString: $0) }),
      let count = Int(text), (1...256).contains(count)
    {
      return count
    }
    return max(1, Int(sysconf(Int32(_SC_NPROCESSORS_ONLN))))
  }

  /// Does tasks 0, 1, … on as many threads as there are states, each thread with a state of its own.
  ///
  /// Which thread does which task is not fixed, so a result must not depend on what a state did before.
  ///
  /// - Parameter states: at least one; with one, everything happens on this thread.
  package static func map<State, Result>(
    _ states: inout [State], tasks: Int, _ body: (inout State, Int) -> Result
  ) -> [Result] {
    precondition(!states.isEmpty, "no states")
    let slots = UnsafeMutablePointer<Result?>.allocate(capacity: max(tasks, 1))
    unsafe slots.initialize(repeating: nil, count: tasks)
    defer {
      unsafe slots.deinitialize(count: tasks)
      unsafe slots.deallocate()
    }
    let next = Atomic<Int>(0)
    let threads = min(states.count, tasks)
    unsafe states.withUnsafeMutableBufferPointer { states in
      // Sound because each thread has a state of its own, writes to the slots of the tasks it took
      // alone, and is joined before anything is read.
      let work: (Int) -> Void = { thread in
        while true {
          let task = next.wrappingAdd(1, ordering: .relaxed).oldValue
          guard task < tasks else { return }
          unsafe slots[task] = body(&states[thread], task)
        }
      }
      withoutActuallyEscaping(work) { run($0, threads: threads) }
    }
    return (0..<tasks).compactMap { unsafe slots[$0] }
  }

  /// Does tasks without a state on all cores.
  package static func map<Result>(tasks: Int, _ body: (Int) -> Result) -> [Result] {
    var states = Array(1...max(1, min(count, tasks)))
    return map(&states, tasks: tasks) { _, task in body(task) }
  }

  /// Calls `work` once on each thread; the first is this one. A thread that the system refuses is
  /// done without: the others take its tasks.
  private static func run(_ work: @escaping (Int) -> Void, threads: Int) {
    let started = (1..<max(threads, 1)).compactMap { thread in WorkerThread { work(thread) } }
    work(0)
    for thread in started { thread.join() }
  }
}
