/// Numbers in as many bits each as most of them need; the few that need more are set right one by one.
///
/// A byte: the width in bits, 0 to 32, and 128 if some numbers are too wide for it. If so: how many
/// (`var`), then per such number its place, as the distance to the one before it, less one (`var`, the
/// first counts from −1), and what is left of it above the width (`var`). Then the numbers' low
/// bits, one after another, lowest first, filled up to a whole byte. ("Patched frame of reference":
/// M. Zukowski et al., Super-Scalar RAM-CPU Cache Compression, 2006.)
struct PackedNumbers {
  /// Where the bits start, in bytes of the file.
  let bits: Int
  let width: Int
  /// Places among `PackedExceptions.all`.
  let exceptions: Range<Int>

  /// In the first byte: some numbers are too wide.
  static let hasExceptions: UInt8 = 128
  /// In bits.
  static let widest = 32
  /// In a file of no bits: as if all numbers were 0.
  static let none = PackedNumbers(bits: 0, width: 0, exceptions: 0..<0)
}

/// A number that is wider than those around it.
struct PackedException {
  let place: Int
  /// To be added to its low bits.
  let high: UInt32
}

extension PackedNumbers {
  /// Reads what stands before the bits and adds the wide numbers to others.
  ///
  /// - Parameter count: of the numbers; nil to leave the place after the bits to the caller.
  init(
    _ reader: inout ByteReader, count: Int?, exceptions all: inout [PackedException]
  ) throws(IndexError) {
    let head = try reader.byte()
    width = Int(head & ~Self.hasExceptions)
    guard width <= Self.widest else { throw reader.damage("a width of \(width) bits") }
    let start = all.count
    if head & Self.hasExceptions != 0 {
      try Self.readExceptions(&reader, width: width, below: count ?? .max, &all)
    }
    exceptions = start..<all.count
    bits = reader.offset
    if let count { try reader.skip((count * width + 7) / 8) }
  }

  private static func readExceptions(
    _ reader: inout ByteReader, width: Int, below limit: Int, _ all: inout [PackedException]
  ) throws(IndexError) {
    // Moved on in a copy, so that it need not be written back for every byte.
    var bytes = reader
    let highest = Int(UInt32.max >> UInt32(width))
    var place = -1
    for _ in 0..<(try bytes.count()) {
      // Two numbers below 2⁶² and one added: no overflow.
      place &+= try bytes.variable() &+ 1
      let high = try bytes.variable()
      guard place < limit, place < 1 << 60, high <= highest else {
        throw bytes.damage("a number is too large")
      }
      all.append(PackedException(place: place, high: UInt32(truncatingIfNeeded: high &<< width)))
    }
    reader = bytes
  }

  /// One of the numbers.
  ///
  /// - Precondition: the place is below the count.
  func value(at place: Int, in file: MappedFile, _ all: [PackedException]) -> UInt32 {
    var value = file.bits(at: bits, skipping: place * width, width: width)
    for index in exceptions where all[index].place == place { value |= all[index].high }
    return value
  }

  /// The sum of some of the numbers.
  ///
  /// - Precondition: the places are not above the count.
  func sum(of places: Range<Int>, in file: MappedFile, _ all: [PackedException]) -> Int {
    var sum = width > 0 ? sumOfLowBits(places, in: file) : 0
    for index in exceptions where places.contains(all[index].place) { sum += Int(all[index].high) }
    return sum
  }

  /// As many numbers at once as a word holds: the set bits of each order are counted together.
  private func sumOfLowBits(_ places: Range<Int>, in file: MappedFile) -> Int {
    // A bit for each number: 57 bits of a word can be had wherever they start.
    let atOnce = 57 / width
    let lowest: UInt64 = ((1 << UInt64(atOnce * width)) - 1) / ((1 << UInt64(width)) - 1)
    var sum = 0
    var place = places.lowerBound
    while place < places.upperBound {
      let count = min(atOnce, places.upperBound - place)
      let word = file.word(at: bits, skipping: place * width)
      let numbers = word & (1 << UInt64(count * width) - 1)
      for bit in 0..<width { sum += (numbers >> UInt64(bit) & lowest).nonzeroBitCount << bit }
      place += count
    }
    return sum
  }

  /// All numbers.
  ///
  /// - Precondition: there is room for `count`.
  func unpack(
    _ count: Int, from file: MappedFile, _ all: [PackedException], into numbers: inout [UInt32]
  ) {
    file.unpack(at: bits, width: width, count: count, into: &numbers)
    for index in exceptions { numbers[all[index].place] |= all[index].high }
  }
}

extension ByteWriter {
  /// Writes as `PackedNumbers` are read, in the width that takes the fewest bytes.
  mutating func append(packed numbers: [UInt32], narrowest: Int = 0) {
    append(packed: numbers.span, narrowest: narrowest)
  }

