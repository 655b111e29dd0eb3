/// One word of a text and the term it is indexed by.
package struct Token: Equatable, Sendable {
  /// What is indexed and searched for.
  package var term: String
  /// The word's place in the text it was cut from: half-open, in bytes of its UTF-8 form.
  package let range: Range<Int>
  /// Counts every word of the text from 0, those without a term included.
  package let position: Int

  package init(term: String, range: Range<Int>, position: Int) {
    self.term = term
    self.range = range
    self.position = position
  }
}
