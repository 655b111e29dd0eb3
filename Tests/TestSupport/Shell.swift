import Foundation

/// A tool of the system, run to its end, for what is not the program itself.
package enum Shell {
  /// What a command printed and how it ended.
  package struct Result {
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
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
    process.arguments = words
    process.currentDirectoryURL = URL(fileURLWithPath: folder)
    process.environment = [
      "PATH": "/usr/local/bin:/usr/bin:/bin", "LANG": "C.UTF-8", "HOME": folder,
      "LD_LIBRARY_PATH": ProcessInfo.processInfo.environment["LD_LIBRARY_PATH"] ?? "",
    ].merging(set) { $1 }
    // Files, because a full pipe would halt the tool while the other one is read.
    let place = try TemporaryFolder()
    let streams = try ["output", "errors"].map { name in
      try place.write("", to: name)
      let url = URL(fileURLWithPath: place.path + "/" + name)
      return (handle: try FileHandle(forWritingTo: url), url: url)
    }
    process.standardInput = FileHandle.nullDevice
    process.standardOutput = streams[0].handle
    process.standardError = streams[1].handle
    try process.run()
    process.waitUntilExit()
    let texts = try streams.map { try String(contentsOf: $0.url, encoding: .utf8) }
    try EscapeCheck.run(words, output: Array(texts[0].utf8), errors: Array(texts[1].utf8))
    return Result(status: process.terminationStatus, output: texts[0], errors: texts[1])
  }
}
