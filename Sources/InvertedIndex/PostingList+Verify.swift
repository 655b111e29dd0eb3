extension PostingList {
  /// Reads every posting with its positions, and holds it against the maxima and the floor.
  ///
  /// - Throws: `IndexError.damaged` at the first fault.
  func verify(_ scale: FieldFrequencyScale, _ norms: FieldNorms) throws(IndexError) {
    var cursor = cursor()
    var positions = PostingPositions()
    var strong = 0
    for _ in 0..<count {
      try cursor.advance()
      guard let posting = cursor.current else { break }
      try cursor.readPositions(into: &positions)
      let strength = scale.strength(
        posting.frequencies.counts, lengths: norms.lengths(of: posting.passage))
      // Not `>`: a strength that is no number must not pass either.
      guard strength <= min(cursor.blockMaximum, maximum) else {
        throw .damaged(path: file.path, offset: skips, reason: "a posting is above its maximum")
      }
      if strength >= floor { strong += 1 }
    }
    guard floor == 0 || strong >= IndexFormat.postingsAtFloor else {
      throw .damaged(path: file.path, offset: skips, reason: "postings are below their floor")
    }
  }
}
