internal import Glibc

/// A lock, and a place to wait for what others do under it.
@safe final class Monitor {
  private let mutex = UnsafeMutablePointer<pthread_mutex_t>.allocate(capacity: 1)
  private let condition = UnsafeMutablePointer<pthread_cond_t>.allocate(capacity: 1)

  init() {
    unsafe pthread_mutex_init(mutex, nil)
    unsafe pthread_cond_init(condition, nil)
  }

  deinit {
    unsafe pthread_cond_destroy(condition)
    unsafe pthread_mutex_destroy(mutex)
    unsafe condition.deallocate()
    unsafe mutex.deallocate()
  }

  /// Holds the lock meanwhile.
  func locked<Result>(_ body: () -> Result) -> Result {
    unsafe pthread_mutex_lock(mutex)
    defer { unsafe pthread_mutex_unlock(mutex) }
    return body()
  }

  /// Lets go of the lock meanwhile.
  ///
  /// - Precondition: this thread holds it.
  func unlocked(_ body: () -> Void) {
    unsafe pthread_mutex_unlock(mutex)
    body()
    unsafe pthread_mutex_lock(mutex)
  }

  /// Lets go of the lock until another thread wakes all, or for no reason.
  ///
  /// - Precondition: this thread holds it.
  func wait() { unsafe pthread_cond_wait(condition, mutex) }

  func wakeAll() { unsafe pthread_cond_broadcast(condition) }
}
