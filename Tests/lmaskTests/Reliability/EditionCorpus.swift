import Foundation
import TestSupport
import Testing

/// A corpus that comes in editions: every document says which one it is of, so that an answer made
/// of two editions shows.
enum EditionCorpus {
  static let documents = 12

  /// Writes an edition over the one before.
  static func write(_ edition: Int, for program: Program) throws {
    for number in 1...documents {
      try program.folder.write(
        "# Walrus \(number)\n\nThe walrus of place \(number) is of edition\(edition)x.\n",
        to: "Corpus/walrus\(number).md")
    }
  }

  /// The program with the first edition, indexed.
  static func program() throws -> Program {
    let program = try Program()
    try write(1, for: program)
    try program.makeFolder("Index")
    #expect(try program.run("index", "--quiet").status == 0)
    return program
  }

  /// What is asked with `--no-refresh`, so that an index is taken as it lies.
  static let question = ["--no-refresh", "--quiet", "--json", "--limit", "10", "walrus place"]

  /// The editions that the passages of an answer are of; anything but one is a torn index.
  static func editions(of answer: Program.Result) throws -> Set<String> {
    let object = try #require(try answer.objects.first)
    let results = try #require(object["results"] as? [[String: Any]])
    #expect(results.count == 10)
    return Set(
      results.compactMap { result in
        (result["text"] as? String)?.firstMatch(of: /edition\d+x/).map { String($0.output) }
      })
  }
}
