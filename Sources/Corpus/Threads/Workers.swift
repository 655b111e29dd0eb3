internal import CLinux
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
    return allowedCores ?? max(1, Int(sysconf(Int32(_SC_NPROCESSORS_ONLN))))
  }

  /// Fewer than the machine has where `taskset` or a container says so: more threads would only be in
  /// each other's way. Nil if the machine has more than are asked for here.
  private static var allowedCores: Int? {
    var cores = [UInt64](repeating: 0, count: 64)
    guard unsafe sched_getaffinity(0, UInt(cores.count * 8), &cores) == 0 else { return nil }
    return cores.reduce(0) { $0 + $1.nonzeroBitCount }
  }

  /// Does tasks 0, 1, … on as many threads as there are states, each thread with a state of its own.
  ///
  /// Which thread does which task is not fixed, so a result must not depend on what a state did before.
  ///
  /// - Parameter states: at least one; with one, everything happens on this thread.
  package static func map<State, Result>(
    _ states: inout [State], tasks: Int, _ body: (inout State, Int) -> Result
  ) -> [Result] {
    var next = 0
    var results: [Result] = []
    results.reserveCapacity(tasks)
    stream(&states, ahead: max(tasks, 1)) {
      next += 1
      return next <= tasks ? next - 1 : nil
    } each: {
      body(&$0, $1)
    } inOrder: {
      results.append($0)
    }
    return results
  }

  /// Does tasks without a state on all cores.
  package static func map<Result>(tasks: Int, _ body: (Int) -> Result) -> [Result] {
    var states = Array(1...max(1, min(count, tasks)))
    return map(&states, tasks: tasks) { _, task in body(task) }
  }

  /// Does tasks as they come on as many threads as there are states, and hands on each result once
  /// all before it are handed on, while the next tasks are done.
  ///
  /// - Parameters:
  ///   - states: at least one; with one, everything happens on this thread.
  ///   - most: tasks that may be begun before the first of them is handed on; else four a thread.
  ///   - next: the next task, nil after the last. Called by one thread at a time.
  ///   - body: called by all threads at once.
  ///   - take: is handed the results. Called by one thread at a time, whichever has a hand free.
  package static func stream<State, Task, Result>(
    _ states: inout [State], ahead most: Int? = nil, next: () -> Task?,
    each body: (inout State, Task) -> Result, inOrder take: (Result) -> Void
  ) {
    precondition(!states.isEmpty, "no states")
    guard states.count > 1 else {
      while let task = next() { take(body(&states[0], task)) }
      return
    }
    withoutActuallyEscaping(next) { next in
      withoutActuallyEscaping(take) { take in
        let line = TaskLine(next: next, take: take, most: most ?? 4 * states.count)
        unsafe states.withUnsafeMutableBufferPointer { states in
          // Sound because each thread has a state of its own and is joined before they are used again.
          let work: (Int) -> Void = { thread in
            while let (number, task) = line.begin() {
              line.end(number, unsafe body(&states[thread], task))
            }
          }
          withoutActuallyEscaping(work) { run($0, threads: states.count, line.hasMore) }
        }
      }
    }
  }

  /// Does two things at once where there are several cores; the first on this thread.
  package static func together(_ one: () -> Void, and other: () -> Void) {
    withoutActuallyEscaping(other) { other in
      let thread = count > 1 ? WorkerThread(other) : nil
      one()
      if let thread { thread.join() } else { other() }
    }
  }

  /// The same for who changes two values, which are apart though they may be parts of one.
  package static func together<One, Other>(
    _ one: inout One, _ other: inout Other, _ first: (inout One) -> Void,
    and second: (inout Other) -> Void
  ) {
    together {
      first(&one)
    } and: {
      second(&other)
    }
  }

  /// Calls `work` once on each thread; the first is this one. A thread that the system refuses is
  /// done without: the others take its tasks. No more are started once there is nothing left to do.
  private static func run(_ work: @escaping (Int) -> Void, threads: Int, _ hasMore: () -> Bool) {
    var started: [WorkerThread] = []
    for thread in 1..<threads where hasMore() {
      if let one = WorkerThread({ work(thread) }) { started.append(one) }
    }
    work(0)
    for thread in started { thread.join() }
  }
}

/// Tasks that are handed out in order, and their results, which are handed on in the same order.
private final class TaskLine<Task, Result> {
  private let monitor = Monitor()
  private let next: () -> Task?
  private let take: (Result) -> Void
  private let most: Int
  /// Asked for beforehand, so that it is known whether another thread is worth starting.
  private var upcoming: Task?
  private var isAsked = false
  private var (begun, taken) = (0, 0)
  private var isTaking = false
  /// By the number of the task.
  private var waiting: [Int: Result] = [:]

  init(next: @escaping () -> Task?, take: @escaping (Result) -> Void, most: Int) {
    self.next = next
    self.take = take
    self.most = most
  }

  func hasMore() -> Bool {
    monitor.locked { peek() != nil }
  }

  /// The next task and its number; waits while too many are begun.
  func begin() -> (Int, Task)? {
    monitor.locked {
      while begun - taken >= most { monitor.wait() }
      guard let task = peek() else { return nil }
      upcoming = nil
      isAsked = false
      begun += 1
      return (begun - 1, task)
    }
  }

  /// Hands on what has its turn now, unless another thread is about it.
  func end(_ number: Int, _ result: Result) {
    monitor.locked {
      waiting[number] = result
      guard !isTaking else { return }
      isTaking = true
      while let result = waiting.removeValue(forKey: taken) {
        monitor.unlocked { take(result) }
        taken += 1
        monitor.wakeAll()
      }
      isTaking = false
    }
  }

  private func peek() -> Task? {
    if !isAsked {
      upcoming = next()
      isAsked = true
    }
    return upcoming
  }
}
