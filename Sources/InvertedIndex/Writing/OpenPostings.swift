/// The postings of the block that is being filled, as plain numbers.
///
/// Its memory is used again for the next block.
struct OpenPostings {
  /// How many postings it holds.
  private(set) var count = 0
  private var positionCount = 0
  /// By posting. Behind the last, counts are 0, and nothing else means anything.
  private var passages = [UInt32](repeating: 0, count: IndexFormat.postingsPerBlock)
  private var counts = [SIMD4<UInt32>](repeating: .zero, count: IndexFormat.postingsPerBlock)
  /// Posting by posting and field by field, as distances.
  private var positions: [UInt32] = []
  /// By posting; known once they are weighed.
  private var strengths = [Float](repeating: 0, count: IndexFormat.postingsPerBlock)
  /// By posting: what is packed next.
  private var numbers = [UInt32](repeating: 0, count: IndexFormat.postingsPerBlock)

  var isFull: Bool { count == passages.count }

  /// - Precondition: the block is not empty.
  var lastPassage: Int { Int(passages[count - 1]) }

  mutating func removeAll() {
    for posting in 0..<count { counts[posting] = .zero }
    (count, positionCount) = (0, 0)
  }

  /// Adds postings until the block is full.
  ///
  /// - Parameter places: of the term's next tokens, ascending; in passages behind those before.
  /// - Returns: how many tokens the block took.
  mutating func append(places: Span<UInt64>) -> Int {
    let missing = positionCount + places.count - positions.count
    if missing > 0 { positions += repeatElement(0, count: missing) }
    let taken = Self.append(places, to: &count, &passages, &counts, positionCount, &positions)
    positionCount += taken
    return taken
  }

  // Every token of the corpus comes here, and nobody guesses which stands in the passage or the
  // field of the one before: so each writes all that it may be the first to tell.

  private static func append(
    _ places: Span<UInt64>, to count: inout Int, _ passages: inout [UInt32],
    _ counts: inout [SIMD4<UInt32>], _ firstPosition: Int, _ positions: inout [UInt32]
  ) -> Int {
    let ofField: InlineArray<4, SIMD4<UInt32>> = [
      SIMD4(1, 0, 0, 0), SIMD4(0, 1, 0, 0), SIMD4(0, 0, 1, 0), SIMD4(0, 0, 0, 1),
    ]
    var passages = passages.mutableSpan
    var counts = counts.mutableSpan
    var positions = positions.mutableSpan
    var posting = count - 1
    var (last, next) = (~(places.isEmpty ? 0 : places[0]), UInt32(0))
    var token = 0
    while token < places.count {
      let place = places[token]
      posting &+= TokenPlace.areInOnePassage(place, last) ? 0 : 1
      if posting == passages.count { break }
      passages[posting] = UInt32(truncatingIfNeeded: TokenPlace.passage(of: place))
      counts[posting] &+= ofField[TokenPlace.field(of: place)]
      let position = TokenPlace.position(of: place)
      positions[firstPosition + token] =
        position - (TokenPlace.areInOneField(place, last) ? next : 0)
      (last, next) = (place, position + 1)
      token &+= 1
    }
    count = min(posting + 1, passages.count)
    return token
  }

  /// Weighs the postings.
  ///
  /// - Returns: the strength of the strongest.
  mutating func weigh(_ weigher: PostingStrengths) -> Float {
    let (counts, passages, count) = (counts, passages, count)
    return weigher.weigh(
      counts.span.extracting(..<count), in: passages.span.extracting(..<count), into: &strengths)
  }

  /// Counts the postings, after they were weighed, by the codes of their strengths as floors.
  func count(into ofCode: inout InlineArray<256, UInt32>) {
    let strengths = strengths.span
    for posting in 0..<count {
      ofCode[Int(StrengthBound.code(notAbove: strengths[posting]))] &+= 1
    }
  }

  /// Writes passages and counts.
  ///
  /// - Parameter last: the passage before the first one, or −1.
  mutating func encodePostings(after last: Int, into bytes: inout ByteWriter) {
    let (fields, base) = fields
    bytes.append(byte: fields.rawValue)
    findDistances(after: last)
    bytes.append(packed: numbers.span.extracting(..<count))
    for field in Field.allCases where fields.varies(field) {
      findCounts(in: field.rawValue, above: base[field.rawValue])
      bytes.append(packed: numbers.span.extracting(..<count))
    }
  }

  func encodePositions(into bytes: inout ByteWriter) {
    // A bit each at least, so that a count can be held against the bytes there are.
    bytes.append(packed: positions.span.extracting(..<positionCount), narrowest: 1)
  }

  private var fields: (PostingFields, base: SIMD4<UInt32>) {
    // A number or its negative has the highest bit, unless it is 0.
    var (each, any) = (SIMD4<UInt32>(repeating: .max), SIMD4<UInt32>.zero)
    let counts = counts.span
    for posting in 0..<count {
      each &= counts[posting] | (.zero &- counts[posting])
      any |= counts[posting]
    }
    // By field: 1 if every posting has it, and a number above that if one has it more often.
    let base = each &>> 31
    var fields = PostingFields()
    for field in Field.allCases {
      fields.set(
        field, inEach: base[field: field] > 0, varies: any[field: field] > base[field: field])
    }
    return (fields, base)
  }

  private mutating func findDistances(after last: Int) {
    let (passages, count) = (passages, count)
    var numbers = numbers.mutableSpan
    var next = last + 1
    for posting in 0..<count {
      let passage = Int(passages[posting])
      precondition(passage >= next, "passages in order")
      numbers[posting] = UInt32(truncatingIfNeeded: passage &- next)
      next = passage &+ 1
    }
  }

  private mutating func findCounts(in field: Int, above base: UInt32) {
    let (counts, count) = (counts, count)
    var numbers = numbers.mutableSpan
    for posting in 0..<count { numbers[posting] = counts[posting][field] &- base }
  }
}
