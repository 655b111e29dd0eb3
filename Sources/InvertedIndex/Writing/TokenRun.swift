/// The tokens of one batch of segments, brought together by term.
struct TokenRun: Sendable {
  private enum Places {
    case memory([UInt64])
    case spool(SealedSpool)
  }

  /// By the term's number, where its places start; one more for the end.
  private let starts: [Int]
  private var places: Places

  /// A stable counting sort: tokens come in the order of the corpus and stay so within a term.
  ///
  /// - Parameters:
  ///   - lists: terms by their numbers among all.
  ///   - firstPassages: of each list, what its passages count from.
  init(_ lists: [TokenList], firstPassages: [Int], termCount: Int) {
    var starts = [Int](repeating: 0, count: termCount + 1)
    for list in lists { for term in list.terms { starts[Int(term) + 1] += 1 } }
    for term in 0..<termCount { starts[term + 1] += starts[term] }
    var next = starts
    self.starts = starts
    places = .memory(
      unsafe [UInt64](unsafeUninitializedCapacity: starts[termCount]) { places, count in
        for (list, first) in zip(lists, firstPassages) {
          let shift = TokenPlace.encode(passage: first, field: 0, position: 0)
          for (term, place) in zip(list.terms, list.places) {
            unsafe places[next[Int(term)]] = place + shift
            next[Int(term)] += 1
          }
        }
        count = starts[termCount]
      })
  }

  /// How many tokens a term has.
  func count(ofTerm term: Int) -> Int {
    term + 1 < starts.count ? starts[term + 1] - starts[term] : 0
  }

  /// Appends a term's places, ascending.
  func append(placesOf term: Int, to all: inout [UInt64]) {
    guard count(ofTerm: term) > 0 else { return }
    let range = starts[term]..<starts[term + 1]
    switch places {
    case .memory(let places):
      all += places[range]
    case .spool(let spool):
      spool.read(range.lowerBound * 8..<range.upperBound * 8) { bytes in
        for offset in stride(from: 0, to: bytes.byteCount, by: 8) {
          // In bounds and aligned, written by this process; any bits are an integer.
          all.append(unsafe bytes.unsafeLoad(fromByteOffset: offset, as: UInt64.self))
        }
      }
    }
  }

  /// Puts the places into a spool, so that the next batch has the memory.
  mutating func spill(into folder: SpoolFolder?) {
    guard case .memory(let list) = places, folder != nil else { return }
    var spool = Spool(folder: folder)
    spool.append(numbers: list)
    places = .spool(spool.sealed())
  }

  /// Lets the system take back the memory of what was read.
  func forget() {
    if case .spool(let spool) = places { spool.forget(0..<spool.count) }
  }
}
