internal import Corpus
internal import Synchronization

/// The terms that were looked up lately: a question asks seven times for each of its own.
///
/// A term has one place, which it leaves to the next one that has the same.
final class RecentTerms: Sendable {
  private struct Place {
    /// Compared by its bytes: terms that look alike may be two.
    var term = ""
    /// Nil if no passage holds it. No passage holds the empty term.
    var entry: TermEntry?
  }

  private static let count = 128

  private let places = Mutex([Place](repeating: Place(), count: count))

  /// Nil if the term was not looked up lately, a nil entry if no passage holds it.
  func entry(for term: String) -> TermEntry?? {
    places.withLock { places in
      let place = Self.place(of: term)
      return places[place].term.hasBytes(of: term) ? .some(places[place].entry) : nil
    }
  }

  func keep(_ entry: TermEntry?, for term: String) {
    places.withLock { $0[Self.place(of: term)] = Place(term: term, entry: entry) }
  }

  private static func place(of term: String) -> Int {
    Int(ContentHash(term).value % UInt64(count))
  }
}

extension String {
  /// Whether two texts are the same byte for byte; Swift takes some others for equal too.
  fileprivate func hasBytes(of other: String) -> Bool {
    let (mine, theirs) = (utf8.span, other.utf8.span)
    guard mine.count == theirs.count else { return false }
    for index in mine.indices where mine[index] != theirs[index] { return false }
    return true
  }
}
