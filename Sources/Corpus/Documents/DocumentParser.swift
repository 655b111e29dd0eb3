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
    parser(forPath: path.utf8Span.span)
  }

  /// The same of a path that is given by its bytes.
  static func parser(forPath path: Span<UInt8>) -> (any DocumentParser)? {
    var dot = path.count - 1
    while dot >= 0, path[dot] != 0x2E {
      if path[dot] == 0x2F { return nil }
      dot -= 1
    }
    guard dot > 0 else { return nil }
    let fileExtension = path.extracting(droppingFirst: dot + 1)
    return table.first { $0.fileExtension.isFolded(fileExtension) }?.parser
  }

  private static let table: [(fileExtension: [UInt8], parser: any DocumentParser)] =
    all.flatMap { parser in
      type(of: parser).fileExtensions.map { (Array($0.utf8), parser) }
    }
}

extension [UInt8] {
  /// Whether a text is this one of lower-case letters, whatever its case.
  fileprivate func isFolded(_ text: Span<UInt8>) -> Bool {
    count == text.count && indices.allSatisfy { self[$0] == text[$0] | 0x20 }
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
