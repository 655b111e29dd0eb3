internal import Analysis
internal import Corpus

/// Writes the urgent signs of a corpus as `UrgentLexicon` reads them.
struct UrgentLexiconWriter {
  private let spoken = SpokenWords()
  /// By the stems in a row.
  private var phrases = Numbering<[String]>()
  private var groupsOfPhrase: [[Int]] = []
  private var groups = Numbering<[Int]>()
  private var signs: [[UInt8]] = []
  private var countries: [[UInt8]] = []

  /// Folds and stems every way of saying something, so that a question need not.
  init(_ source: UrgentSigns) {
    for sign in source.signs { signs.append(record(of: sign)) }
    for numbers in source.numbers {
      var writer = ByteWriter()
      for text in [numbers.country, numbers.emergency, numbers.crisis] {
        writer.append(text: text)
      }
      writer.append(variable: numbers.line)
      countries.append(writer.bytes)
    }
  }

  func encode(to writer: inout ByteWriter) {
    let words = wordRecords()
    let tables = [words, signs, countries].map { RecordTable.encode($0) }
    for count in [words.count, signs.count, countries.count] {
      writer.append(uint64: UInt64(count))
    }
    writer.append(uint64: UInt64(tables[0].count))
    writer.append(uint64: UInt64(tables[0].count + tables[1].count))
    writer.append(uint64: UInt64(groups.values.count))
    for table in tables { writer.append(bytes: table) }
  }

  // MARK: Signs

  private mutating func record(of sign: UrgentSigns.Sign) -> [UInt8] {
    var writer = ByteWriter()
    writer.append(byte: sign.kind == .urgent ? 0 : 1)
    writer.append(variable: sign.excluded.isEmpty ? 0 : group(sign.excluded) + 1)
    writer.append(variable: sign.ways.count)
    for way in sign.ways { writer.append(numbers: way.map { group($0) }) }
    for text in [sign.id, sign.title, sign.card, sign.call] { writer.append(text: text) }
    return writer.bytes
  }

  private mutating func group(_ alternatives: [String]) -> Int {
    var members: [Int] = []
    for alternative in alternatives {
      let stems = spoken.words(of: alternative).map(\.stem)
      if !stems.isEmpty { members.append(phrases.number(of: stems)) }
    }
    let number = groups.number(of: members)
    while groupsOfPhrase.count < phrases.values.count { groupsOfPhrase.append([]) }
    for phrase in members where !groupsOfPhrase[phrase].contains(number) {
      groupsOfPhrase[phrase].append(number)
    }
    return number
  }

  // MARK: Words

  /// Sorted by stem; each phrase with its rarest word.
  private func wordRecords() -> [[UInt8]] {
    var counts: [String: Int] = [:]
    for phrase in phrases.values { for stem in Set(phrase) { counts[stem, default: 0] += 1 } }
    let stems = counts.keys.sorted { $0.precedesInBytes($1) }
    let numbers = Dictionary(uniqueKeysWithValues: stems.enumerated().map { ($1, $0) })
    var records = stems.map { stem in
      var writer = ByteWriter()
      writer.append(text: stem)
      return writer
    }
    for (number, phrase) in phrases.values.enumerated() {
      let words = phrase.compactMap { numbers[$0] }
      guard
        let rarest = words.min(by: { counts[stems[$0], default: 0] < counts[stems[$1], default: 0] }
        )
      else { continue }
      records[rarest].append(numbers: words)
      records[rarest].append(numbers: groupsOfPhrase[number])
    }
    return records.map(\.bytes)
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
}

extension ByteWriter {
  fileprivate mutating func append(numbers: [Int]) {
    append(variable: numbers.count)
    for number in numbers { append(variable: number) }
  }
}