  /// The same for who has no array.
  mutating func append(packed numbers: Span<UInt32>, narrowest: Int = 0) {
    let (width, wide) = Self.bestWidth(of: numbers, narrowest: narrowest)
    append(byte: UInt8(width) | (wide > 0 ? PackedNumbers.hasExceptions : 0))
    if wide > 0 {
      append(variable: wide)
      appendExceptions(of: numbers, above: width)
    }
    if width > 0 { appendBits(of: numbers, width: width) }
  }

  private mutating func appendExceptions(of numbers: Span<UInt32>, above width: Int) {
    var next = 0
    for start in stride(from: 0, to: numbers.count, by: 64) {
      // A bit for each, because no processor guesses which are wide.
      var wide: UInt64 = 0
      for place in start..<min(start + 64, numbers.count) {
        let isWide: UInt64 = numbers[place] &>> UInt32(width) > 0 ? 1 : 0
        wide |= isWide &<< UInt64(place &- start)
      }
      while wide != 0 {
        let place = start + wide.trailingZeroBitCount
        wide &= wide &- 1
        append(variable: place - next)
        append(variable: Int(numbers[place] &>> UInt32(width)))
        next = place + 1
      }
    }
  }

  /// - Precondition: the width is above 0.
  private mutating func appendBits(of numbers: Span<UInt32>, width: Int) {
    if width * numbers.count <= 64 { return appendWord(of: numbers, width: width) }
    let width = UInt64(width)
    let mask = 1 &<< width - 1
    // As much as a block of postings needs at most.
    var words = InlineArray<64, UInt64>(repeating: 0)
    var (full, pending, bits) = (0, UInt64(0), UInt64(0))
    for index in numbers.indices {
      let number = UInt64(numbers[index]) & mask
      pending |= number &<< bits
      bits &+= width
      guard bits >= 64 else { continue }
      words[full] = pending.littleEndian
      full &+= 1
      bits &-= 64
      // What did not fit; all of it did if no bits are left.
      pending = number &>> (width &- bits)
      guard full == words.count else { continue }
      append(words.span, bytes: full * 8)
      full = 0
    }
    words[full] = pending.littleEndian
    append(words.span, bytes: full * 8 + Int(bits + 7) / 8)
  }

  /// The same of numbers that fit in a word: most terms stand in a passage or two.
  private mutating func appendWord(of numbers: Span<UInt32>, width: Int) {
    let mask: UInt64 = 1 &<< UInt64(width) - 1
    var word: UInt64 = 0
    for index in numbers.indices {
      word |= (UInt64(numbers[index]) & mask) &<< UInt64(index * width)
    }
    for _ in 0..<Self.size(numbers.count, width) {
      append(byte: UInt8(truncatingIfNeeded: word))
      word &>>= 8
    }
  }

  private mutating func append(_ words: Span<UInt64>, bytes count: Int) {
    unsafe words.withUnsafeBytes { unsafe append(bytes: $0[..<count]) }
  }

  /// The width of fewest bytes, the widest of several, and how many numbers are wider.
  private static func bestWidth(
    of numbers: Span<UInt32>, narrowest: Int
  ) -> (width: Int, wide: Int) {
    var all: UInt32 = 0
    for index in numbers.indices { all |= numbers[index] }
    let widest = max(narrowest, all.bitCount)
    // Setting numbers right takes three bytes at least, so that nothing is saved in short lists.
    let narrowestBytes = size(numbers.count, narrowest)
    if size(numbers.count, widest) - narrowestBytes <= 3 { return (widest, 0) }
    // As many as six bits can tell, so that no place need be looked at twice.
    var ofWidth = InlineArray<64, Int>(repeating: 0)
    for index in numbers.indices { ofWidth[numbers[index].bitCount & 63] &+= 1 }
    var best = (width: widest, wide: 0)
    var leastBytes = size(numbers.count, widest)
    // By width: how many bytes the bits above it take, of all numbers that are wider.
    var above = InlineArray<40, Int>(repeating: 0)
    var wide = 0
    for width in stride(from: widest - 1, through: narrowest, by: -1) {
      wide += ofWidth[width + 1]
      // A byte of seven bits for each of them, and those for what is seven bits above.
      above[width] = wide + above[width + 7]
      // Neither grows less below.
      if narrowestBytes + 1 + wide + above[width] >= leastBytes { break }
      let bytes = size(numbers.count, width) + 1 + wide + above[width]
      if bytes < leastBytes { (best, leastBytes) = ((width, wide), bytes) }
    }
    return best
  }

  /// In bytes: what so many numbers take.
  private static func size(_ count: Int, _ width: Int) -> Int { (width * count + 7) / 8 }
}

extension UInt32 {
  /// Bits up to the highest that is set.
  fileprivate var bitCount: Int {
    // One bit more that is always set: what counts zeros is slower where all may be.
    63 - (UInt64(self) &<< 1 | 1).leadingZeroBitCount
  }
}
