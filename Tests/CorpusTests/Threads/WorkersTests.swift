import CLinux
import Foundation
import Synchronization
import Testing

@testable import Corpus

@Suite struct WorkersTests {
  @Test(arguments: [1, 2, 3, 8, 40], [0, 1, 2, 7, 500])
  func `results come in the order of the tasks, each done once`(threads: Int, tasks: Int) {
    var states = [Int](repeating: 0, count: threads)
    let results = Workers.map(&states, tasks: tasks) { state, task in
      state += 1
      return task * task
    }
    #expect(results == (0..<tasks).map { $0 * $0 })
    #expect(states.reduce(0, +) == tasks)
  }

  @Test func `each thread keeps a state of its own`() {
    var states = (0..<4).map { (number: $0, tasks: [Int]()) }
    _ = Workers.map(&states, tasks: 1000) { state, task in state.tasks.append(task) }
    #expect(states.map(\.number) == [0, 1, 2, 3])
    #expect(states.flatMap(\.tasks).sorted() == Array(0..<1000))
    // Tasks are taken in turn, so each state saw its own in order.
    #expect(states.allSatisfy { $0.tasks == $0.tasks.sorted() })
  }

  @Test func `with one state everything happens on this thread, in order`() {
    var states = [[Int]()]
    let thread = Thread.current
    let wereHere = Workers.map(&states, tasks: 50) { state, task in
      state.append(task)
      return Thread.current === thread
    }
    #expect(wereHere == [Bool](repeating: true, count: 50))
    #expect(states == [Array(0..<50)])
  }

  /// Each task waits until all others have begun, which takes a thread for each.
  @Test func `as many tasks run at once as there are states`() {
    let begun = Atomic<Int>(0)
    var states = [0, 0, 0, 0]
    let met = Workers.map(&states, tasks: 4) { _, _ in
      begun.wrappingAdd(1, ordering: .sequentiallyConsistent)
      for _ in 0..<100_000 where begun.load(ordering: .sequentiallyConsistent) < 4 { usleep(100) }
      return begun.load(ordering: .sequentiallyConsistent)
    }
    #expect(met == [4, 4, 4, 4])
  }

  @Test(arguments: [1, 2, 5], [1, 2, 100])
  func `a stream hands results on in order, by one thread at a time`(threads: Int, ahead: Int) {
    var states = [Int](repeating: 0, count: threads)
    var (next, sum, taken) = (0, 0, [Int]())
    let taking = Atomic<Int>(0)
    Workers.stream(&states, ahead: ahead) { () -> Int? in
      next += 1
      return next <= 300 ? next : nil
    } each: { state, task in
      // Some take longer, so that they end in another order.
      if task % 7 == 0 { usleep(200) }
      state += 1
      return task
    } inOrder: { result in
      let others = taking.wrappingAdd(1, ordering: .sequentiallyConsistent).oldValue
      #expect(others == 0)
      sum += result
      taken.append(result)
      taking.wrappingSubtract(1, ordering: .sequentiallyConsistent)
    }
    #expect(taken == Array(1...300))
    #expect(sum == 300 * 301 / 2)
    #expect(states.reduce(0, +) == 300)
  }

  @Test func `a stream does not run ahead of what is handed on by more than it may`() {
    var states = [0, 0, 0]
    let begun = Atomic<Int>(0)
    let taken = Atomic<Int>(0)
    let most = Atomic<Int>(0)
    Workers.stream(&states, ahead: 4) { () -> Int? in
      let number = begun.wrappingAdd(1, ordering: .sequentiallyConsistent).newValue
      most.max(number - taken.load(ordering: .sequentiallyConsistent), ordering: .relaxed)
      return number <= 200 ? number : nil
    } each: { _, task in
      if task % 5 == 0 { usleep(300) }
      return task
    } inOrder: { _ in
      taken.wrappingAdd(1, ordering: .sequentiallyConsistent)
    }
    // One more task is asked for beforehand, and one may be on its way of being counted.
    #expect(most.load(ordering: .relaxed) <= 6)
    #expect(taken.load(ordering: .relaxed) == 200)
  }

  @Test func `two things done together are both done`() {
    var (one, other) = (0, 0)
    Workers.together {
      one += 1
    } and: {
      other += 2
    }
    #expect(one == 1 && other == 2)
  }

  @Test func `a stream of nothing hands nothing on`() {
    var states = [0, 0]
    Workers.stream(&states) {
      nil as Int?
    } each: {
      $1
    } inOrder: { _ in
      Issue.record("there was no task")
    }
  }

  @Test func `results may be nil, and tasks need no state`() {
    let results = Workers.map(tasks: 100) { task -> Int? in task % 2 == 0 ? task : nil }
    #expect(results == (0..<100).map { $0 % 2 == 0 ? $0 : nil })
    #expect(Workers.map(tasks: 0) { $0 }.isEmpty)
  }

  @Test(.enabled(if: getenv("LMASK_THREADS") == nil))
  func `held to one core, there is one thread`() throws {
    var before = [UInt64](repeating: 0, count: 64)
    #expect(sched_getaffinity(0, 512, &before) == 0)
    defer { setAffinity(0, 512, before) }
    #expect(Workers.count == before.reduce(0) { $0 + $1.nonzeroBitCount })
    let word = try #require(before.firstIndex { $0 != 0 })
    var one = [UInt64](repeating: 0, count: 64)
    one[word] = before[word] & (~before[word] &+ 1)
    #expect(setAffinity(0, 512, one) == 0)
    #expect(Workers.count == 1)
  }

  /// `sched_setaffinity`, which Swift's view of the C library does not show.
  private let setAffinity = unsafeBitCast(
    dlsym(nil, "sched_setaffinity"),
    to: (@convention(c) (Int32, UInt, UnsafeRawPointer) -> Int32).self)
}
