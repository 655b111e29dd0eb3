/// One step from a word as it stands to the term it is indexed by.
///
/// A filter sees one term at a time and never changes where a token stands.
package protocol TokenFilter {
  /// Changes whenever the filter's output may: name, version and a hash of its tables.
  var fingerprint: String { get }

  /// The term to hand on; nil drops the token.
  func term(for term: String) -> String?
}
