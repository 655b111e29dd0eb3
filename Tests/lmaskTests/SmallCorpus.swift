import Foundation
import TestSupport

/// A corpus of three documents whose answers can be told by reading it.
enum SmallCorpus {
  static let diagnosis = """
    # Finding LM

    ## How is LM diagnosed? {#how}

    Doctors find LM with an MRI scan 🧠 [@mnt]. A lumbar puncture 👩‍⚕️ confirms the
    diagnosis [@nhs; @mnt].

    - The scan shows the brain.
    - The needle is thin [@nhs].

    """

  // The e carries its accent as a character of its own.
  static let travel = """
    # Travel

    ## May I fly?

    Ask in the cafe\u{301} ✈️ before you fly to Zürich.

    """

  static let fatigue = "Fatigue\n\nFatigue is common. Rest helps.\n"

  static let sources = """
    [
      {"id": "mnt", "type": "webpage", "title": "Leptomeningeal metastases",
       "container-title": "Medical News Today", "URL": "https://example.org/mnt"},
      {"id": "nhs", "type": "webpage", "title": "Lumbar puncture", "publisher": "NHS",
       "URL": "https://example.org/nhs", "issued": {"date-parts": [[2025, 3, 4]]}}
    ]
    """

  /// The program, in a folder that holds this corpus as `Corpus` and an empty folder `Index`.
  static func program() throws -> Program {
    let program = try Program()
    try program.folder.write(diagnosis, to: "Corpus/diagnosis.md")
    try program.folder.write(travel, to: "Corpus/travel.md")
    try program.folder.write(fatigue, to: "Corpus/daily/fatigue.txt")
    try program.folder.write(sources, to: "Corpus/sources.json")
    try program.makeFolder("Index")
    return program
  }

  /// The same with its index built, so that nothing more is said about it.
  static func indexedProgram() throws -> Program {
    let program = try program()
    _ = try program.run("index", "--quiet")
    return program
  }
}

extension Program {
  func makeFolder(_ name: String) throws {
    try FileManager.default.createDirectory(
      atPath: path(name), withIntermediateDirectories: true)
  }

  func path(_ name: String) -> String { folder.path + "/" + name }

  func exists(_ name: String) -> Bool { FileManager.default.fileExists(atPath: path(name)) }

  func remove(_ name: String) throws { try FileManager.default.removeItem(atPath: path(name)) }

  func move(_ name: String, to other: String) throws {
    try FileManager.default.moveItem(atPath: path(name), toPath: path(other))
  }

  func names(in folder: String) throws -> [String] {
    try FileManager.default.contentsOfDirectory(atPath: path(folder)).sorted()
  }
}

extension Program.Result {
  /// The lines of stdout as JSON objects.
  var objects: [[String: Any]] {
    get throws {
      try outputLines.map { line in
        let value = try JSONSerialization.jsonObject(with: Data(line.utf8))
        guard let object = value as? [String: Any] else { throw CocoaError(.coderReadCorrupt) }
        return object
      }
    }
  }
}
