internal import Corpus
internal import FoundationEssentials

/// One question of an evaluation file, with what a right answer looks like.
package struct EvaluationQuestion: Sendable {
  package let id: String
  package let question: String
  package let isAnswerable: Bool
  /// The question asked before it, for a follow-up.
  package let context: String?
  package let style: String?
  /// Regular expressions, case-insensitive; a right text or sentence matches one of them.
  package let mustMatch: [String]
  /// The document the lines are in; nil for any.
  package let document: String?
  /// 1-based, inclusive.
  package let lines: [ClosedRange<Int>]
}

/// A file of questions: one JSON object a line.
package enum QuestionFile {
  /// What can be wrong with a question file.
  package enum Failure: Error, Equatable, CustomStringConvertible {
    case unreadable(path: String, reason: String)
    case malformed(path: String, line: Int, reason: String)
    case empty(path: String)

    package var description: String {
      switch self {
      case .unreadable(let path, let reason):
        "\(path): cannot be read (\(reason)); name a file of questions, one JSON object a line"
      case .malformed(let path, let line, let reason):
        "\(path):\(line): not a question (\(reason)); each line is a JSON object with id, q and answerable"
      case .empty(let path):
        "\(path): holds no question; each line is a JSON object with id, q and answerable"
      }
    }
  }

  /// - Throws: `Failure` with the line of what is malformed, regular expressions included.
  package static func read(_ path: String) throws(Failure) -> [EvaluationQuestion] {
    let bytes: [UInt8]
    do { bytes = try FileSystem.bytes(ofFile: path) } catch {
      throw .unreadable(path: path, reason: error.description)
    }
    var questions: [EvaluationQuestion] = []
    for (index, line) in bytes.split(separator: 0x0A, omittingEmptySubsequences: false).enumerated()
    {
      guard line.contains(where: { $0 > 0x20 }) else { continue }
      questions.append(try question(line, path, index + 1))
    }
    guard !questions.isEmpty else { throw .empty(path: path) }
    return questions
  }

  private static func question(
    _ line: ArraySlice<UInt8>, _ path: String, _ number: Int
  ) throws(Failure) -> EvaluationQuestion {
    do {
      let row = try JSONDecoder().decode(Row.self, from: Data(line))
      for pattern in row.must_match ?? [] { _ = try Pattern(pattern) }
      return EvaluationQuestion(row)
    } catch {
      throw .malformed(path: path, line: number, reason: reason(error))
    }
  }

  private static func reason(_ error: any Error) -> String {
    switch error {
    case DecodingError.keyNotFound(let key, _): "no \"\(key.stringValue)\""
    case DecodingError.typeMismatch(_, let context), DecodingError.valueNotFound(_, let context):
      context.codingPath.last.map { "\"\($0.stringValue)\" is of the wrong type" }
        ?? "not an object"
    case DecodingError.dataCorrupted: "not JSON"
    default: "\(error)"
    }
  }

  // The names are those of the file.
  fileprivate struct Row: Decodable {
    let id: String
    let q: String
    let answerable: Bool
    let context: String?
    let style: String?
    let must_match: [String]?
    let document: String?
    let lines: [[Int]]?
  }
}

extension EvaluationQuestion {
  fileprivate init(_ row: QuestionFile.Row) {
    id = row.id
    question = row.q
    isAnswerable = row.answerable
    context = row.context
    style = row.style
    mustMatch = row.must_match ?? []
    document = row.document
    lines = (row.lines ?? []).compactMap { pair in
      guard let first = pair.first, let last = pair.last, first <= last else { return nil }
      return first...last
    }
  }
}

/// A regular expression as question files mean it: any case, a dot for any character, plain word borders.
package struct Pattern {
  private let regex: Regex<AnyRegexOutput>

  package init(_ pattern: String) throws {
    // With matching by scalars the standard library (Swift 6.3) finds no word border at a digit.
    regex = try Regex(pattern).ignoresCase().dotMatchesNewlines().wordBoundaryKind(.simple)
  }

  package func matches(_ text: String) -> Bool {
    (try? regex.firstMatch(in: text)) != nil
  }
}
