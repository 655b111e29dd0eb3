/// The postings of the block that is being filled, as plain numbers.
///
/// Its memory is used again for the next block.
struct OpenPostings {
  /// One passage that holds the term.
  struct Posting: BitwiseCopyable {
    /// In each field.
    fileprivate(set) var counts = SIMD4<UInt32>.zero
    fileprivate(set) var passage: UInt32 = 0
    /// Known once it is weighed; see `PostingStrengths`.
    var strength: Float = 0
  }

  /// How many postings it holds.
  private(set) var count = 0
  private var positionCount = 0
  /// Behind the last, all are as they were made.
  private var postings = [Posting](repeating: Posting(), count: IndexFormat.postingsPerBlock)
  /// Posting by posting and field by field, as distances.
  private var positions: [UInt32] = []
  /// By posting: what is packed next.
  private var numbers = [UInt32](repeating: 0, count: IndexFormat.postingsPerBlock)

  /// - Precondition: the block is not empty.
  var lastPassage: Int { Int(postings[count - 1].passage) }

  mutating func removeAll() {
    let count = count
    var postings = postings.mutableSpan
    for number in 0..<count { postings[number] = Posting() }
    self.count = 0
    positionCount = 0
  }

  /// Adds postings until the block is full.
  ///
  /// - Parameter places: of the term's next tokens, ascending; in passages behind those before.
  /// - Returns: how many tokens the block took.
  mutating func append(places: Span<UInt64>) -> Int {
    let missing = positionCount + places.count - positions.count
    if missing > 0 { positions += repeatElement(0, count: missing) }
    let taken = Self.append(places, to: &postings, &count, &positions, positionCount)
    positionCount += taken
    return taken
  }

  // Every token of the corpus comes here, and no processor guesses which stands in the passage or
  // the field of the one before: so each writes all that it may be the first to tell.

  private static func append(
    _ places: Span<UInt64>, to postings: inout [Posting], _ count: inout Int,
    _ positions: inout [UInt32], _ firstPosition: Int
  ) -> Int {
    let ofFields: InlineArray<4, SIMD4<UInt32>> = [
      SIMD4(1, 0, 0, 0), SIMD4(0, 1, 0, 0), SIMD4(0, 0, 1, 0), SIMD4(0, 0, 0, 1),
    ]
    let ofField = ofFields.span
    var postings = postings.mutableSpan
    var positions = positions.mutableSpan
    var number = count - 1
    var (last, next) = (~(places.isEmpty ? 0 : places[0]), UInt32(0))
    var token = 0
    while token < places.count {
      let place = places[token]
      number &+= TokenPlace.passages(from: last, to: place)
      guard number < postings.count else { break }
      postings[number].counts &+= ofField[TokenPlace.field(of: place)]
      postings[number].passage = UInt32(truncatingIfNeeded: TokenPlace.passage(of: place))
      let position = TokenPlace.position(of: place)
      positions[firstPosition &+ token] =
        position - (TokenPlace.areInOneField(place, last) ? next : 0)
      (last, next) = (place, position &+ 1)
      token &+= 1
    }
    count = min(number + 1, postings.count)
    return token
  }

  /// Weighs the postings.
  ///
  /// - Returns: the strength of the strongest.
  mutating func weigh(_ strengths: PostingStrengths) -> Float {
    let count = count
    var postings = postings.mutableSpan
    var highest: Float = 0
    for number in 0..<count {
      let posting = postings[number]
      let strength = strengths.strength(of: posting.counts, in: Int(posting.passage))
      postings[number].strength = strength
      highest = strength > highest ? strength : highest
    }
    return highest
  }

  /// Counts the postings, after they were weighed, by the codes of their strengths as floors.
  func count(into ofCode: inout InlineArray<256, UInt32>) {
    let postings = postings.span
    for number in 0..<count {
      ofCode[Int(StrengthBound.code(notAbove: postings[number].strength))] &+= 1
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
      findCounts(in: field, above: base[field: field])
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
    let postings = postings.span
    for number in 0..<count {
      let counts = postings[number].counts
      each &= counts | (.zero &- counts)
      any |= counts
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
    let (postings, count) = (postings, count)
    var numbers = numbers.mutableSpan
    var next = last + 1
    for number in 0..<count {
      let passage = Int(postings[number].passage)
      precondition(passage >= next, "passages in order")
      numbers[number] = UInt32(truncatingIfNeeded: passage &- next)
      next = passage &+ 1
    }
  }

  private mutating func findCounts(in field: Field, above base: UInt32) {
    let (postings, count) = (postings, count)
    var numbers = numbers.mutableSpan
    for number in 0..<count { numbers[number] = postings[number].counts[field: field] &- base }
  }
}
