package import Corpus

/// A passage found, and how well it fits.
package struct Hit: Equatable, Sendable {
  package let passage: PassageID
  /// Without unit, above 0, never NaN; comparable within one question only.
  package let score: Float

  package init(passage: PassageID, score: Float) {
    self.passage = passage
    self.score = score
  }

  /// Better score first; equal scores in passage order.
  package func precedes(_ other: Hit) -> Bool {
    score != other.score ? score > other.score : passage < other.passage
  }
}

/// The best hits of many, in memory for no more than were asked for.
///
/// A binary heap with the worst kept hit at its root. Adding costs time logarithmic in the limit.
package struct TopHits {
  private let limit: Int
  private var heap: [Hit] = []

  /// - Precondition: `limit` is above 0.
  package init(limit: Int) {
    precondition(limit > 0, "a limit of \(limit)")
    self.limit = limit
  }

  /// A hit must score more to be kept, if it comes after those that were added: 0 while there is room.
  package var threshold: Float { heap.count < limit ? 0 : heap[0].score }

  /// Hits without a positive score are no hits.
  package mutating func add(_ hit: Hit) {
    guard hit.score > 0 else { return }
    if heap.count < limit {
      heap.append(hit)
      siftUp(from: heap.count - 1)
    } else if hit.precedes(heap[0]) {
      heap[0] = hit
      siftDown(from: 0)
    }
  }

  /// Best first.
  package consuming func sorted() -> [Hit] {
    heap.sorted { $0.precedes($1) }
  }

  private mutating func siftUp(from start: Int) {
    var child = start
    while child > 0 {
      let parent = (child - 1) / 2
      guard heap[parent].precedes(heap[child]) else { return }
      heap.swapAt(parent, child)
      child = parent
    }
  }

  private mutating func siftDown(from start: Int) {
    var parent = start
    while 2 * parent + 1 < heap.count {
      let (left, right) = (2 * parent + 1, 2 * parent + 2)
      let worst = right < heap.count && heap[left].precedes(heap[right]) ? right : left
      guard heap[parent].precedes(heap[worst]) else { return }
      heap.swapAt(parent, worst)
      parent = worst
    }
  }
}
