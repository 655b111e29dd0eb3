/// Writes a tally: distinct words in the order of their bytes, each with a count.
///
/// Tallies of parts of a corpus are merged into one of the whole, as streams, so that no more than
/// a part's words are in memory at once.
struct TallyWriter {
  private var writer = ByteWriter()
  private var previous: [UInt8] = []

  var bytes: [UInt8] { writer.bytes }

  /// - Parameter word: in UTF-8; comes after the one before.
  mutating func append(_ word: [UInt8], count: Int) {
    writer.append(word, after: previous)
    writer.append(variable: count)
    previous = word
  }
}

/// Reads a tally word by word.
struct TallyReader {
  private var reader: SpoolReader
  private(set) var word: [UInt8] = []
  /// The first eight bytes as a number; see `sortingKey`.
  private(set) var key: UInt64 = 0
  private(set) var count = 0

  /// - Parameter range: where the tally lies in the spool, in bytes.
  init(_ spool: SealedSpool, _ range: Range<Int>) { reader = SpoolReader(spool, range) }

  /// Goes on to the next word; whether there is one.
  mutating func advance() -> Bool {
    guard !reader.isAtEnd else { return false }
    let shared = reader.variable()
    word.removeLast(word.count - shared)
    reader.append(reader.variable(), to: &word)
    count = reader.variable()
    key = word.span.sortingKey
    return true
  }

  func precedes(_ other: TallyReader) -> Bool {
    key == other.key ? word.lexicographicallyPrecedes(other.word) : key < other.key
  }

  func hasWord(of other: TallyReader) -> Bool { key == other.key && word == other.word }
}

/// Merges tallies: each word once, in the order of the bytes, with its count in each.
struct TallyMerger {
  private(set) var word: [UInt8] = []
  /// Of the tallies that hold the word, by their numbers, ascending.
  private(set) var counts: [(tally: Int, count: Int)] = []
  private var readers: [TallyReader]
  /// The tallies that have words left, as a binary heap with that of the first word on top; of
  /// those with the same word the first.
  private var heap: [Int] = []

  /// - Parameter tallies: where each lies in the spool, in bytes.
  init(_ spool: SealedSpool, _ tallies: [Range<Int>]) {
    readers = tallies.map { TallyReader(spool, $0) }
    for number in readers.indices where readers[number].advance() { heap.append(number) }
    for place in heap.indices.reversed() { sink(place) }
  }

  /// Goes on to the next word; whether there is one.
  mutating func advance() -> Bool {
    counts.removeAll(keepingCapacity: true)
    while let first = heap.first {
      if counts.isEmpty {
        word = readers[first].word
      } else if !isWord(of: first) {
        break
      }
      counts.append((first, readers[first].count))
      if !readers[first].advance() {
        heap[0] = heap[heap.count - 1]
        heap.removeLast()
      }
      sink(0)
    }
    return !counts.isEmpty
  }

  private func isWord(of number: Int) -> Bool { readers[number].word == word }

  private func precedes(_ one: Int, _ other: Int) -> Bool {
    readers[one].precedes(readers[other])
      || one < other && readers[one].hasWord(of: readers[other])
  }

  /// Puts the tally at a place of the heap where it belongs among those below.
  private mutating func sink(_ place: Int) {
    var place = place
    while true {
      var first = place
      for child in [2 * place + 1, 2 * place + 2] where child < heap.count {
        if precedes(heap[child], heap[first]) { first = child }
      }
      guard first != place else { return }
      heap.swapAt(place, first)
      place = first
    }
  }
}
