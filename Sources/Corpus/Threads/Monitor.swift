internal import Glibc

/// A lock, and what threads wait for while they hold it.
@safe package final class Monitor: @unchecked Sendable {
  // In memory of their own, because they must not move; freed with this object.
  private let mutex = UnsafeMutablePointer<pthread_mutex_t>.allocate(capacity: 1)
  private let conditions: UnsafeMutableBufferPointer<pthread_cond_t>

  /// - Parameter events: how many things are waited for, each by its number from 0.
  package init(events: Int = 1) {
    unsafe conditions = .allocate(capacity: events)
    unsafe pthread_mutex_init(mutex, nil)
    for event in 0..<events { unsafe pthread_cond_init(condition(event), nil) }
  }

  deinit {
    for event in 0..<(unsafe conditions.count) { unsafe pthread_cond_destroy(condition(event)) }
    unsafe pthread_mutex_destroy(mutex)
    unsafe conditions.deallocate()
    unsafe mutex.deallocate()
  }

  /// Holds the lock meanwhile.
  package func locked<Value>(_ body: () -> Value) -> Value {
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

  /// Lets go of the lock until another thread wakes those who wait for the event, or for no reason.
  ///
  /// - Precondition: this thread holds it.
  package func wait(for event: Int = 0) {
    unsafe pthread_cond_wait(condition(event), mutex)
  }

  /// Wakes all who wait for the event.
  package func wakeAll(waitingFor event: Int = 0) {
    unsafe pthread_cond_broadcast(condition(event))
  }

  private func condition(_ event: Int) -> UnsafeMutablePointer<pthread_cond_t> {
    unsafe conditions.baseAddress! + event
  }
}
