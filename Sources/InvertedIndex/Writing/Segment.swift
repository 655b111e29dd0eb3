internal import Corpus

/// What some consecutive files of a corpus come to, before it is known what comes before them.
///
/// Passages count from 0 within the segment.
package struct Segment: Sendable {
  var sources: [SourceRecord] = []
  /// Their passages count within the segment too.
  var documents: [DocumentRecord] = []
  /// Passages as `PassageStore` encodes them, one after another, and the length of each in bytes.
  var passages: [UInt8] = []
  var passageLengths: [UInt32] = []
  /// The records of `QuestionLineStore`, in the same way.
  var questionLines: [UInt8] = []
  var questionLineLengths: [UInt32] = []
  /// One byte a passage; see `PassageTraits`.
  var traits: [UInt8] = []
  /// In tokens.
  var fieldLengths: [SIMD4<UInt32>] = []
  /// Where every token stands, in the order of the corpus.
  var tokens = TokenList()
  /// The terms that its builder met for the first time, by the numbers that follow those of before.
  var terms: [String] = []
  /// Whether its builder began anew with this one, and counts terms from 0 again.
  var beginsLexicon = false
  /// The words of the lexicon that ended with this segment; nil if it goes on.
  var words: WordTally?

  package init() {}

  /// An empty one with room for what another came to, and a little more.
  init(likely other: Segment) {
    func room(_ count: Int) -> Int { count + count / 8 }
    passages.reserveCapacity(room(other.passages.count))
    questionLines.reserveCapacity(room(other.questionLines.count))
    tokens.terms.reserveCapacity(room(other.tokens.terms.count))
    tokens.places.reserveCapacity(room(other.tokens.places.count))
  }

  package var passageCount: Int { passageLengths.count }
}

/// The tokens of some passages: which term, and where.
struct TokenList: Sendable {
  /// By their numbers in the lexicon of the builder that made them.
  var terms: [UInt32] = []
  /// As many; see `TokenPlace`.
  var places: [UInt64] = []
  /// How many belong to each passage.
  var countOfPassage: [UInt32] = []

  var count: Int { terms.count }
  /// Where the last one stands in its field.
  ///
  /// - Precondition: it is not empty.
  var lastPosition: Int { Int(TokenPlace.position(of: places[places.count - 1])) }
}

/// Where a token stands, as a number that sorts by passage, field and position.
enum TokenPlace {
  private static let passageShift: UInt64 = 32
  private static let fieldShift: UInt64 = 30

  /// - Parameter position: in words from the field's start; beyond 2³⁰ − 1 it stays there.
  static func encode(passage: Int, field: Int, position: Int) -> UInt64 {
    UInt64(passage) << passageShift | UInt64(field) << fieldShift
      | UInt64(min(position, 1 << 30 - 1))
  }

  /// The place so many words on.
  static func encode(_ place: UInt64, plus words: Int) -> UInt64 {
    min(place + UInt64(words), end(ofFieldWith: place))
  }

  /// The last place of the field that a place is in.
  static func end(ofFieldWith place: UInt64) -> UInt64 { place | (1 << fieldShift - 1) }

  static func passage(of place: UInt64) -> Int { Int(place >> passageShift) }

  /// 0 if two tokens stand in one passage, else 1: a number, because no processor guesses which.
  static func passages(from one: UInt64, to other: UInt64) -> Int {
    1 &- Int(truncatingIfNeeded: ((one ^ other) &>> passageShift &- 1) &>> 63)
  }

  /// Whether two tokens stand in one field of one passage.
  static func areInOneField(_ one: UInt64, _ other: UInt64) -> Bool {
    (one ^ other) >> fieldShift == 0
  }

  static func field(of place: UInt64) -> Int { Int(place >> fieldShift) & 3 }

  static func position(of place: UInt64) -> UInt32 { UInt32(place & (1 << fieldShift - 1)) }
}
