internal import Glibc
internal import InvertedIndex

/// Threads that answer questions side by side, for one thread that asks and takes the answers in
/// the order of the questions.
///
/// The threads are started with the first question.
final class AnswerTeam: @unchecked Sendable {
  typealias Outcome = Result<AnsweredLine, Trouble>

  private let most: Int?
  private let makeStream: @Sendable () -> AnswerStream
  private var threads: [WorkerThread] = []
  /// Questions asked and answers taken; by the asking thread alone.
  private var (asked, taken) = (0, 0)

  // What follows is read and changed under the lock alone.
  private let lock = Monitor()
  private var questions: [(place: Int, line: String, number: Int)] = []
  /// By place.
  private var outcomes: [Int: Outcome] = [:]
  private var isEnding = false

  /// - Parameter most: how many threads there can be, nil for as many as there are cores; one is no
  ///   help and is not started.
  init(most: Int?, _ makeStream: @escaping @Sendable () -> AnswerStream) {
    self.most = most
    self.makeStream = makeStream
  }

  /// Questions under way for each thread: enough that none waits for a slow one, few enough that
  /// their answers fit in memory.
  private static let perThread = 8
  private static let mostAtOnce = 64

  /// No question is under way.
  var isIdle: Bool { asked == taken }
  var isFull: Bool { asked - taken >= min(Self.perThread * threads.count, Self.mostAtOnce) }

  /// No thread can be had beside the one that asks.
  var isUseless: Bool {
    if threads.isEmpty { start(most ?? Workers.count) }
    return threads.isEmpty
  }

  /// - Precondition: the team is not useless.
  func ask(_ line: String, number: Int) {
    lock.locked { questions.append((asked, line, number)) }
    lock.signal(.question)
    asked += 1
  }

  /// The answer to the first question not yet taken; waits for it.
  ///
  /// - Precondition: the team is not idle.
  func next() -> Outcome {
    lock.locked {
      while true {
        if let outcome = outcomes.removeValue(forKey: taken) {
          taken += 1
          return outcome
        }
        lock.wait(for: .outcome)
      }
    }
  }

  /// Waits for what is being answered; what is not is forgotten.
  func end() {
    lock.locked { isEnding = true }
    lock.signal(.question)
    for thread in threads { thread.join() }
    threads = []
  }

  private func start(_ count: Int) {
    guard count > 1 else { return }
    for _ in 0..<count {
      guard let thread = WorkerThread({ self.work() }) else { return }
      threads.append(thread)
    }
  }

  /// One thread's life.
  private func work() {
    var stream = makeStream()
    while let (place, line, number) = nextQuestion() {
      let outcome: Outcome
      do throws(Trouble) {
        outcome = .success(try stream.answered(line, number: number))
      } catch { outcome = .failure(error) }
      lock.locked { outcomes[place] = outcome }
      lock.signal(.outcome)
    }
  }

  private func nextQuestion() -> (place: Int, line: String, number: Int)? {
    lock.locked {
      while true {
        if isEnding { return nil }
        if !questions.isEmpty { return questions.removeFirst() }
        lock.wait(for: .question)
      }
    }
  }
}

/// A lock, and two things that threads wait for while they hold it.
@safe private final class Monitor: @unchecked Sendable {
  enum Event: Int { case question, outcome }

  // In memory of their own, because they must not move; freed with this object.
  private let mutex = UnsafeMutablePointer<pthread_mutex_t>.allocate(capacity: 1)
  private let conditions = UnsafeMutablePointer<pthread_cond_t>.allocate(capacity: 2)

  init() {
    unsafe pthread_mutex_init(mutex, nil)
    for event in 0..<2 { unsafe pthread_cond_init(conditions + event, nil) }
  }

  deinit {
    for event in 0..<2 { unsafe pthread_cond_destroy(conditions + event) }
    unsafe pthread_mutex_destroy(mutex)
    unsafe conditions.deallocate()
    unsafe mutex.deallocate()
  }

  func locked<Value>(_ body: () -> Value) -> Value {
    unsafe pthread_mutex_lock(mutex)
    defer { unsafe pthread_mutex_unlock(mutex) }
    return body()
  }

  /// Lets go of the lock until the event is signalled, or now and then for no reason.
  func wait(for event: Event) { unsafe pthread_cond_wait(conditions + event.rawValue, mutex) }

  func signal(_ event: Event) { unsafe pthread_cond_broadcast(conditions + event.rawValue) }
}
