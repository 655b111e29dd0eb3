internal import Analysis
package import Corpus

/// The urgent signs as an index keeps them: words, phrases of words and groups of phrases, each
/// written once, and what each sign says.
///
/// Phrases, groups and ways name their parts by number.
package struct UrgentLexicon: Equatable, Sendable {
  /// A word of some way of saying something.
  package struct Word: Equatable, Sendable {
    package let folded: String
    package let stem: String
  }

  /// One sign with its card.
  package struct Sign: Equatable, Sendable {
    package let id: String
    package let kind: UrgentSigns.Kind
    package let title: String
    /// Citations as `[@key]`.
    package let card: String
    package let call: String
    /// Each way is numbers of groups; something of each group must be said.
    package let ways: [[Int]]
    /// Numbers of phrases whose words mean something else.
    package let excluded: [Int]
  }

  /// In the order they were first met.
  package private(set) var words: [Word] = []
  package private(set) var phrases: [[Int]] = []
  package private(set) var groups: [[Int]] = []
  package private(set) var signs: [Sign] = []
  package private(set) var numbers: [UrgentSigns.Numbers] = []

  /// Folds and stems every way of saying something, so that a question need not.
  package init(_ source: UrgentSigns) {
    var builder = Builder()
    for sign in source.signs {
      let ways = sign.ways.map { way in way.map { builder.group($0) } }
      signs.append(
        Sign(
          id: sign.id, kind: sign.kind, title: sign.title, card: sign.card, call: sign.call,
          ways: ways, excluded: sign.excluded.compactMap { builder.phrase($0) }))
    }
    words = builder.words.values
    phrases = builder.phrases.values
    groups = builder.groups.values
    numbers = source.numbers
  }

  /// Gives equal values one number.
  private struct Numbering<Value: Hashable> {
    private(set) var values: [Value] = []
    private var numbers: [Value: Int] = [:]

    mutating func number(of value: Value) -> Int {
      if let known = numbers[value] { return known }
      numbers[value] = values.count
      values.append(value)
      return values.count - 1
    }
  }

  private struct Builder {
    private let spoken = SpokenWords()
    var words = Numbering<Word>()
    var phrases = Numbering<[Int]>()
    var groups = Numbering<[Int]>()

    mutating func group(_ alternatives: [String]) -> Int {
      var numbers: [Int] = []
      for alternative in alternatives {
        guard let number = phrase(alternative), !numbers.contains(number) else { continue }
        numbers.append(number)
      }
      return groups.number(of: numbers)
    }

    /// Nil if there is no word in it.
    mutating func phrase(_ text: String) -> Int? {
      let numbers = spoken.words(of: text).map {
        words.number(of: Word(folded: $0.folded, stem: $0.stem))
      }
      return numbers.isEmpty ? nil : phrases.number(of: numbers)
    }
  }
}

extension UrgentLexicon.Word: Hashable {}

extension UrgentLexicon {
  func encode(to writer: inout ByteWriter) {
    writer.append(variable: words.count)
    for word in words { writer.append(uncounted: [word.folded, word.stem]) }
    for lists in [phrases, groups] { writer.append(lists: lists) }
    writer.append(variable: signs.count)
    for sign in signs {
      writer.append(byte: sign.kind == .urgent ? 0 : 1)
      writer.append(uncounted: [sign.id, sign.title, sign.card, sign.call])
      writer.append(lists: sign.ways + [sign.excluded])
    }
    writer.append(variable: numbers.count)
    for numbers in numbers {
      writer.append(uncounted: [numbers.country, numbers.emergency, numbers.crisis])
      writer.append(variable: numbers.line)
    }
  }

  init(_ reader: inout ByteReader) throws(IndexError) {
    for _ in 0..<(try reader.count()) {
      words.append(Word(folded: try reader.text(), stem: try reader.text()))
    }
    phrases = try reader.lists(below: words.count)
    groups = try reader.lists(below: phrases.count)
    for _ in 0..<(try reader.count()) { signs.append(try sign(&reader)) }
    for _ in 0..<(try reader.count()) {
      numbers.append(
        UrgentSigns.Numbers(
          country: try reader.text(), emergency: try reader.text(), crisis: try reader.text(),
          line: try reader.variable()))
    }
  }

  private func sign(_ reader: inout ByteReader) throws(IndexError) -> Sign {
    let code = try reader.byte()
    guard code <= 1 else { throw reader.damage("no such kind of sign") }
    let (id, title) = (try reader.text(), try reader.text())
    let (card, call) = (try reader.text(), try reader.text())
    var lists = try reader.lists(below: max(groups.count, phrases.count))
    guard let excluded = lists.popLast(), excluded.allSatisfy({ $0 < phrases.count }),
      lists.allSatisfy({ $0.allSatisfy { $0 < groups.count } })
    else { throw reader.damage("a sign names what is not there") }
    return Sign(
      id: id, kind: code == 0 ? .urgent : .crisis, title: title, card: card, call: call,
      ways: lists, excluded: excluded)
  }
}

extension ByteWriter {
  fileprivate mutating func append(uncounted texts: [String]) {
    for text in texts { append(text: text) }
  }

  fileprivate mutating func append(lists: [[Int]]) {
    append(variable: lists.count)
    for list in lists {
      append(variable: list.count)
      for number in list { append(variable: number) }
    }
  }
}

extension ByteReader {
  fileprivate mutating func lists(below limit: Int) throws(IndexError) -> [[Int]] {
    var lists: [[Int]] = []
    for _ in 0..<(try count()) {
      var list: [Int] = []
      let count = try count()
      list.reserveCapacity(count)
      for _ in 0..<count {
        let number = try variable()
        guard number < limit else { throw damage("a number of \(number) is too high") }
        list.append(number)
      }
      lists.append(list)
    }
    return lists
  }
}
