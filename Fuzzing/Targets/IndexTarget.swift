import Answering
import Corpus
@testable import InvertedIndex
import Search

/// An index file that was tampered with and whose hashes are right all the same.
///
/// The input is not a file but a list of changes to a small index, so that kept inputs outlive
/// changes of the format: first which index and what is asked of it; then, again and again, a section
/// (the number past the last is the header), a place in it (two bytes), a count, and so many bytes to
/// put there.
struct IndexTarget: FuzzTarget {
  static let name = "index"

  func take(_ input: [UInt8]) {
    var rest = input[...]
    guard let choice = rest.popFirst() else { return }
    var file = choice % 2 == 0 ? SmallIndex.rich : SmallIndex.long
    let original = Layout.sections(of: file)
    while let change = Self.change(&rest) {
      let header = 0..<IndexFormat.headerSize
      let number = change.section % (original.count + 1)
      let range = number < original.count ? original[number] : header
      guard !range.isEmpty else { continue }
      let start = range.lowerBound + change.place % range.count
      for (place, byte) in zip(start..<range.upperBound, change.bytes) { file[place] = byte }
    }
    Layout.seal(&file)
    use(file, Int(choice) / 2)
  }

  private static func change(
    _ input: inout ArraySlice<UInt8>
  ) -> (section: Int, place: Int, bytes: ArraySlice<UInt8>)? {
    guard input.count >= 5 else { return nil }
    let head = Array(input.prefix(4))
    let bytes = input.dropFirst(4).prefix(Int(head[3] % 16) + 1)
    input = input.dropFirst(4 + bytes.count)
    return (Int(head[0]), Int(head[1]) | Int(head[2]) << 8, bytes)
  }

  private static let questions = [
    "how is it found? she had a fit", "does dex help with headeache", "common word3 rare7",
  ]

  /// Each step may fail on its own; none may trap or hang.
  private func use(_ file: [UInt8], _ choice: Int) {
    guard let index = try? IndexReader(path: "fuzzed.index", bytes: file) else { return }
    try? index.verify()
    for group in 0..<min(index.sourceGroupCount, 4) {
      guard var sources = try? index.sourceWalk(ofGroup: group) else { continue }
      while (try? sources.nextContent()) != nil {}
    }
    let ranker = choice / Self.questions.count % 2 == 0 ? Ranker.bm25 : .tfidf
    var answerer = Answerer(Searcher(index, ranker: ranker), country: "UK")
    let question = Self.questions[choice % Self.questions.count]
    _ = try? answerer.answer(question, limit: 3, explains: true)
  }
}

/// Where things stand in an index file, for tampering with it.
private enum Layout {
  static func sections(of file: [UInt8]) -> [Range<Int>] {
    IndexFormat.Section.allCases.indices.map { index in
      let entry = IndexFormat.fixedHeaderSize + index * IndexFormat.sectionEntrySize
      let start = number(at: entry + 8, file)
      return clamped(start, number(at: entry + 16, file), file)
    }
  }

  /// Makes every hash right, so that only what the hashes do not tell is found.
  static func seal(_ file: inout [UInt8]) {
    for (index, range) in sections(of: file).enumerated() {
      let entry = IndexFormat.fixedHeaderSize + index * IndexFormat.sectionEntrySize
      put(ContentHash(Array(file[range])).value, at: entry + 24, &file)
    }
    let end = IndexFormat.headerSize - 8
    put(ContentHash(Array(file[..<end])).value, at: end, &file)
  }

  private static func clamped(_ start: UInt64, _ length: UInt64, _ file: [UInt8]) -> Range<Int> {
    let first = Int(min(start, UInt64(file.count)))
    return first..<first + Int(min(length, UInt64(file.count - first)))
  }

  private static func number(at offset: Int, _ file: [UInt8]) -> UInt64 {
    (0..<8).reduce(0) { $0 | UInt64(file[offset + $1]) << UInt64($1 * 8) }
  }

  private static func put(_ number: UInt64, at offset: Int, _ file: inout [UInt8]) {
    for byte in 0..<8 { file[offset + byte] = UInt8(truncatingIfNeeded: number >> (byte * 8)) }
  }
}
