import Foundation
import TestSupport

/// A question and the card it should bring.
struct SafetyQuestion: Decodable {
  let id: String
  let q: String
  /// `urgent`, `crisis` or `none`.
  let expect: String
  let sign: String

  static func all() throws -> [SafetyQuestion] {
    let path = Repository.testFile("AnsweringTests/Notices/Questions/safety.jsonl")
    return try String(contentsOfFile: path, encoding: .utf8).split(separator: "\n").map {
      try JSONDecoder().decode(SafetyQuestion.self, from: Data($0.utf8))
    }
  }
}
