extension String {
  /// What stands between double quotes, straight or curly, in bytes.
  ///
  /// A quote that does not close quotes nothing.
  var quotations: [Range<Int>] {
    var quotations: [Range<Int>] = []
    var start: Int?
    var offset = 0
    for scalar in unicodeScalars {
      if ["\"", "\u{201C}", "\u{201D}", "\u{201E}"].contains(scalar) {
        if let opened = start {
          quotations.append(opened..<offset)
          start = nil
        } else {
          start = offset
        }
      }
      offset += UTF8.width(scalar)
    }
    return quotations
  }
}
