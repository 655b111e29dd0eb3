/// A word of a question that is read as another.
package struct CorrectedWord: Equatable, Sendable {
  /// Half-open, in bytes of the question's UTF-8 form.
  package let range: Range<Int>
  package let typed: String
  package let used: String
}

extension [CorrectedWord] {
  /// A question with its words read as corrected.
  ///
  /// - Precondition: the corrections are of this question, in order.
  package func applied(to question: String) -> String {
    let bytes = Array<UInt8>(question.utf8)
    var corrected: [UInt8] = []
    var next = 0
    for word in self {
      corrected += bytes[next..<word.range.lowerBound]
      corrected += word.used.utf8
      next = word.range.upperBound
    }
    return String(decoding: corrected + bytes[next...], as: UTF8.self)
  }
}
