package import Corpus

/// The urgent signs as an index keeps them, read where they lie: a question is matched by reading only
/// the phrases that hold a word of it.
///
/// Words are the stems of all phrases, sorted. Each phrase stands once, with the rarest of its words
/// (that of fewest phrases, the first of them if several are), and names the groups it belongs to. A
/// way of reporting a sign is a list of groups: of each some phrase must be said.
package struct UrgentLexicon: Sendable {
  /// Some words in a row that mean something for a sign.
  package struct Phrase: Equatable, Sendable {
    /// Numbers of words.
    package internal(set) var words: [Int] = []
    package internal(set) var groups: [Int] = []
  }

  /// What must be said for a sign to be reported.
  package struct Sign: Equatable, Sendable {
    package let kind: UrgentSigns.Kind
    /// Each way is groups; a phrase of each must be said.
    package let ways: [[Int]]
    /// The group of phrases in which the words of others mean something else.
    package let excluded: Int?
  }

  /// What is told when a sign is reported.
  package struct Card: Equatable, Sendable {
    package let id: String
    package let title: String
    /// Citations as `[@key]`.
    package let text: String
    /// Whom to call: may hold `{emergency}` and `{crisis}`.
    package let call: String
  }

  private let words: RecordTable
  private let signs: RecordTable
  private let countries: RecordTable
  private let groupCount: Int

  /// In bytes: six 64-bit numbers, see `Index/README.md`.
  static let headerSize = 48

  /// - Throws: `IndexError.damaged` if the tables do not fit.
  init(_ file: MappedFile, _ range: Range<Int>) throws(IndexError) {
    var header = ByteReader(file, range)
    var counts: [Int] = []
    for _ in 0..<Self.headerSize / 8 {
      guard let count = Int(exactly: try header.uint64()), count <= range.count else {
        throw header.damage("a count is more than there is")
      }
      counts.append(count)
    }
    let tables = header.offset
    guard counts[3] <= counts[4], counts[4] <= range.upperBound - tables else {
      throw header.damage("the tables of urgent signs do not fit")
    }
    let ends = [tables + counts[3], tables + counts[4]]
    words = try RecordTable(file, tables..<ends[0], count: counts[0])
    signs = try RecordTable(file, ends[0]..<ends[1], count: counts[1])
    countries = try RecordTable(file, ends[1]..<range.upperBound, count: counts[2])
    groupCount = counts[5]
  }

  package var isEmpty: Bool { signs.count == 0 }

  /// The number of words.
  package var wordCount: Int { words.count }

  package var signCount: Int { signs.count }

  // MARK: Words

  /// The number of a word, by its stem; time is logarithmic in their number.
  package func word(ofStem stem: [UInt8]) throws(IndexError) -> Int? {
    let place = try firstWord(notBefore: stem)
    guard place < words.count else { return nil }
    var reader = try words.reader(of: place)
    return try reader.compareText(to: stem) == 0 ? place : nil
  }

  /// Hands on every word that starts with a letter, in order, with its stem.
  package func forEachWord(
    startingWith letter: UInt8, _ body: (Int, [UInt8]) -> Void
  ) throws(IndexError) {
    var stem: [UInt8] = []
    for place in try firstWord(notBefore: [letter])..<words.count {
      stem.removeAll(keepingCapacity: true)
      var reader = try words.reader(of: place)
      try reader.appendText(to: &stem)
      guard stem.first == letter else { return }
      body(place, stem)
    }
  }

  private func firstWord(notBefore stem: [UInt8]) throws(IndexError) -> Int {
    var (low, high) = (0, words.count)
    while low < high {
      let middle = (low + high) / 2
      var reader = try words.reader(of: middle)
      if try reader.compareText(to: stem) < 0 { low = middle + 1 } else { high = middle }
    }
    return low
  }

  /// Hands on every phrase that stands with a word; each phrase stands with one of its words.
  ///
  /// - Precondition: the word is below `wordCount`.
  package func forEachPhrase(
    with word: Int, _ body: (Phrase) -> Void
  ) throws(IndexError) {
    var reader = try words.reader(of: word)
    try reader.skip(try reader.count())
    var phrase = Phrase()
    while !reader.isAtEnd {
      try reader.read(&phrase.words, below: words.count)
      try reader.read(&phrase.groups, below: groupCount)
      guard !phrase.words.isEmpty else { throw reader.damage("a phrase without words") }
      body(phrase)
    }
  }

  // MARK: Signs

  /// - Precondition: the number is below `signCount`.
  package func sign(_ number: Int) throws(IndexError) -> Sign {
    var reader = try signs.reader(of: number)
    return try sign(&reader)
  }

  /// - Precondition: the number is below `signCount`.
  package func card(ofSign number: Int) throws(IndexError) -> Card {
    var reader = try signs.reader(of: number)
    _ = try sign(&reader)
    return Card(
      id: try reader.text(), title: try reader.text(), text: try reader.text(),
      call: try reader.text())
  }

  private func sign(_ reader: inout ByteReader) throws(IndexError) -> Sign {
    let code = try reader.byte()
    guard code <= 1 else { throw reader.damage("no such kind of sign") }
    let excluded = try reader.variable()
    guard excluded <= groupCount else { throw reader.damage("no such group") }
    var ways: [[Int]] = []
    for _ in 0..<(try reader.count()) {
      var way: [Int] = []
      try reader.read(&way, below: groupCount)
      guard !way.isEmpty else { throw reader.damage("a sign that nothing reports") }
      ways.append(way)
    }
    return Sign(
      kind: code == 0 ? .urgent : .crisis, ways: ways,
      excluded: excluded == 0 ? nil : excluded - 1)
  }

  /// The numbers to call, in the order of the file.
  package func numbers() throws(IndexError) -> [UrgentSigns.Numbers] {
    var numbers: [UrgentSigns.Numbers] = []
    for country in 0..<countries.count {
      var reader = try countries.reader(of: country)
      numbers.append(
        UrgentSigns.Numbers(
          country: try reader.text(), emergency: try reader.text(), crisis: try reader.text(),
          line: try reader.variable()))
    }
    return numbers
  }

  /// Reads everything.
  func verify() throws(IndexError) {
    for word in 0..<wordCount { try forEachPhrase(with: word) { _ in } }
    for number in 0..<signCount { _ = try card(ofSign: number) }
    _ = try numbers()
  }
}

extension ByteReader {
  /// Reads a list of numbers in place of another.
  fileprivate mutating func read(
    _ numbers: inout [Int], below limit: Int
  ) throws(IndexError) {
    numbers.removeAll(keepingCapacity: true)
    for _ in 0..<(try count()) {
      let number = try variable()
      guard number < limit else { throw damage("a number of \(number) is too high") }
      numbers.append(number)
    }
  }
}
