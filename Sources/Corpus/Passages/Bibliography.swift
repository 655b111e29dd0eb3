internal import FoundationEssentials

/// What a citation key stands for.
package struct Reference: Equatable, Sendable {
  package let key: String
  package let title: String
  package let publisher: String
  package let url: String
  /// As the source dates itself: `2019`, `2023-08-30`, `June 2016`; empty if unknown.
  package let date: String

  package init(key: String, title: String, publisher: String, url: String, date: String) {
    self.key = key
    self.title = title
    self.publisher = publisher
    self.url = url
    self.date = date
  }
}

/// The corpus's sources, read from CSL-JSON as Zotero exports it.
package struct Bibliography: Equatable, Sendable {
  package static let fileName = "sources.json"

  /// Sorted by key.
  package let references: [Reference]

  package init(references: [Reference] = []) {
    self.references = references.sorted { $0.key.precedesInBytes($1.key) }
  }

  /// - Throws: `CorpusError.bibliographyMalformed` with the line and the parser's reason.
  package init(json: [UInt8], path: String) throws(CorpusError) {
    let items: [CSLItem]
    do { items = try JSONDecoder().decode([CSLItem].self, from: Data(json)) } catch {
      throw Self.fault(Self.reason(error), entry: Self.entry(error), json, path)
    }
    var known: Set<String> = []
    for (entry, item) in items.enumerated() where !known.insert(item.id.text).inserted {
      throw Self.fault("the id \"\(item.id.text)\" stands twice", entry: entry, json, path)
    }
    self.init(references: items.map(Reference.init))
  }

  package subscript(key: String) -> Reference? {
    references.first { $0.key == key }
  }

  private static func fault(
    _ reason: String, entry: Int?, _ json: [UInt8], _ path: String
  ) -> CorpusError {
    let outline = JSONOutline(json)
    let lines = outline.elementLines
    let line = entry.flatMap { lines.indices.contains($0) ? lines[$0] : nil } ?? outline.faultLine
    return .bibliographyMalformed(path: path, line: line ?? 1, reason: reason)
  }

  /// The place in the list of the entry that is wrong, from 0; nil if the fault lies in none.
  private static func entry(_ error: any Error) -> Int? {
    switch error as? DecodingError {
    case .keyNotFound(_, let context), .typeMismatch(_, let context),
      .valueNotFound(_, let context), .dataCorrupted(let context):
      context.codingPath.first?.intValue
    default: nil
    }
  }

  private static func reason(_ error: any Error) -> String {
    guard let error = error as? DecodingError else { return "\(error)" }
    return switch error {
    case .dataCorrupted(let context): context.readable
    case .keyNotFound(let key, let context): "\(context.place)no \"\(key.stringValue)\""
    case .typeMismatch(_, let context), .valueNotFound(_, let context): context.readable
    @unknown default: "\(error)"
    }
  }
}

extension DecodingError.Context {
  /// Which entry, counted from 1 as a person counts, and which key in it.
  fileprivate var place: String {
    let parts = codingPath.map { key in
      key.intValue.map { "entry \($0 + 1)" } ?? "\"\(key.stringValue)\""
    }
    return parts.isEmpty ? "" : parts.joined(separator: ", ") + ": "
  }

  fileprivate var readable: String {
    let detail = underlyingError.map { "\($0)" } ?? ""
    return place + debugDescription + (detail.isEmpty ? "" : " \(detail)")
  }
}

/// The part of a CSL-JSON item that is shown. https://citeproc-js.readthedocs.io/en/latest/csl-json/markup.html
private struct CSLItem: Decodable {
  let id: TextOrNumber
  let title: String?
  let publisher: String?
  let containerTitle: String?
  let url: String?
  let issued: CSLDate?

  enum CodingKeys: String, CodingKey {
    case id, title, publisher, issued
    case containerTitle = "container-title"
    case url = "URL"
  }
}

private struct CSLDate: Decodable {
  let parts: [[TextOrNumber]]?
  let literal: String?
  let raw: String?

  enum CodingKeys: String, CodingKey {
    case literal, raw
    case parts = "date-parts"
  }

  var text: String {
    if let literal = literal ?? raw { return literal }
    let numbers = parts?.first?.map(\.text) ?? []
    return numbers.enumerated().map { index, number in
      index > 0 && number.count == 1 ? "0" + number : number
    }.joined(separator: "-")
  }
}

/// CSL-JSON allows both for ids and parts of dates.
private struct TextOrNumber: Decodable {
  let text: String

  init(from decoder: any Decoder) throws {
    let container = try decoder.singleValueContainer()
    if let number = try? container.decode(Int.self) {
      text = String(number)
    } else {
      text = try container.decode(String.self)
    }
  }
}

extension Reference {
  fileprivate init(_ item: CSLItem) {
    self.init(
      key: item.id.text, title: item.title ?? "",
      publisher: item.publisher ?? item.containerTitle ?? "",
      url: item.url ?? "", date: item.issued?.text ?? "")
  }
}
