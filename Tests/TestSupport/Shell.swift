import Foundation

/// A tool of the system, run to its end, for what is not the program itself.
package enum Shell {
  /// What a command printed and how it ended.
  package struct Result {
    /// The exit status; for a process ended by a signal, the signal's number negated.
    package let status: Int32
    package let output: String
    package let errors: String
  }

  /// Whether a tool is on the usual path.
  package static func has(_ tool: String) -> Bool {
    ["/usr/local/bin/", "/usr/bin/", "/bin/"].contains {
      FileManager.default.isExecutableFile(atPath: $0 + tool)
    }
  }

  /// Runs a tool of the usual path.
  ///
  /// - Parameter folder: to work in.
  package static func run(
    words: [String], in folder: String, set: [String: String] = [:]
  ) throws -> Result {
    // Files, because a full pipe would halt the tool while the other one is read.
    let place = try TemporaryFolder()
    let files = ["output", "errors"].map { place.path + "/" + $0 }
    for file in files { try "".write(toFile: file, atomically: false, encoding: .utf8) }
    let environment = [
      "PATH": "/usr/local/bin:/usr/bin:/bin", "LANG": "C.UTF-8", "HOME": folder,
      "LD_LIBRARY_PATH": ProcessInfo.processInfo.environment["LD_LIBRARY_PATH"] ?? "",
    ]
    let child = try ChildProcess(
      words[0], arguments: words.dropFirst().map { Array($0.utf8) },
      environment: environment.merging(set) { $1 }, folder: folder,
      streams: [.file("/dev/null")] + files.map { .file($0) })
    let status = child.exitStatus()
    let texts = try files.map { try String(contentsOfFile: $0, encoding: .utf8) }
    try EscapeCheck.run(words, output: Array(texts[0].utf8), errors: Array(texts[1].utf8))
    return Result(status: status, output: texts[0], errors: texts[1])
  }
}
