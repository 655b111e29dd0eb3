internal import Corpus
internal import InvertedIndex

/// Threads that answer questions side by side, for one thread that asks and takes the answers in
/// the order of the questions.
///
/// The threads are started with the first question.
final class AnswerTeam: @unchecked Sendable {
  typealias Outcome = Result<AnsweredLine, Trouble>

  /// What threads wait for under the lock.
  private enum Event {
    static let question = 0
    static let outcome = 1
  }

  private let most: Int?
  private let makeStream: @Sendable () -> AnswerStream
  private var threads: [WorkerThread] = []
  /// Questions asked and answers taken; by the asking thread alone.
  private var (asked, taken) = (0, 0)

  // What follows is read and changed under the lock alone.
  private let lock = Monitor(events: 2)
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
    lock.wakeAll(waitingFor: Event.question)
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
        lock.wait(for: Event.outcome)
      }
    }
  }

  /// Waits for what is being answered; what is not is forgotten.
  func end() {
    lock.locked { isEnding = true }
    lock.wakeAll(waitingFor: Event.question)
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
      lock.wakeAll(waitingFor: Event.outcome)
    }
  }

  private func nextQuestion() -> (place: Int, line: String, number: Int)? {
    lock.locked {
      while true {
        if isEnding { return nil }
        if !questions.isEmpty { return questions.removeFirst() }
        lock.wait(for: Event.question)
      }
    }
  }
}
