/// What can be wrong with the documents or the files that describe them.
///
/// Cases carry facts; `description` makes the sentence: the thing first, what happened, what to do.
package enum CorpusError: Error, Equatable {
  case missing(path: String)
  case notAFolder(path: String)
  case unreadable(path: String, reason: String)
  case frontMatterUnclosed(path: String, line: Int)
  case frontMatterMalformed(path: String, line: Int, text: String)
  case dateMalformed(path: String, line: Int, key: String, value: String)
  case bibliographyMalformed(path: String, line: Int, reason: String)
  case citationUnknown(path: String, line: Int, key: String)
  case urgentMalformed(path: String, line: Int, reason: String)
  case anchorRepeated(path: String, line: Int, anchor: String, firstLine: Int)
}

extension CorpusError: CustomStringConvertible {
  package var description: String {
    switch self {
    case .missing(let path):
      "\(path): no such folder; name the documents' folder with --corpus"
    case .notAFolder(let path):
      "\(path): is a file, not a folder; name the folder that holds it with --corpus"
    case .unreadable(let path, let reason):
      "\(path): cannot be read (\(reason)); check its permissions"
    case .frontMatterUnclosed(let path, let line):
      "\(path):\(line): front matter opens here and never closes; end it with a line of three dashes"
    case .frontMatterMalformed(let path, let line, let text):
      "\(path):\(line): front matter \"\(text)\" is not \"key: value\"; correct the line"
    case .dateMalformed(let path, let line, let key, let value):
      "\(path):\(line): \(key) \"\(value)\" is not a date; write it as 2026-01-31"
    case .bibliographyMalformed(let path, let line, let reason):
      "\(path):\(line): is not CSL-JSON (\(reason)); export it again from the reference manager"
    case .citationUnknown(let path, let line, let key):
      "\(path):\(line): citation \"@\(key)\" is not in \(Bibliography.fileName); add it there or correct the key"
    case .urgentMalformed(let path, let line, let reason):
      "\(path):\(line): \(reason); see the corpus's README for the form"
    case .anchorRepeated(let path, let line, let anchor, let firstLine):
      "\(path):\(line): anchor \"#\(anchor)\" is already used in line \(firstLine); choose another"
    }
  }
}
