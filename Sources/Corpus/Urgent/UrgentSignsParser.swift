extension UrgentSigns {
  /// Reads a file of urgent signs; `Corpus/README.md` describes its form.
  ///
  /// - Throws: `CorpusError.urgentMalformed` with the line.
  package init(_ source: SourceText) throws(CorpusError) {
    var signs: [Sign] = []
    var numbers: [Numbers] = []
    var lists = UrgentWordLists()
    for record in try KeyedRecord.records(of: source) {
      switch record.keyword {
      case "list": try lists.add(record)
      case "sign": signs.append(try Sign(record, lists, after: signs))
      case "numbers": numbers.append(try Numbers(record))
      default: throw record.fault("starts with none of sign:, list: and numbers:")
      }
    }
    self.init(signs: signs, numbers: numbers)
  }
}

/// Lines of `keyword: value` that belong together: a first one that names the record, then its parts.
struct KeyedRecord {
  let path: String
  let line: Int
  let keyword: String
  let name: String
  private var parts: [(keyword: String, value: String, line: Int)] = []

  private static let openings: Set<String> = ["sign", "list", "numbers"]
  private static let keywords: Set<String> = [
    "words", "kind", "title", "when", "not", "card", "call", "emergency", "crisis",
  ]

  static func records(of source: SourceText) throws(CorpusError) -> [KeyedRecord] {
    var records: [KeyedRecord] = []
    for line in source.logicalLines(continuedAt: 2) {
      let keyword = String(line.text.prefix { $0 != ":" })
      let value = line.text.dropFirst(keyword.count + 1).folded
      let fault = { (reason: String) in
        CorpusError.urgentMalformed(path: source.path, line: line.number, reason: reason)
      }
      guard openings.contains(keyword) || keywords.contains(keyword) else {
        throw fault("\"\(keyword)\" is no keyword of this file")
      }
      guard !value.isEmpty else { throw fault("\(keyword): says nothing") }
      if openings.contains(keyword) {
        records.append(
          KeyedRecord(path: source.path, line: line.number, keyword: keyword, name: value))
      } else {
        guard !records.isEmpty else {
          throw fault("\(keyword): stands before any sign:, list: or numbers:")
        }
        records[records.count - 1].parts.append((keyword, value, line.number))
      }
    }
    return records
  }

  private init(path: String, line: Int, keyword: String, name: String) {
    self.path = path
    self.line = line
    self.keyword = keyword
    self.name = name
  }

  func fault(_ reason: String) -> CorpusError {
    .urgentMalformed(path: path, line: line, reason: "\(keyword): \(name) \(reason)")
  }

  /// The value of a part that must stand exactly once.
  func one(_ keyword: String) throws(CorpusError) -> String {
    let values = all(keyword)
    guard let value = values.first else { throw fault("has no \(keyword):") }
    guard values.count == 1 else { throw fault("has \(keyword): more than once") }
    return value
  }

  func all(_ keyword: String) -> [String] {
    parts.filter { $0.keyword == keyword }.map(\.value)
  }
}

extension UrgentSigns.Sign {
  fileprivate init(
    _ record: KeyedRecord, _ lists: UrgentWordLists, after others: [Self]
  ) throws(CorpusError) {
    guard !others.contains(where: { $0.id == record.name }) else {
      throw record.fault("stands twice")
    }
    guard let kind = UrgentSigns.Kind(rawValue: try record.one("kind")) else {
      throw record.fault("has a kind: other than urgent or crisis")
    }
    var ways: [[[String]]] = []
    for way in record.all("when") { ways.append(try Self.groups(way, lists, record)) }
    guard !ways.isEmpty else { throw record.fault("has no when:") }
    var excluded: [String] = []
    for line in record.all("not") { excluded += try lists.phrases(in: line[...], of: record) }
    self.init(
      id: record.name, kind: kind, title: try record.one("title"), ways: ways,
      excluded: excluded, card: try record.one("card"), call: try record.one("call"),
      line: record.line)
  }

  private static func groups(
    _ way: String, _ lists: UrgentWordLists, _ record: KeyedRecord
  ) throws(CorpusError) -> [[String]] {
    var groups: [[String]] = []
    for group in way.split(separator: "+", omittingEmptySubsequences: false) {
      groups.append(try lists.phrases(in: group, of: record))
      guard groups.last?.isEmpty == false else {
        throw record.fault("has a when: with nothing beside a +")
      }
    }
    return groups
  }
}

extension UrgentSigns.Numbers {
  fileprivate init(_ record: KeyedRecord) throws(CorpusError) {
    self.init(
      country: record.name, emergency: try record.one("emergency"),
      crisis: try record.one("crisis"), line: record.line)
  }
}
