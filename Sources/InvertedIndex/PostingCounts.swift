/// How often a term stands in each field, for the postings of one block, read where they lie.
struct PostingCounts: Sendable {
  private var fields = PostingFields()
  private var packed = InlineArray<4, PackedNumbers>(repeating: .none)
  /// Of everything in the block that is packed.
  var exceptions: [PackedException] = []

  mutating func removeAll() {
    exceptions.removeAll(keepingCapacity: true)
    exceptions.reserveCapacity(Self.usualExceptions)
    packed = InlineArray(repeating: .none)
  }

  /// A block seldom has more.
  private static let usualExceptions = 48

  /// Reads where the counts of each field lie, and checks that they do.
  mutating func read(
    _ fields: PostingFields, _ reader: inout ByteReader, count: Int
  ) throws(IndexError) {
    self.fields = fields
    for field in Field.allCases where fields.varies(field) {
      packed[field.rawValue] = try PackedNumbers(&reader, count: count, exceptions: &exceptions)
    }
  }

  /// - Precondition: the place is below the block's size.
  // Inlined, because a call copies all of this.
  @inline(__always)
  func count(of field: Field, at place: Int, in file: MappedFile) -> UInt32 {
    let base = fields.base(field)
    guard fields.varies(field) else { return base }
    // A count of 2³² less one and one more is none that was written, but must not be a trap.
    return base &+ packed[field.rawValue].value(at: place, in: file, exceptions)
  }

  /// - Precondition: the place is below the block's size.
  @inline(__always)
  func counts(at place: Int, in file: MappedFile) -> SIMD4<UInt32> {
    SIMD4(
      count(of: .title, at: place, in: file), count(of: .heading, at: place, in: file),
      count(of: .askedAs, at: place, in: file), count(of: .body, at: place, in: file))
  }

  /// The counts of the first postings of the block, all at once.
  ///
  /// - Parameters:
  ///   - all: has room for them.
  ///   - scratch: likewise; what it holds afterwards means nothing.
  func unpack(
    _ count: Int, from file: MappedFile, into all: inout [FieldFrequencies],
    _ scratch: inout [UInt32]
  ) {
    let base = SIMD4(
      fields.base(.title), fields.base(.heading), fields.base(.askedAs), fields.base(.body))
    do {
      var all = all.mutableSpan
      for place in 0..<count { all[place].counts = base }
    }
    for field in 0..<4 where fields.rawValue & (1 << field) != 0 {
      packed[field].unpack(count, from: file, exceptions, into: &scratch)
      let numbers = scratch.span
      var all = all.mutableSpan
      for place in 0..<count { all[place].counts[field] &+= numbers[place] }
    }
  }

  /// The occurrences in all fields of some postings.
  func total(of places: Range<Int>, in file: MappedFile) -> Int {
    var total = 0
    for field in Field.allCases {
      total += Int(fields.base(field)) * places.count
      if fields.varies(field) {
        total += packed[field.rawValue].sum(of: places, in: file, exceptions)
      }
    }
    return total
  }
}
