/// Where a term stands in one passage; kept by who asks, so that its memory is used again.
package struct PostingPositions: Sendable {
  private var counts = SIMD4<UInt32>.zero
  private var all: [UInt32] = []

  package init() {}

  /// The positions in one field, ascending from 0.
  package subscript(field: Field) -> ArraySlice<UInt32> {
    var start = 0
    for earlier in 0..<field.rawValue { start += Int(counts[earlier]) }
    return all[start..<start + Int(counts[field: field])]
  }

  /// The least distance to a position of another term in the same field; the highest integer if
  /// there is none.
  ///
  /// - Parameter enough: distances up to this one are not told apart.
  package func distance(to other: PostingPositions, enough: Int) -> Int {
    var least = Int.max
    var (one, two) = (0, 0)
    for field in 0..<4 {
      let ends = (one + Int(counts[field]), two + Int(other.counts[field]))
      while one < ends.0, two < ends.1 {
        let (left, right) = (all[one], other.all[two])
        least = min(least, abs(Int(left) - Int(right)))
        if least <= enough { return least }
        if left < right { one += 1 } else { two += 1 }
      }
      (one, two) = ends
    }
    return least
  }
}

/// The positions of one block's postings, read where they lie; what was found out for one posting
/// is kept for the next.
struct BlockPositions: Sendable {
  private var packed = PackedNumbers.none
  private var exceptions: [PackedException] = []
  private var isOpen = false
  /// The occurrences in the postings before a place.
  private var before = (place: 0, total: 0)

  /// Makes ready for the next block.
  mutating func close() {
    isOpen = false
    before = (0, 0)
  }

  /// - Parameters:
  ///   - place: of the posting in the block, not before the one asked for last.
  ///   - range: starts where the positions of the block do.
  mutating func read(
    _ place: Int, _ counts: borrowing PostingCounts, in file: MappedFile, at range: Range<Int>,
    into found: inout PostingPositions
  ) throws(IndexError) {
    if !isOpen { try open(file, range) }
    before = (place, before.total + counts.total(of: before.place..<place, in: file))
    try found.read(
      counts.counts(at: place, in: file), from: before.total, packed, exceptions, in: file,
      end: range.upperBound)
  }

  private mutating func open(_ file: MappedFile, _ range: Range<Int>) throws(IndexError) {
    exceptions.removeAll(keepingCapacity: true)
    var reader = ByteReader(file, range)
    packed = try PackedNumbers(&reader, count: nil, exceptions: &exceptions)
    guard packed.width > 0 else { throw reader.damage("positions without bits") }
    isOpen = true
  }
}

extension PostingPositions {
  /// - Parameter first: the number of the first among the positions of the block.
  fileprivate mutating func read(
    _ counts: SIMD4<UInt32>, from first: Int, _ packed: PackedNumbers,
    _ exceptions: [PackedException], in file: MappedFile, end: Int
  ) throws(IndexError) {
    self.counts = .zero
    all.removeAll(keepingCapacity: true)
    var number = first
    let last = (0..<4).reduce(first) { $0 + Int(counts[$1]) }
    // Every position takes a bit or more, so what is not there is not made room for.
    guard (last * packed.width + 7) / 8 <= end - packed.bits else {
      throw ByteReader(file, packed.bits..<end).damage("data ends too soon")
    }
    var exception = exceptions.firstPlace(notBelow: first)
    for field in 0..<4 {
      var next = 0
      for _ in 0..<counts[field] {
        var value = file.bits(
          at: packed.bits, skipping: number * packed.width, width: packed.width)
        if exception < exceptions.count, exceptions[exception].place == number {
          value |= exceptions[exception].high
          exception += 1
        }
        next += Int(value) + 1
        guard next <= 1 << 32 else {
          throw ByteReader(file, packed.bits..<end).damage("a position is too high")
        }
        all.append(UInt32(next - 1))
        number += 1
      }
    }
    self.counts = counts
  }
}

extension [PackedException] {
  /// By halving: places ascend.
  fileprivate func firstPlace(notBelow place: Int) -> Int {
    var (low, high) = (0, count)
    while low < high {
      let middle = (low + high) / 2
      if self[middle].place < place { low = middle + 1 } else { high = middle }
    }
    return low
  }
}
