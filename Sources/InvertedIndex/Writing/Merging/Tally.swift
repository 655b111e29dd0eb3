/// Writes a tally: distinct words in the order of their bytes, each with a count.
///
/// Tallies of parts of a corpus are merged into one of the whole, as streams, so that no more than
/// a part's words are in memory at once.
struct TallyWriter {
  private var writer = ByteWriter()
  private var previous = PreviousText()

  var bytes: [UInt8] { writer.bytes }

  /// - Parameter word: in UTF-8; comes after the one before.
  mutating func append(_ word: Span<UInt8>, count: Int) {
    writer.append(word, after: &previous)
    writer.append(variable: count)
  }
}

/// Reads a tally word by word.
struct TallyReader {
  private var reader: SpoolReader
  /// The word, and then other bytes.
  private var bytes = [UInt8](repeating: 0, count: 64)
  private var length = 0
  /// The first eight bytes as a number; see `sortingKey`.
  private(set) var key: UInt64 = 0
  private(set) var count = 0

  /// - Parameter range: where the tally lies in the spool, in bytes.
  init(_ spool: SealedSpool, _ range: Range<Int>) { reader = SpoolReader(spool, range) }

  var word: [UInt8] { Array(bytes[..<length]) }

  /// Goes on to the next word; whether there is one.
  mutating func advance() -> Bool {
    guard !reader.isAtEnd else { return false }
    let shared = reader.variable()
    length = shared + reader.variable()
    if length > bytes.count { bytes += repeatElement(0, count: length) }
    reader.read(length - shared, into: &bytes, at: shared)
    count = reader.variable()
    key = bytes.span.extracting(..<length).sortingKey
    return true
  }

  /// Makes an array the word, and keeps its memory.
  // Mutating, so that nobody counts who holds the reader.
  mutating func copyWord(to word: inout [UInt8]) {
    word.removeAll(keepingCapacity: true)
    let bytes = bytes.span.extracting(..<length)
    unsafe bytes.withUnsafeBufferPointer { unsafe word.append(contentsOf: $0) }
  }

  /// How its word stands to another: below 0 before it, 0 if it is the same.
  ///
  /// - Parameter other: with the same key.
  func order(of other: Span<UInt8>) -> Int {
    var index = 8
    while index < length, index < other.count {
      if bytes[index] != other[index] { return Int(bytes[index]) - Int(other[index]) }
      index += 1
    }
    return length - other.count
  }

  func precedes(_ other: TallyReader) -> Bool {
    order(of: other.bytes.span.extracting(..<other.length)) < 0
  }
}

/// Merges tallies: each word once, in the order of the bytes, with its count in each.
struct TallyMerger {
  private(set) var word: [UInt8] = []
  /// Of the tallies that hold the word, by their numbers, ascending.
  private(set) var counts: [(tally: Int, count: Int)] = []
  private var readers: [TallyReader]
  /// The tallies that have words left, with the keys of these, as a binary heap with that of the
  /// first word on top; of those with the same word the first.
  private var heap: [(key: UInt64, tally: Int)] = []

  /// - Parameter tallies: where each lies in the spool, in bytes.
  init(_ spool: SealedSpool, _ tallies: [Range<Int>]) {
    readers = tallies.map { TallyReader(spool, $0) }
    for number in readers.indices where readers[number].advance() {
      heap.append((readers[number].key, number))
    }
    for place in heap.indices.reversed() { sink(place) }
  }

  /// Goes on to the next word; whether there is one.
  mutating func advance() -> Bool {
    counts.removeAll(keepingCapacity: true)
    var key: UInt64 = 0
    while let first = heap.first {
      if counts.isEmpty {
        readers[first.tally].copyWord(to: &word)
        key = first.key
      } else if first.key != key || readers[first.tally].order(of: word.span) != 0 {
        break
      }
      counts.append((first.tally, readers[first.tally].count))
      if readers[first.tally].advance() {
        heap[0].key = readers[first.tally].key
      } else {
        heap[0] = heap[heap.count - 1]
        heap.removeLast()
      }
      sink(0)
    }
    return !counts.isEmpty
  }

  private func precedes(_ one: (key: UInt64, tally: Int), _ other: (key: UInt64, tally: Int))
    -> Bool
  {
    if one.key != other.key { return one.key < other.key }
    return one.tally < other.tally
      ? !readers[other.tally].precedes(readers[one.tally])
      : readers[one.tally].precedes(readers[other.tally])
  }

  /// Puts the tally at a place of the heap where it belongs among those below.
  private mutating func sink(_ place: Int) {
    var place = place
    while true {
      var first = place
      for child in 2 * place + 1...2 * place + 2 where child < heap.count {
        if precedes(heap[child], heap[first]) { first = child }
      }
      guard first != place else { return }
      heap.swapAt(place, first)
      place = first
    }
  }
}
