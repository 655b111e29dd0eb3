/// Turns the text of one file format into a document.
package protocol DocumentParser: Sendable {
  /// Without the dot, in lower case.
  static var fileExtensions: [String] { get }

  /// - Throws: `CorpusError` with the line of what is malformed.
  func parse(_ source: SourceText) throws(CorpusError) -> Document
}

/// The table of formats: a new format is one line here.
enum DocumentParsers {
  static let all: [any DocumentParser] = [MarkdownParser(), PlainTextParser()]

  /// Chosen by the file name's extension, whatever its case.
  static func parser(forPath path: String) -> (any DocumentParser)? {
    let utf8 = path.utf8
    guard let dot = utf8.lastIndex(of: 0x2E), dot > (utf8.lastIndex(of: 0x2F) ?? utf8.startIndex)
    else { return nil }
    let fileExtension = path[utf8.index(after: dot)...].lowercased()
    return all.first { type(of: $0).fileExtensions.contains(fileExtension) }
  }
}

extension Document {
  /// A title for a document that names none: its file name, in words.
  static func title(forPath path: String) -> String {
    let name = path.split(separator: "/").last.map(String.init) ?? path
    let stem = name.lastIndex(of: ".").map { String(name[..<$0]) } ?? name
    let words = stem.split { $0 == "-" || $0 == "_" || $0 == " " }
    return words.isEmpty ? name : words.joined(separator: " ")
  }
}
