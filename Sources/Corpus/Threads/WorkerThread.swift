internal import Glibc

/// A thread of the system, started when it is made.
///
/// The caller sees to it that what the work touches is safe to touch from there.
package struct WorkerThread {
  private let handle: pthread_t

  private final class Job {
    let work: () -> Void

    init(_ work: @escaping () -> Void) { self.work = work }
  }

  /// Nil if the system refuses one.
  package init?(_ work: @escaping () -> Void) {
    let job = unsafe Unmanaged.passRetained(Job(work))
    var handle = pthread_t()
    let error = unsafe pthread_create(
      &handle, nil,
      { argument in
        if let argument = unsafe argument {
          unsafe Unmanaged<Job>.fromOpaque(argument).takeRetainedValue().work()
        }
        return nil
      }, unsafe job.toOpaque())
    guard error == 0 else {
      unsafe job.release()
      return nil
    }
    self.handle = handle
  }

  /// Waits until its work is done; once.
  package func join() { pthread_join(handle, nil) }
}
