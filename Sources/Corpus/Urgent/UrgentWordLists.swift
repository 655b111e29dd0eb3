/// The lists of a file of urgent signs: `{limb}` in a phrase stands for each word of the list `limb`.
struct UrgentWordLists {
  private var wordsByName: [String: [String]] = [:]

  /// A phrase that names lists stands for at most so many.
  static let mostPhrases = 1_000

  /// - Throws: `CorpusError.urgentMalformed` if the list stands twice or names one that is not above it.
  mutating func add(_ record: KeyedRecord) throws(CorpusError) {
    guard wordsByName[record.name] == nil else { throw record.fault("stands twice") }
    wordsByName[record.name] = try phrases(in: try record.one("words")[...], of: record)
  }

  /// The phrases between commas, each once, with the lists they name written out.
  func phrases(in text: Substring, of record: KeyedRecord) throws(CorpusError) -> [String] {
    var phrases: [String] = []
    var known: Set<String> = []
    for part in text.split(separator: ",") {
      let phrase = part.folded
      guard !phrase.isEmpty else { continue }
      for written in try writtenOut(phrase, record) where known.insert(written).inserted {
        phrases.append(written)
      }
    }
    return phrases
  }

  private func writtenOut(
    _ phrase: String, _ record: KeyedRecord
  ) throws(CorpusError) -> [String] {
    var pieces = phrase.split(separator: "{", omittingEmptySubsequences: false)
    var written = [String(pieces.removeFirst())]
    for piece in pieces {
      guard let end = piece.firstIndex(of: "}") else {
        throw record.fault("has a { without its }")
      }
      let name = String(piece[..<end])
      guard let words = wordsByName[name] else {
        throw record.fault("names a list {\(name)} that does not stand above it")
      }
      let rest = piece[piece.index(after: end)...]
      written = written.flatMap { start in words.map { start + $0 + rest } }
      guard written.count <= Self.mostPhrases else {
        throw record.fault("has \"\(phrase)\", which stands for too many phrases")
      }
    }
    return written
  }
}
